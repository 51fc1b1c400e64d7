import type { Branch, Transition } from '../engine/branch.ts';
import type { StateOf } from '../language/definition.ts';

/** Succeed: ends its block well. */
export function succeed(branch: Branch, { Output }: StateOf<'Succeed'>): Transition {
  return branch.leave({ Output }, branch.input);
}
