import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { SAMPLE_SELLER } from '../../domain/dues/policies.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { type WrittenEntry, type WrittenStatement, writeCamt } from '../../local/bank/camt.ts';
import { NOW } from './events.ts';
import type { World } from './world.ts';

/** A file of the cluster's account. */
export const bankFile = (entries: WrittenEntry[], rest: Partial<WrittenStatement> = {}, iban = SAMPLE_SELLER.iban) =>
  writeCamt({ iban, statements: [{ id: 'S1', from: '2026-10-01', to: '2026-10-31', ...rest, entries }] });

/** Money that came in, by a reference of the bank no other has. */
export const credit = (
  bankReference: string,
  cents: number,
  transaction: Partial<WrittenEntry['transactions'][number]> = {},
  rest: Partial<WrittenEntry> = {},
): WrittenEntry => ({
  bookedOn: '2026-10-05',
  bankReference,
  transactions: [{ cents, payer: 'PAYEUR', ...transaction }],
  ...rest,
});

const Accepted = z.object({ statementId: z.string(), lines: z.number(), known: z.boolean() });

/** Sends a file as the page does, gzipped. */
export const upload = (world: World, xml: string, now = NOW) =>
  world.call('UploadBankStatement', {
    staff: ['treasurer'],
    query: { fileName: 'releve.xml' },
    rawBody: gzipSync(xml),
    headers: { 'content-type': 'application/gzip' },
    now,
  });

/** Runs the tasks of the workflow until the file is done. */
export const matchAll = async (world: World, statementId: string, now = NOW): Promise<void> => {
  for (let done = false; !done; ) {
    const output = await world.task('bank/match-bank-lines', { statementId, now });
    ({ done } = z.object({ done: z.boolean() }).parse(output));
  }
};

/** Runs the tasks that tell companies. */
export const tellAll = async (world: World, statementId: string, now = NOW): Promise<void> => {
  for (let chunk: number | null = 0; chunk !== null; ) {
    const output = await world.task('bank/tell-payers', { statementId, chunk, now });
    chunk = z.object({ next: z.number().nullable() }).parse(output).next;
  }
};

/** Sends a file and has its lines matched. @returns the file's id */
export const reconcile = async (world: World, xml: string, now = NOW): Promise<string> => {
  const reply = await upload(world, xml, now);
  const { statementId } = Accepted.parse(reply.body);
  await matchAll(world, statementId, now);
  return statementId;
};

const Lines = z.object({
  items: z.array(
    z.looseObject({
      lineId: z.string(),
      state: z.string(),
      cents: z.number(),
      note: z.string(),
      heldCents: z.number(),
      invoices: z.array(z.object({ number: z.string(), cents: z.number() })),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** The lines of a file as the treasurer sees them. */
export const linesOf = async (world: World, statementId: string, query: Record<string, string> = {}) => {
  const reply = await world.call('ListBankLines', { staff: ['treasurer'], params: { id: statementId }, query });
  return Lines.parse(reply.body).items;
};

/** What each account of the journal stands at, in cents: debits less credits. One that stands at nothing is not there. */
export const accounts = async (year = 2026): Promise<Record<string, number>> => {
  const { ledgerOfYear } = await import('../../functions/data/ledger.ts');
  const entries: LedgerEntry[] = [];
  for await (const entry of ledgerOfYear(year)) entries.push(entry);
  const sums: Record<string, number> = {};
  for (const { account, debitCents, creditCents } of entries.flatMap(({ lines }) => lines)) {
    sums[account] = (sums[account] ?? 0) + debitCents - creditCents;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
};
