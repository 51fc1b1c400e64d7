import * as z from 'zod';
import type { Branch, Transition } from '../engine/branch.ts';
import type { StateOf } from '../language/definition.ts';

const condition = z.boolean();

/** Choice: the first rule whose condition is true, or the default. @throws StateError `States.NoChoiceMatched` */
export function choice(branch: Branch, state: StateOf<'Choice'>): Transition {
  for (const [index, rule] of state.Choices.entries()) {
    const holds = branch.typed(rule.Condition, `Choices[${index}]/Condition`, 'boolean', condition);
    if (holds) return branch.leave(rule, branch.input, undefined, `Choices[${index}]/`);
  }
  if (state.Default !== undefined) return branch.leave({ ...state, Next: state.Default }, branch.input);
  const cause = 'Failed to transition out of the state. The state does not point to a next state.';
  throw branch.error('States.NoChoiceMatched', cause);
}
