import type { runBlock } from '../engine/block.ts';
import type { Routine } from '../engine/branch.ts';
import { Fork } from '../engine/fork.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import type { StateOf } from '../language/definition.ts';

/** Parallel: every branch with the same input; the result is the list of their outputs. */
export function* parallel(frame: Frame, state: StateOf<'Parallel'>, run: typeof runBlock): Routine<Transition> {
  const input = state.Arguments === undefined ? frame.input : frame.evaluate(state.Arguments, 'Arguments');
  frame.branch.emit('ParallelStateStarted');
  const count = state.Branches.length;
  const fork = new Fork(frame, {
    type: 'Parallel',
    count,
    limit: count,
    tolerated: 0,
    *run(child) {
      const block = state.Branches[child.index];
      if (block === undefined) throw new RangeError(`There is no branch ${child.index}`);
      return yield* run(child, block, input);
    },
  });
  const result = yield* fork.run();
  return frame.leave(state, result, { result });
}
