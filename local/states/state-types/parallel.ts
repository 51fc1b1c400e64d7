import type { runBlock } from '../engine/block.ts';
import { Fork } from '../engine/fork.ts';
import type { Frame, Transition } from '../engine/frame.ts';
import type { ParallelState } from '../language/definition.ts';

/** Parallel: every branch with the same input; the result is the list of their outputs. */
export async function parallel(frame: Frame, state: ParallelState, run: typeof runBlock): Promise<Transition> {
  const { branch } = frame;
  const input = state.Arguments === undefined ? frame.input : await frame.evaluate(state.Arguments, 'Arguments');
  branch.emit('ParallelStateStarted');
  const fork = new Fork(
    branch,
    {
      type: 'Parallel',
      name: frame.name,
      count: state.Branches.length,
      limit: state.Branches.length,
      tolerated: 0,
      run: (child, index) => {
        const block = state.Branches[index];
        if (block === undefined) throw new RangeError(`There is no branch ${index}`);
        return run(child, block, input);
      },
    },
    frame.guard,
  );
  branch.open = { type: 'Parallel', fork };
  const result = await fork.run();
  // AWS gives this event and the exit the same predecessor.
  branch.run.emit(branch.last, 'ParallelStateSucceeded');
  return frame.leave(state, result, { result });
}
