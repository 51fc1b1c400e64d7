import * as z from 'zod';
import { typed } from './issue-code.ts';

// What people write in their own words. Half a surrogate pair can be stored nowhere, a control character forges headers
// and breaks mails, and marks that turn the direction of writing let a name pass for another.

const HIDDEN_IN_LINE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Line breaks and tabs are what several lines are made of. */
const HIDDEN_IN_LINES = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;
/** Something to be seen: neither space nor a character without width. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line: trimmed, not empty. @param max characters */
export const line = (max: number) =>
  z
    .string(typed)
    .trim()
    .min(1, 'required')
    .max(max, 'too-long')
    .refine((text) => !HIDDEN_IN_LINE.test(text), { error: 'text.control', abort: true })
    .refine((text) => text === '' || VISIBLE.test(text), 'required');

/** Several lines: trimmed, maybe empty. @param max characters */
export const lines = (max: number) =>
  z
    .string(typed)
    .trim()
    .max(max, 'too-long')
    .refine((text) => !HIDDEN_IN_LINES.test(text), 'text.invisible');
