import type { Frame, Transition } from '../engine/frame.ts';
import type { PassState } from '../language/definition.ts';

/** Pass: its input, or what `Output` makes of it. */
export function pass(frame: Frame, state: PassState): Promise<Transition> {
  return frame.leave(state, frame.input);
}
