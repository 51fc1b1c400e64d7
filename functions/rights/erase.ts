import type { Member } from '../../domain/member/member.ts';
import { plusDays } from '../../domain/member/period.ts';
import { forgetting } from '../../domain/programme/programme.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { assertErasable, erasedApplication, erasedMember } from '../../domain/rights/erasure.ts';
import type { Actor } from '../../domain/task/task.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeWrites } from '../data/applications.ts';
import { type Item, isHead, readDossier, readLedger, removeAll, whatGoes } from '../data/dossiers.ts';
import { listInvoices } from '../data/invoices.ts';
import { formerKey, invoicePlaceKey, paymentPlaceKey } from '../data/keys.ts';
import { memberWrites } from '../data/members.ts';
import { listPayments } from '../data/payments.ts';
import { changeProgramme } from '../data/programme.ts';
import { retentionWrite } from '../data/retention.ts';
import { findFormer } from '../data/siren-locks.ts';
import { transact, type Write } from '../data/table.ts';
import { untilWritten } from '../data/until-written.ts';
import { readAccounts } from './accounts.ts';
import { type Dossier, readStanding } from './standing.ts';

/** What came of it: until when its accounts are kept; null when there are none, and nothing is left. */
export type Erased = { keptUntil: string | null };

/** Who comes back under its number is forgotten with the rest. */
const forgetFormer = async (member: Member | null): Promise<Write[]> => {
  if (member === null) return [];
  const { siren } = member.company;
  return (await findFormer(siren)) === member.number ? [{ remove: formerKey(siren) }] : [];
};

/**
 * Leaves of a dossier its accounts, and the company they are of. It stays in the list of what is to be erased: what lies in
 * it besides has still to go.
 */
const reduce = async (
  { application, member }: Dossier,
  keptUntil: string,
  { by, comment, now }: { by: Actor; comment: string; now: string },
): Promise<void> => {
  const { applicationId } = application;
  await transact([
    ...changeWrites(application, {
      application: erasedApplication(application),
      at: now,
      events: [{ actor: by, happening: { type: 'dossier-erased', keptUntil, comment } }],
    }),
    retentionWrite(applicationId, 'people', parisDay(now)),
    ...(member === null ? [] : memberWrites(member, { member: erasedMember(member), at: now, events: [] })),
    ...(await forgetFormer(member)),
  ]);
};

/** Removes what lies beside the accounts; then the dossier is listed by the day they go themselves. */
const removeRest = async (applicationId: string, items: readonly Item[], keptUntil: string): Promise<void> => {
  await removeAll(whatGoes(items));
  await transact([retentionWrite(applicationId, 'accounts', plusDays(keptUntil, 1))]);
};

/** Removes all there is of a dossier, its head last. */
const removeWhole = async (items: readonly Item[], member: Member | null): Promise<void> => {
  await removeAll(items.filter((item) => !isHead(item)));
  await transact([
    ...(await forgetFormer(member)),
    ...items.filter(isHead).map(({ PK, SK }) => ({ remove: { PK, SK } })),
  ]);
};

/**
 * Erases the people of a dossier. What the law has kept stays until its day: the accounts, and the company they are of.
 * Where there are none, nothing stays. It may be called again after a crash: with accounts the head changes first and the
 * rest goes after it, without any the head goes last.
 * @param request.comment why, for the line that tells of it
 * @throws Refusal `not-found`, `membership-runs`, `application-runs`, `claim-open`; TransientStoreError
 */
export const eraseDossier = async (
  applicationId: string,
  request: { by: Actor; comment: string; now: string },
): Promise<Erased> => {
  const keptUntil = (await readAccounts(applicationId))?.keptUntil ?? null;
  const { member } = await untilWritten(async () => {
    const dossier = await readStanding(applicationId);
    assertErasable(dossier, parisDay(request.now));
    const done = isErased(dossier.application.form.contact);
    if (keptUntil !== null && !done) await reduce(dossier, keptUntil, request);
    return dossier;
  });
  await changeProgramme((programme) => forgetting(programme, applicationId));
  const items = await readDossier(applicationId, member?.number ?? null);
  if (keptUntil === null) await removeWhole(items, member);
  else await removeRest(applicationId, items, keptUntil);
  return { keptUntil };
};

/**
 * Removes what was kept of an erased dossier, once the law asks for it no more: accounts, journal and places.
 * @throws Refusal `not-found`; TransientStoreError
 */
export const removeAccounts = async (applicationId: string): Promise<void> => {
  const { member } = await readStanding(applicationId);
  const [items, ledger, invoices, payments] = await Promise.all([
    readDossier(applicationId, member?.number ?? null),
    readLedger(applicationId),
    listInvoices(applicationId),
    listPayments(applicationId),
  ]);
  await removeAll([
    ...ledger,
    ...invoices.map(({ number }) => invoicePlaceKey(number)),
    ...payments.map(({ paymentId }) => paymentPlaceKey(paymentId)),
  ]);
  await removeWhole(items, member);
};
