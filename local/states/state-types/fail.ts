import * as z from 'zod';
import type { Branch } from '../engine/branch.ts';
import { StateError } from '../engine/errors.ts';
import type { StateOf } from '../language/definition.ts';

/** Fail: ends its block with an error. @throws StateError always */
export function fail(branch: Branch, state: StateOf<'Fail'>): never {
  const words = (text: string | undefined, field: string) =>
    text === undefined ? null : branch.typed(text, field, 'string', z.string());
  throw new StateError(words(state.Error, 'Error'), words(state.Cause, 'Cause'));
}
