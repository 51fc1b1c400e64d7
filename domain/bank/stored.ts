import * as z from 'zod';
import { BankLineState, BankStatement } from '../contract/dues-responses.ts';
import { InvoiceNumber } from '../invoice/invoice.ts';
import { Amount, PositiveAmount } from '../money/money.ts';
import { Actor } from '../task/task.ts';
import { StatementLine } from './line.ts';
import { Why } from './match.ts';

/** A file of the bank, with how far its lines are. */
export const StoredStatement = BankStatement.safeExtend({
  /** Items its lines are kept in, and how many of them are dealt with. */
  chunks: z.int().nonnegative(),
  next: z.int().nonnegative(),
  /** Name of the execution that matches its lines: another one each time it is gone on with after a failure. */
  executionName: z.string(),
  /** False until Step Functions has taken the execution. */
  started: z.boolean(),
  version: z.int().nonnegative(),
});
export type StoredStatement = z.infer<typeof StoredStatement>;

/** What became of a line of a file. Amounts in cents. */
export const StoredLine = StatementLine.extend({
  statementId: z.string(),
  /** Place of the line in its file, from zero. */
  place: z.int().nonnegative(),
  state: BankLineState.exclude(['pending']),
  why: Why,
  invoices: z.array(z.object({ number: InvoiceNumber, cents: PositiveAmount })),
  heldCents: Amount,
  /** The payments it made, one a company; of a reversal, those it took back. */
  paymentIds: z.array(z.string()),
  /** What whoever dealt with it said. */
  comment: z.string(),
  by: Actor,
  at: z.iso.datetime(),
  version: z.int().nonnegative(),
});
export type StoredLine = z.infer<typeof StoredLine>;
