import type { Json } from '../../jsonata/json.ts';
import type { State, StateOf } from '../language/definition.ts';
import { choice } from '../state-types/choice.ts';
import { fail } from '../state-types/fail.ts';
import { map } from '../state-types/map.ts';
import { parallel } from '../state-types/parallel.ts';
import { pass } from '../state-types/pass.ts';
import { succeed } from '../state-types/succeed.ts';
import { task } from '../state-types/task.ts';
import { wait } from '../state-types/wait.ts';
import type { Branch, Routine, Transition } from './branch.ts';
import { StateError } from './errors.ts';

/** What a state of each type does: at once, or as long as it takes. */
const STATE_TYPES: {
  [T in State['Type']]: (branch: Branch, state: StateOf<T>) => Transition | Routine<Transition>;
} = { Task: task, Pass: pass, Choice: choice, Wait: wait, Succeed: succeed, Fail: fail, Parallel: parallel, Map: map };

function perform<T extends State['Type']>(branch: Branch, type: T, state: StateOf<T>) {
  return STATE_TYPES[type](branch, state);
}

/** Runs a branch from its first state, or from the one it is in, to an end, and gives the output of the last. */
export function* runBlock(branch: Branch): Routine<Json> {
  let state = branch.state ?? branch.enter(branch.plan.block.StartAt, branch.plan.input);
  for (;;) {
    let way: Transition | undefined;
    try {
      const done = perform(branch, state.Type, state);
      way = 'output' in done ? done : yield* done;
    } catch (thrown) {
      way = yield* recover(branch, state, stateError(thrown));
    }
    if (way === undefined) continue;
    if (way.next === undefined) return way.output;
    state = branch.enter(way.next, way.output);
  }
}

/** What follows when a state fails: another attempt by its `Retry`, a way out by its `Catch`; else its branch fails. */
function* recover(branch: Branch, { Type }: State, error: StateError): Routine<Transition | undefined> {
  const delay = branch.retry(error);
  if (delay !== undefined) {
    yield* branch.sleep(branch.run.now + delay, true);
    return undefined;
  }
  if (Type === 'Parallel' || Type === 'Map') branch.emit(`${Type}StateFailed`);
  const catcher = branch.catcher(error);
  let final = error;
  try {
    if (catcher !== undefined) return branch.leave(catcher, error.output, { errorOutput: error.output }, 'Catch/');
  } catch (thrown) {
    final = stateError(thrown);
  }
  branch.fail(final);
  // If that ended the execution, a redrive begins anew with the state. Here, nothing goes on.
  if (!branch.run.running) branch.run.suspended.push(branch);
  yield;
  return undefined;
}

/** What `Retry` and `Catch` speak of; anything else is a defect, and passes. */
function stateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  throw thrown;
}
