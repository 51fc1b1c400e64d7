import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { Mailing } from '../../domain/mailing/mailing.ts';
import { WriteConflict } from './errors.ts';
import { MAILINGS, mailingIndexes, mailingKey, mailingRecipientsKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { earlierPost, type Post, postWrites } from './posts.ts';
import { get, transact } from './table.ts';
import { untilWritten } from './until-written.ts';

/** Numbers of recipients an item holds: some eight kilobytes. A transaction takes a hundred items. */
const AN_ITEM = 1000;

const Recipients = z.object({ numbers: z.array(z.string()) });

/** @throws Refusal `not-found` */
export const getMailing = async (mailingId: string): Promise<Mailing> => {
  const mailing = await get(mailingKey(mailingId), Mailing);
  if (mailing === null) throw new Refusal('not-found');
  return mailing;
};

/** Mailings, the newest first. */
export const listMailings = (page: PageRequest, keep: (mailing: Mailing) => boolean): Promise<Page<Mailing>> =>
  readPage('GSI1', { pk: MAILINGS, newestFirst: true }, Mailing, page, keep);

/**
 * Keeps a new mailing with whom it goes to, once a post: whoever joins or changes afterwards is not meant.
 * @returns the id of the mailing that came of the post
 * @throws Refusal `idempotency-key-reused`; TransientStoreError
 */
export const keepMailing = (mailing: Mailing, numbers: readonly string[], post: Post | null): Promise<string> =>
  untilWritten(async () => {
    const earlier = await earlierPost(post, z.string());
    if (earlier !== null) return earlier;
    const parts = Array.from({ length: Math.ceil(numbers.length / AN_ITEM) }, (_, part) =>
      numbers.slice(part * AN_ITEM, (part + 1) * AN_ITEM),
    );
    await transact([
      { put: { ...mailingKey(mailing.mailingId), ...mailingIndexes(mailing), ...mailing } },
      ...parts.map((part, place) => ({ put: { ...mailingRecipientsKey(mailing.mailingId, place), numbers: part } })),
      ...postWrites(post, mailing.mailingId),
    ]);
    return mailing.mailingId;
  });

/** Membership numbers of the recipients from one on, some dozens at most. */
export const recipientsFrom = async (mailingId: string, from: number, most: number): Promise<string[]> => {
  const part = await get(mailingRecipientsKey(mailingId, Math.floor(from / AN_ITEM)), Recipients);
  return (part?.numbers ?? []).slice(from % AN_ITEM, (from % AN_ITEM) + most);
};

/** Changes a mailing. `decide` may run several times and must not act; null when there is nothing to do. */
export const changeMailing = (mailingId: string, decide: (mailing: Mailing) => Mailing | null): Promise<Mailing> =>
  untilWritten(async () => {
    const before = await getMailing(mailingId);
    const decided = decide(before);
    if (decided === null) return before;
    const after = { ...decided, revision: before.revision + 1 };
    await transact([
      {
        put: { ...mailingKey(mailingId), ...mailingIndexes(after), ...after },
        condition: 'revision = :read',
        values: { ':read': before.revision },
        otherwise: () => new WriteConflict(`The mailing ${mailingId} was changed by another.`),
      },
    ]);
    return after;
  });
