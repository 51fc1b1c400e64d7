import type { Frame, Transition } from '../engine/frame.ts';
import type { SucceedState } from '../language/definition.ts';

/** Succeed: ends its block well. */
export function succeed(frame: Frame, state: SucceedState): Promise<Transition> {
  return frame.leave({ Output: state.Output }, frame.input);
}
