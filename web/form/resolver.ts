import { toNestErrors } from '@hookform/resolvers';
import type { Resolver } from 'react-hook-form';
import type { FieldError } from '../../domain/errors.ts';
import { messageOf } from '../../domain/text/field-errors.ts';
import type { Language } from '../i18n/language.ts';
import type { Draft } from './draft.ts';

/** What the check of a form depends on: the language of the reader, and which part is on the page. */
export type Checking = { language: Language; check: (draft: Draft) => FieldError[] };

/** Hands the domain's errors to the form library, as sentences in the reader's language. */
export const resolver: Resolver<Draft, Checking> = (values, context, options) => {
  if (context === undefined) throw new Error('The form needs to know what to check.');
  const errors = context.check(values);
  if (errors.length === 0) return { values, errors: {} };
  const byPath = Object.fromEntries(
    errors.map(({ path, code, params }) => [path, { type: code, message: messageOf(code, params, context.language) }]),
  );
  return { values: {}, errors: toNestErrors(byPath, options) };
};
