import type { Branch, Transition } from '../engine/branch.ts';
import type { StateOf } from '../language/definition.ts';

/** Pass: its input, or what `Output` makes of it. */
export function pass(branch: Branch, state: StateOf<'Pass'>): Transition {
  return branch.leave(state, branch.input);
}
