import type { FieldError } from '../errors.ts';
import type { ApplicationForm } from './form.ts';

/** The leaves of a value with their dotted paths, in the value's order: `company.siren`, `figures.0.turnover`. */
const leaves = (value: unknown, path: string): [string, unknown][] => {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
};

/**
 * The fields that differ between two forms, as dotted paths in the form's order: those changed or added first, then
 * those that are gone.
 */
export const changedPaths = (before: ApplicationForm, after: ApplicationForm): string[] => {
  const old = new Map(leaves(before, ''));
  const now = leaves(after, '');
  const kept = new Set(now.map(([path]) => path));
  const changed = now.filter(([path, value]) => !old.has(path) || old.get(path) !== value).map(([path]) => path);
  return [...changed, ...[...old.keys()].filter((path) => !kept.has(path))];
};

/**
 * Tells whether two addresses reach the same mailbox, as far as one can know: case does not count. (RFC 5321 lets the
 * part before the @ be case sensitive; no provider in use makes it so, and people type it either way.)
 */
export const sameEmail = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** Tells whether a correction changes the address, which must then be confirmed again. */
export const emailChanged = (before: ApplicationForm, after: ApplicationForm): boolean =>
  !sameEmail(before.contact.email, after.contact.email);

/**
 * What a correction may not change: the SIREN, which the application holds a lock on; another company applies anew.
 * Paths are those of the form.
 */
export const checkCorrection = (before: ApplicationForm, after: ApplicationForm): FieldError[] =>
  before.company.siren === after.company.siren ? [] : [{ path: 'company.siren', code: 'siren.changed' }];
