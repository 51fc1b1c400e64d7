/** What zod hands to an error function, as far as it is read here. */
type Issue = { input?: unknown };

/**
 * The `error` of a schema's own type check: a missing value is `required`, another type is `wrong-type`. Issue messages
 * are codes everywhere in domain/; domain/text/field-errors.ts turns them into sentences.
 */
export const typed = {
  error: (issue: Issue) => (issue.input === undefined || issue.input === null ? 'required' : 'wrong-type'),
};
