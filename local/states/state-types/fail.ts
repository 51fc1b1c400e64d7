import type { Frame, Transition } from '../engine/frame.ts';
import { StateError } from '../errors.ts';
import type { FailState } from '../language/definition.ts';

/** Fail: ends its block with an error. @throws StateError always */
export async function fail(frame: Frame, state: FailState): Promise<Transition> {
  throw new StateError(await words(frame, state.Error, 'Error'), await words(frame, state.Cause, 'Cause'));
}

async function words(frame: Frame, field: string | undefined, location: string): Promise<string | null> {
  if (field === undefined) return null;
  const value = await frame.evaluate(field, location);
  if (typeof value === 'string') return value;
  throw frame.unexpected(field, location, 'string', value);
}
