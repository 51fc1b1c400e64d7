import type { Frame } from '../engine/frame.ts';
import { StateError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { StateOf } from '../language/definition.ts';

/** Fail: ends its block with an error. @throws StateError always */
export function fail(frame: Frame, state: StateOf<'Fail'>): never {
  const isText = (value: Json) => typeof value === 'string';
  const words = (field: 'Error' | 'Cause') => {
    const text = state[field];
    return text === undefined ? null : frame.typed(text, field, 'string', isText);
  };
  throw new StateError(words('Error'), words('Cause'));
}
