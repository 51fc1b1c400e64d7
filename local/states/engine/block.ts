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
import type { Branch, Routine } from './branch.ts';
import { Frame, type Transition } from './frame.ts';

/**
 * Runs states from the first to an end, and gives the output of the last. Handed to the states that hold states of their
 * own. @throws StateError
 */
export function* runBlock(branch: Branch, block: StatesBlock, input: Json): Routine<Json> {
  let way: Transition = { next: block.StartAt, output: input };
  while (way.next !== undefined) {
    const state = block.States[way.next];
    // Definitions are checked when machines are made: every name leads to a state.
    if (state === undefined) throw new Error(`There is no state ${way.next}`);
    const frame = new Frame(branch, way.next, state, way.output);
    for (let left: Transition | undefined; left === undefined; ) {
      try {
        const done = perform(frame, state);
        left = 'output' in done ? done : yield* done;
      } catch (thrown) {
        left = yield* recover(frame, state, thrown);
      }
      way = left ?? way;
    }
  }
  return way.output;
}

/** At once, or as long as it takes. */
function perform(frame: Frame, state: State): Transition | Routine<Transition> {
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

/**
 * What follows when a state fails: by its `Retry` another attempt, by its `Catch` a way out, which is given. Else the
 * failure is that of the Parallel or Map around, or of the execution, and the state waits to begin anew in a redrive.
 */
function* recover(frame: Frame, state: State, thrown: unknown): Routine<Transition | undefined> {
  const { branch, recovery } = frame;
  try {
    let error = stateError(thrown);
    const delay = recovery.retry(error, branch.run.random);
    if (delay !== undefined) {
      yield* branch.sleep(branch.run.now + delay, true);
      frame.retryCount += 1;
      return undefined;
    }
    if (state.Type === 'Parallel' || state.Type === 'Map') branch.emit(`${state.Type}StateFailed`);
    const catcher = recovery.catcher(error);
    try {
      if (catcher !== undefined) return frame.leave(catcher, error.output, { errorOutput: error.output }, 'Catch/');
    } catch (secondary) {
      error = stateError(secondary);
    }
    giveUp(branch, error);
    yield;
  } catch (signal) {
    if (!(signal instanceof Redriven)) throw signal;
    frame.redrive();
  }
  return undefined;
}

/** What `Retry` and `Catch` speak of; anything else is a signal or a defect, and passes. */
function stateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  throw thrown;
}

/**
 * Passes the failure to the Parallel or Map around, if any of them handles it. If none does, ends the execution; the
 * branch stays in this state to be redriven: its stack, and those of the branches that were stopped, are what that needs.
 */
function giveUp(branch: Branch, error: StateError): void {
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
  branch.run.suspend(branch);
}
