import type { Frame, Transition } from '../engine/frame.ts';
import type { ChoiceState } from '../language/definition.ts';

/** Choice: the first rule whose condition is true, or the default. @throws StateError `States.NoChoiceMatched` */
export async function choice(frame: Frame, state: ChoiceState): Promise<Transition> {
  for (const [index, rule] of state.Choices.entries()) {
    const location = `Choices[${index}]/Condition`;
    const holds = await frame.evaluate(rule.Condition, location);
    if (typeof holds !== 'boolean') throw frame.unexpected(String(rule.Condition), location, 'boolean', holds);
    if (holds) return frame.leave(rule, frame.input, undefined, `Choices[${index}]/`);
  }
  if (state.Default === undefined) {
    throw frame.error(
      'States.NoChoiceMatched',
      'Failed to transition out of the state. The state does not point to a next state.',
    );
  }
  return frame.leave({ ...state, Next: state.Default }, frame.input);
}
