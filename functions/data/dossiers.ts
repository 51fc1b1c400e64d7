import * as z from 'zod';
import { type Fate, HOLDINGS, kindOf } from './holdings.ts';
import { applicationPartition, memberPartition } from './keys.ts';
import { ledgerItemsOf } from './ledger.ts';
import { type Key, list, transact } from './table.ts';

/** An item as it lies in the table. */
export type Item = Key & Record<string, unknown>;
const Item = z.looseObject({ PK: z.string(), SK: z.string() });

/** Items a transaction removes: DynamoDB takes a hundred writes. */
const AT_ONCE = 50;

/** Everything that lies in a dossier and in the membership it led to, whatever it is. */
export const readDossier = async (applicationId: string, memberNumber: string | null): Promise<Item[]> => {
  const [dossier, member] = await Promise.all([
    list({ pk: applicationPartition(applicationId) }, Item),
    memberNumber === null ? [] : list({ pk: memberPartition(memberNumber) }, Item),
  ]);
  return [...dossier, ...member];
};

/** What the journal says of a dossier. */
export const readLedger = async (applicationId: string): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of ledgerItemsOf(applicationId)) items.push(item);
  return items;
};

/** What becomes of an item when its dossier is erased. What is of no kind known goes: it is somebody's. */
export const fateOf = (key: Key): Fate => {
  const kind = kindOf(key);
  return kind === null ? 'goes' : HOLDINGS[kind].fate;
};

const OfEvent = z.looseObject({ happening: z.looseObject({ type: z.string() }) });

/** The line that tells of the erasure itself. */
const tellsOfErasure = (item: Item): boolean => OfEvent.safeParse(item).data?.happening.type === 'dossier-erased';

/** What goes of a dossier whose accounts stay. */
export const whatGoes = (items: readonly Item[]): Item[] =>
  items.filter((item) => fateOf(item) === 'goes' && !tellsOfErasure(item));

/** What heads a dossier, and lists it: it goes last, so that a dossier half removed is found again. */
export const isHead = (item: Item): boolean =>
  ['applicationKey', 'memberKey', 'retentionKey'].includes(kindOf(item) ?? '');

/** Removes items, some at a time. What is gone already is no matter, so it may be called again. */
export const removeAll = async (items: readonly Key[]): Promise<void> => {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await transact(items.slice(start, start + AT_ONCE).map(({ PK, SK }) => ({ remove: { PK, SK } })));
  }
};
