import * as z from 'zod';

// What goes in and out of each task of `bank-reconciliation`. Lines stay in the table, out of the execution history.

/** Instant the state was entered: the handler's only clock. ISO 8601 in UTC. */
const step = z.strictObject({ statementId: z.string().min(1), now: z.iso.datetime() });

/** What the workflow is started with. */
export const BankReconciliationInput = z.strictObject({ statementId: z.string().min(1) });

/** Deals with the next lines of the file, wherever it stands. */
export const MatchBankLinesInput = step;
export const MatchBankLinesOutput = z.strictObject({ done: z.boolean() });

/** Tells the companies of one part of the file what came of their payments. */
export const TellPayersInput = step.extend({ chunk: z.int().nonnegative() });
/** The part to go on with; null after the last. */
export const TellPayersOutput = z.strictObject({ next: z.int().nullable() });
