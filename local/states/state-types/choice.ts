import type { Frame, Transition } from '../engine/frame.ts';
import type { Json } from '../json.ts';
import type { StateOf } from '../language/definition.ts';

const isBoolean = (value: Json) => typeof value === 'boolean';

/** Choice: the first rule whose condition is true, or the default. @throws StateError `States.NoChoiceMatched` */
export function choice(frame: Frame, state: StateOf<'Choice'>): Transition {
  for (const [index, rule] of state.Choices.entries()) {
    const holds = frame.typed(rule.Condition, `Choices[${index}]/Condition`, 'boolean', isBoolean);
    if (holds) return frame.leave(rule, frame.input, undefined, `Choices[${index}]/`);
  }
  if (state.Default !== undefined) return frame.leave({ ...state, Next: state.Default }, frame.input);
  const cause = 'Failed to transition out of the state. The state does not point to a next state.';
  throw frame.error('States.NoChoiceMatched', cause);
}
