import type { Frame, Transition } from '../engine/frame.ts';
import type { StateOf } from '../language/definition.ts';

/** Pass: its input, or what `Output` makes of it. */
export function pass(frame: Frame, state: StateOf<'Pass'>): Transition {
  return frame.leave(state, frame.input);
}
