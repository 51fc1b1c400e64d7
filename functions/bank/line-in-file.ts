import type { StatementLine } from '../../domain/bank/line.ts';
import type { Why } from '../../domain/bank/match.ts';
import type { StoredLine } from '../../domain/bank/stored.ts';
import type { LinePlace } from '../data/bank-lines.ts';

/** A line with the place it is dealt with at, and when. */
export type LineInFile = { line: StatementLine; at: LinePlace; now: string };

/** The line as it stands when nothing is known of it but why. */
export const lineAs = (
  { line, at, now }: LineInFile,
  state: StoredLine['state'],
  why: Why,
  rest: Partial<StoredLine> = {},
): StoredLine => ({
  ...line,
  ...at,
  state,
  why,
  invoices: [],
  heldCents: 0,
  paymentIds: [],
  comment: '',
  by: { kind: 'system' },
  at: now,
  version: 0,
  ...rest,
});

/** What the journal knows a line by. */
export const pieceOf = ({ entryReference, lineId }: StatementLine): string => entryReference ?? lineId.slice(0, 16);
