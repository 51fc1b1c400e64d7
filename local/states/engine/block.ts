import { Redriven, StateError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { State, StatesBlock } from '../language/definition.ts';
import { choice } from '../state-types/choice.ts';
import { fail } from '../state-types/fail.ts';
import { map } from '../state-types/map.ts';
import { parallel } from '../state-types/parallel.ts';
import { pass } from '../state-types/pass.ts';
import { succeed } from '../state-types/succeed.ts';
import { task } from '../state-types/task.ts';
import { wait } from '../state-types/wait.ts';
import type { Branch } from './branch.ts';
import { Frame, type Transition } from './frame.ts';

/**
 * Runs states from the first to an end, and gives the output of the last. Handed to the states that hold states of their
 * own. @throws StateError
 */
export async function runBlock(branch: Branch, block: StatesBlock, input: Json): Promise<Json> {
  let name = block.StartAt;
  let data = input;
  for (;;) {
    const state = block.States[name];
    // Definitions are checked when machines are made: every name leads to a state.
    if (state === undefined) throw new Error(`There is no state ${name}`);
    const transition = await runState(branch, name, state, data);
    if (transition.next === undefined) return transition.output;
    name = transition.next;
    data = transition.output;
  }
}

/** Runs one state, anew whenever the execution is redriven in it. */
async function runState(branch: Branch, name: string, state: State, input: Json): Promise<Transition> {
  if (branch.run.stateBegins()) await new Promise((resolve) => setImmediate(resolve));
  const frame = new Frame(branch, name, state, input);
  for (;;) {
    try {
      return await attempt(frame, state);
    } catch (signal) {
      if (!(signal instanceof Redriven)) throw signal;
      frame.redrive();
    }
  }
}

/** Runs the state until it succeeds, by its `Retry`, or leaves by its `Catch`. */
async function attempt(frame: Frame, state: State): Promise<Transition> {
  const { branch, guard } = frame;
  for (;;) {
    try {
      return await perform(frame, state);
    } catch (thrown) {
      let error = stateError(thrown);
      const delay = guard.retry(error, () => branch.run.random());
      if (delay !== undefined) {
        await branch.sleep(branch.run.now + delay, true);
        frame.retryCount += 1;
        continue;
      }
      if (state.Type === 'Parallel' || state.Type === 'Map') branch.emit(`${state.Type}StateFailed`);
      const catcher = guard.catcher(error);
      if (catcher !== undefined) {
        try {
          return await frame.caught(catcher, error);
        } catch (secondary) {
          error = stateError(secondary);
        }
      }
      await giveUp(branch, error);
    }
  }
}

function perform(frame: Frame, state: State): Promise<Transition> {
  switch (state.Type) {
    case 'Task':
      return task(frame, state);
    case 'Pass':
      return pass(frame, state);
    case 'Choice':
      return choice(frame, state);
    case 'Wait':
      return wait(frame, state);
    case 'Succeed':
      return succeed(frame, state);
    case 'Fail':
      return fail(frame, state);
    case 'Parallel':
      return parallel(frame, state, runBlock);
    case 'Map':
      return map(frame, state, runBlock);
  }
}

/** What `Retry` and `Catch` speak of; anything else is a signal or a defect, and passes. */
function stateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  throw thrown;
}

/**
 * Passes the failure to the Parallel or Map around, if any of them handles it. If none does, ends the execution and
 * waits in this state to be redriven: its stack, and those of the branches that were stopped, are what a redrive needs.
 */
async function giveUp(branch: Branch, error: StateError): Promise<void> {
  if (branch.fork?.handles(error)) throw error;
  let failing = branch;
  let final = error;
  for (let fork = branch.fork; fork !== undefined; fork = fork.branch.fork) {
    fork.recordFailure(failing);
    fork.branch.emit(`${fork.type}StateFailed`);
    final = fork.failure(final);
    failing = fork.branch;
  }
  branch.run.fail(failing, final);
  await branch.run.redriven(branch);
}
