import type { Branch, Routine, Transition } from '../engine/branch.ts';
import { Fork } from '../engine/fork.ts';
import type { StateOf } from '../language/definition.ts';

/** Parallel: every branch with the same input; the result is the list of their outputs. */
export function* parallel(branch: Branch, state: StateOf<'Parallel'>): Routine<Transition> {
  const input = state.Arguments === undefined ? branch.input : branch.evaluate(state.Arguments, 'Arguments');
  branch.emit('ParallelStateStarted');
  const plans = state.Branches.map((block) => ({ block, input }));
  const result = yield* new Fork(branch, 'Parallel', plans).run();
  return branch.leave(state, result, { result });
}
