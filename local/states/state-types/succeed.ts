import type { Frame, Transition } from '../engine/frame.ts';
import type { StateOf } from '../language/definition.ts';

/** Succeed: ends its block well. */
export function succeed(frame: Frame, state: StateOf<'Succeed'>): Transition {
  return frame.leave({ Output: state.Output }, frame.input);
}
