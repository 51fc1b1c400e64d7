import * as z from 'zod';
import { StoredLine } from '../../domain/bank/stored.ts';
import { Refusal } from '../../domain/errors.ts';
import { WriteConflict } from './errors.ts';
import { bankLineIndexes, bankLineKey, bankLinePlaceKey, bankTrace, UNMATCHED_LINES } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, listBetween, type Write } from './table.ts';

const Place = z.object({ statementId: z.string(), place: z.int() });
/** The line of a file from which a transaction of the bank was taken. */
export type LinePlace = z.infer<typeof Place>;

/** Where a line was taken from; null when it is not in the books yet. */
export const findLinePlace = (lineId: string): Promise<LinePlace | null> => get(bankLinePlaceKey(lineId), Place);

/** What became of the line at a place of a file; null while it waits for its turn. */
export const findLineAt = ({ statementId, place }: LinePlace): Promise<StoredLine | null> =>
  get(bankLineKey(statementId, place), StoredLine);

/** The line, from whichever file it was taken, strongly consistent. @throws Refusal `not-found` */
export const getLine = async (lineId: string): Promise<StoredLine> => {
  const place = await findLinePlace(lineId);
  const line = place === null ? null : await findLineAt(place);
  if (line === null) throw new Refusal('not-found');
  return line;
};

/** What became of so many lines of a file from a place on, by place; those that wait for their turn are not in it. */
export const linesOfChunk = async (
  statementId: string,
  from: number,
  count: number,
): Promise<ReadonlyMap<number, StoredLine>> => {
  const between = { from: bankLineKey(statementId, from), to: bankLineKey(statementId, from + count - 1) };
  const lines = await listBetween(between, StoredLine);
  return new Map(lines.map((line) => [line.place, line]));
};

/** Lines that wait for a person, the oldest first. */
export const listUnmatched = (page: PageRequest): Promise<Page<StoredLine>> =>
  readPage('GSI1', { pk: UNMATCHED_LINES }, StoredLine, page);

/** Lines that brought money and that the bank or the payer knows by this, the newest first. */
export const listTraced = async (trace: string): Promise<StoredLine[]> => {
  const { items } = await readPage('GSI2', { pk: bankTrace(trace), newestFirst: true }, StoredLine, { limit: 100 });
  return items;
};

const item = (line: StoredLine) => ({
  ...bankLineKey(line.statementId, line.place),
  ...bankLineIndexes(line),
  ...StoredLine.parse(line),
});

/** The writes of a line that is dealt with for the first time: a transaction of the bank is taken once. */
export const newLineWrites = (line: StoredLine): Write[] => [
  {
    put: { ...bankLinePlaceKey(line.lineId), statementId: line.statementId, place: line.place },
    condition: 'attribute_not_exists(PK)',
    otherwise: () => new WriteConflict(`The line ${line.lineId} was taken by another.`),
  },
  { put: item(line), condition: 'attribute_not_exists(PK)' },
];

/** The write of a line that is in the books from elsewhere: it may be written again, the same. */
export const knownLineWrite = (line: StoredLine): Write => ({ put: item(line) });

/** The write of a line as it becomes; it fails when somebody else wrote first. Its version is set here. */
export const lineWrite = (before: StoredLine, after: StoredLine): Write => ({
  put: item({ ...after, version: before.version + 1 }),
  condition: 'version = :read',
  values: { ':read': before.version },
  otherwise: () => new WriteConflict(`The line ${before.lineId} was changed by another.`),
});
