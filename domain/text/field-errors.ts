import type * as z from 'zod';
import type { Language } from '../application/form.ts';
import type { FieldError } from '../errors.ts';
import { FIELD_MESSAGES, type FieldCode, type Message } from './field-messages.ts';
import { issueCode } from './issue-code.ts';
import { LOCALES } from './locale.ts';

type Params = NonNullable<FieldError['params']>;
type Issue = z.core.$ZodIssue;

const isCode = (code: string): code is FieldCode => Object.hasOwn(FIELD_MESSAGES, code);

/**
 * The code of an issue: its message when the schema gave one of ours, or else what zod's own kind of issue stands for.
 * A kept issue no longer has its input, so that a missing value shows in zod's message alone.
 */
const codeOf = (issue: Issue): FieldCode => {
  if (isCode(issue.message)) return issue.message;
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const code = issueCode({ ...issue, input: missing ? undefined : 'given' });
  return isCode(code) ? code : 'invalid';
};

const paramsOf = (issue: Issue): Params | undefined => {
  switch (issue.code) {
    case 'too_big':
      return { max: Number(issue.maximum) };
    case 'too_small':
      return { min: Number(issue.minimum) };
    case 'invalid_value':
      return { allowed: issue.values.map(String).join(', ') };
    default:
      return undefined;
  }
};

const dotted = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const errorsOf = (issue: Issue): FieldError[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: dotted([...issue.path, key]),
      code: 'unknown-field',
      params: { field: key.slice(0, 60) },
    }));
  }
  const params = paramsOf(issue);
  return [{ path: dotted(issue.path), code: codeOf(issue), ...(params === undefined ? {} : { params }) }];
};

/**
 * What is wrong with each field, in the order of the form: one error a field, the first that zod met, since the others
 * of the same field follow from it.
 */
export const fieldErrors = (error: { readonly issues: readonly Issue[] }): FieldError[] => {
  const byPath = new Map<string, FieldError>();
  for (const found of error.issues.flatMap(errorsOf)) {
    if (!byPath.has(found.path)) byPath.set(found.path, found);
  }
  return [...byPath.values()];
};

/** The same errors, their paths within another value: a form's `company.siren` as `application.company.siren`. */
export const under = (path: string, errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, path: error.path === '' ? path : `${path}.${error.path}` }));

const shown = (value: string | number, key: string, language: Language): string =>
  typeof value === 'number' && key !== 'year' ? value.toLocaleString(LOCALES[language]) : String(value);

/** Puts params into a sentence. @returns null when one of its placeholders has no value */
const filled = (template: string, params: Params, language: Language): string | null => {
  let complete = true;
  const sentence = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key];
    if (value === undefined) complete = false;
    return value === undefined ? '' : shown(value, key, language);
  });
  return complete ? sentence : null;
};

/**
 * The sentence for a code: what is wrong and what to do. A code that is none of ours gets the general sentence, so that
 * people never see a code.
 */
export const messageOf = (code: string, params: Params | undefined, language: Language): string => {
  const message: Message = FIELD_MESSAGES[isCode(code) ? code : 'invalid'][language];
  if (typeof message === 'string') return message;
  return filled(message.with, params ?? {}, language) ?? message.without;
};
