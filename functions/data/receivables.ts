import * as z from 'zod';
import { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { Receivable } from '../../domain/invoice/receivable.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { invoiceNumberOf } from '../../domain/payment/reference.ts';
import { type Change, changeApplication } from './applications.ts';
import { WriteConflict } from './errors.ts';
import {
  applicationPartition,
  invoicePlaceKey,
  OPEN_RECEIVABLES,
  RECEIVABLE_PREFIX,
  receivableIndexes,
  receivableKey,
} from './keys.ts';
import { ledgerWrite } from './ledger.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, list, transact, type Write } from './table.ts';

/** What is owed of an invoice, with what lists show of its company. */
export const StoredReceivable = Receivable.extend({
  /** Of whom it was issued to, whoever goes on with the membership since. */
  siren: z.string(),
  /** As they were at the last write. */
  memberNumber: z.string().nullable(),
  antenna: AntennaCode.nullable(),
});
export type StoredReceivable = z.infer<typeof StoredReceivable>;

const Place = z.object({ applicationId: z.string() });

/** The dossier an invoice or a credit note lies in; null when there is none of this number. */
export const dossierOf = async (number: string): Promise<string | null> =>
  (await get(invoicePlaceKey(number), Place))?.applicationId ?? null;

/**
 * What is owed of an invoice, strongly consistent; null when there is no invoice of this number.
 * @param dossier the one it lies in, where that is known: it need not be found first
 */
export const findReceivable = async (number: string, dossier?: string): Promise<StoredReceivable | null> => {
  const applicationId = dossier ?? (await dossierOf(number));
  return applicationId === null ? null : get(receivableKey(applicationId, number), StoredReceivable);
};

/** @throws Refusal `not-found` */
export const getReceivable = async (number: string, dossier?: string): Promise<StoredReceivable> => {
  const receivable = await findReceivable(number, dossier);
  if (receivable === null) throw new Refusal('not-found');
  return receivable;
};

/** The invoice that a creditor reference names (its number is in it); null when it names none. */
export const findReceivableByReference = async (reference: string): Promise<StoredReceivable | null> => {
  const number = invoiceNumberOf(reference);
  return number === null ? null : findReceivable(number);
};

/** All that a dossier owed or owes, the oldest first. */
export const listReceivables = (applicationId: string): Promise<StoredReceivable[]> =>
  list({ pk: applicationPartition(applicationId), prefix: RECEIVABLE_PREFIX }, StoredReceivable);

/** What is still owed, the soonest due first. */
export const listOpenReceivables = (page: PageRequest): Promise<Page<StoredReceivable>> =>
  readPage('GSI2', { pk: OPEN_RECEIVABLES }, StoredReceivable, page);

/** Read at once; a year's dues of the whole cluster are two of them. */
const AT_A_TIME = 500;

/** All that is still owed, the soonest due first. */
export const listAllOpenReceivables = async (): Promise<StoredReceivable[]> => {
  const all: StoredReceivable[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOpenReceivables({ cursor, limit: AT_A_TIME });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
};

const stored = (receivable: Receivable, siren: string, application: Application): StoredReceivable => ({
  ...receivable,
  siren,
  memberNumber: application.memberNumber,
  antenna: application.antenna?.code ?? null,
});

/** The write of a receivable nobody has written yet. @param siren of whom its invoice is issued to */
export const newReceivableWrite = (receivable: Receivable, siren: string, application: Application): Write => ({
  put: {
    ...receivableKey(receivable.applicationId, receivable.number),
    ...receivableIndexes(receivable),
    ...stored(receivable, siren, application),
  },
  condition: 'attribute_not_exists(PK)',
  otherwise: () => new WriteConflict(`The invoice ${receivable.number} was issued by another.`),
});

/** The write of a receivable as it becomes; it fails when somebody else wrote first. */
export const receivableWrite = (
  before: StoredReceivable,
  after: Receivable,
  at: string,
  application: Application,
): { receivable: StoredReceivable; write: Write } => {
  const receivable = stored({ ...after, version: before.version + 1, updatedAt: at }, before.siren, application);
  const write: Write = {
    put: {
      ...receivableKey(receivable.applicationId, receivable.number),
      ...receivableIndexes(receivable),
      ...receivable,
    },
    condition: 'version = :read',
    values: { ':read': before.version },
    otherwise: () => new WriteConflict(`What is owed of ${receivable.number} was changed by another.`),
  };
  return { receivable, write };
};

/** Writes what changes nothing of what is owed. @throws {@link WriteConflict} when somebody else wrote first */
const writeAside = (before: StoredReceivable, change: Partial<StoredReceivable>): Promise<void> => {
  const after = { ...before, ...change, version: before.version + 1 };
  return transact([
    {
      put: { ...receivableKey(after.applicationId, after.number), ...receivableIndexes(after), ...after },
      condition: 'version = :read',
      values: { ':read': before.version },
      otherwise: () => new WriteConflict(`What is owed of ${after.number} was changed by another.`),
    },
  ]);
};

/**
 * Says which state waits for the payment, or that none does any more: nothing of what is owed changes.
 * @throws {@link WriteConflict} when somebody else wrote first
 */
export const writeToken = (before: StoredReceivable, token: string | null): Promise<void> =>
  writeAside(before, { token });

/** Says that what is owed again is being collected. @throws {@link WriteConflict} when somebody else wrote first */
export const writeCollected = (before: StoredReceivable): Promise<void> => writeAside(before, { reopenedAt: null });

/**
 * Says since when what is owed again is to be collected anew, where the state that waited for it was told that it was paid.
 * @throws {@link WriteConflict} when somebody else wrote first
 */
export const writeReopened = (before: StoredReceivable): Promise<void> =>
  writeAside(before, { token: null, reopenedAt: before.updatedAt });

/** Says which antenna the company is of now. @throws {@link WriteConflict} when somebody else wrote first */
export const writeAntenna = (before: StoredReceivable, antenna: AntennaCode): Promise<void> =>
  writeAside(before, { antenna });

/** What happens to what is owed in one write. */
export type ReceivableChange = {
  /** As it is after the change; its version and `updatedAt` are set here. */
  receivable: Receivable;
  /** ISO 8601 instant. */
  at: string;
  /** Lines of the dossier's timeline: who, what and why. */
  events: Change['events'];
  /** Entries of the journal. */
  ledger?: LedgerEntry[];
  /** What must change with it or not at all: a payment, a bank line. */
  writes?: Write[];
};

/**
 * Changes what is owed of an invoice: reads it and its dossier, asks `decide`, writes everything or nothing, the lines of
 * the dossier's timeline and the entries of the journal included. When another writer was first it reads and decides
 * again, so `decide` may run several times and must not act.
 * @param decide null when there is nothing (left) to do
 * @param dossier the one it lies in, where that is known
 * @returns the receivable as it is afterwards
 * @throws Refusal `not-found`; whatever `decide` throws; what a failed condition of `writes` says of itself;
 *   TransientStoreError
 */
export const changeReceivable = async (
  number: string,
  decide: (
    receivable: StoredReceivable,
    application: Application,
  ) => ReceivableChange | null | Promise<ReceivableChange | null>,
  dossier?: string,
): Promise<StoredReceivable> => {
  const applicationId = dossier ?? (await dossierOf(number));
  if (applicationId === null) throw new Refusal('not-found');
  const result: { after?: StoredReceivable } = {};
  await changeApplication(applicationId, async (application) => {
    const before = await get(receivableKey(applicationId, number), StoredReceivable);
    // A credit note is owed by nobody.
    if (before === null) throw new Refusal('not-found');
    const change = await decide(before, application);
    result.after = before;
    if (change === null) return null;
    const { receivable, write } = receivableWrite(before, change.receivable, change.at, application);
    result.after = receivable;
    return {
      application,
      at: change.at,
      events: change.events,
      writes: [
        write,
        ...(change.ledger ?? []).map((entry) => ledgerWrite(entry, applicationId)),
        ...(change.writes ?? []),
      ],
    };
  });
  if (result.after === undefined) throw new Error(`Nothing was decided of ${number}.`);
  return result.after;
};
