/** What is read of an issue, as zod raises it to an error function or keeps it in an error. */
export type RawIssue = {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly origin?: unknown;
  readonly expected?: unknown;
};

const NUMBERS = ['number', 'int', 'bigint'];

const tooBig = (origin: unknown): string => {
  if (origin === 'array') return 'too-many';
  return NUMBERS.includes(String(origin)) ? 'number.too-big' : 'too-long';
};

const tooSmall = (origin: unknown): string => {
  if (origin === 'array') return 'too-few';
  return NUMBERS.includes(String(origin)) ? 'number.too-small' : 'too-short';
};

/** Nothing was given: no value at all, or the empty field of a form. */
const missing = (input: unknown): boolean => input === undefined || input === null || input === '';

/**
 * The field code of an issue that zod itself raised. Issue messages are codes everywhere in domain/;
 * domain/text/field-errors.ts turns them into sentences, so a schema never holds a text.
 */
export const issueCode = (issue: RawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      if (missing(issue.input)) return 'required';
      return issue.expected === 'int' ? 'number.whole' : 'wrong-type';
    case 'invalid_value':
      return missing(issue.input) ? 'required' : 'not-in-list';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'too_big':
      return tooBig(issue.origin);
    case 'too_small':
      return tooSmall(issue.origin);
    default:
      return 'invalid';
  }
};

/** Schema parameter: zod's own issues of this schema get their code. */
export const typed = { error: issueCode };

/** Schema parameter of a format: a missing value is `required`, another type `wrong-type`, another format `code`. */
export const formatted = (code: string) => ({
  error: (issue: RawIssue): string => {
    if (issue.code !== 'invalid_format') return issueCode(issue);
    return missing(issue.input) ? 'required' : code;
  },
});
