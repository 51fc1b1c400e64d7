import type { Section } from '../../domain/rights/export.ts';
import type * as keys from './keys.ts';
import type { Key } from './table.ts';

// Every kind of item there is, and what the rights of people make of it. Total over the keys by its type: an item of a
// new kind does not compile until it is said here. docs/privacy.md says the same to people, and a test holds it there.

/** Names of the functions, and fixed keys, that keys.ts makes keys with: one for each kind of item. */
export type Kind = {
  [Name in keyof typeof keys]: Name extends `${string}Key` ? Name : never;
}[keyof typeof keys];

/**
 * What becomes of an item when its dossier is erased: it goes; its people go and the rest stays with the accounts; it is
 * an account and stays for ten years. Outside of dossiers: it removes itself after some time, the head office removes
 * it, it stays with the accounts of the cluster, or it tells of no person.
 */
export type Fate = 'goes' | 'reduced' | 'account' | 'expires' | 'by-hand' | 'books' | 'nobody';

/** One kind of item. */
export type Holding = {
  /** How its keys begin, up to what varies, or all of them. */
  pk: string;
  sk: string;
  fate: Fate;
  /** Where an export shows it; null when there is nothing of the person to show. */
  section: Section | null;
};

const DOSSIER = 'APPLICATION#';
const gone = (sk: string, section: Section): Holding => ({ pk: DOSSIER, sk, fate: 'goes', section });
const account = (sk: string, section: Section): Holding => ({ pk: DOSSIER, sk, fate: 'account', section });
const apart = (pk: string, sk: string, fate: Fate, section: Section | null = null): Holding => ({
  pk,
  sk,
  fate,
  section,
});

export const HOLDINGS: Record<Kind, Holding> = {
  applicationKey: apart(DOSSIER, 'APPLICATION', 'reduced', 'application'),
  memberKey: apart('MEMBER#', 'MEMBER', 'reduced', 'member'),
  // Its line of the directory goes with the membership.
  entryKey: apart('MEMBER#', 'ENTRY', 'goes'),
  noteKey: gone('NOTE#', 'notes'),
  periodKey: apart('MEMBER#', 'PERIOD#', 'reduced', 'periods'),
  taskKey: gone('TASK#', 'tasks'),
  eventKey: gone('EVENT#', 'timeline'),
  growthKey: gone('GROWTH', 'growth'),
  caseKey: gone('CASE#', 'screenings'),
  // When what is kept goes too.
  retentionKey: apart(DOSSIER, 'RETENTION', 'nobody'),
  duesKey: account('DUES#', 'dues'),
  invoiceKey: account('INVOICE#', 'invoices'),
  receivableKey: account('RECEIVABLE#', 'receivables'),
  paymentKey: account('PAYMENT#', 'payments'),
  ledgerKey: apart('LEDGER#', 'ENTRY', 'account', 'ledger'),
  accessKey: apart('ACCESS#', '', 'expires', 'access'),
  // A SIREN, which tells of a person where the company is one: who may come back under its number.
  formerKey: apart('SIREN#', 'FORMER', 'goes'),
  sirenKey: apart('SIREN#', 'LOCK', 'goes'),
  linkKey: apart('LINK#', 'LINK', 'expires'),
  linkRequestKey: apart('LINK-REQUEST#', '', 'expires'),
  postKey: apart('POST#', 'POST', 'expires'),
  registerKey: apart('REGISTER#', 'REGISTER', 'expires'),
  // What the bank says of payers belongs to the accounts of the cluster: the retention job removes it after ten years.
  statementKey: apart('BANK-STATEMENT#', 'STATEMENT', 'books'),
  chunkKey: apart('BANK-STATEMENT#', 'CHUNK#', 'books'),
  bankLineKey: apart('BANK-STATEMENT#', 'LINE#', 'books'),
  jurorKey: apart('JURY', 'JUROR#', 'by-hand'),
  jurorNameKey: apart('JURY', 'USER#', 'by-hand'),
  mentorKey: apart('PROGRAMME', 'MENTOR#', 'by-hand'),
  // Searches that a member of staff keeps for themselves.
  directoryViewsKey: apart('STAFF#', 'DIRECTORY-VIEWS', 'by-hand'),
  digestReaderKey: apart('DIGEST', 'READER#', 'by-hand'),
  // Of a company that had a place its name goes; one that waits for a place has a membership that runs.
  cohortKey: apart('PROGRAMME', 'COHORT#', 'reduced'),
  waitingListKey: apart('PROGRAMME', 'WAITING', 'reduced'),
  // Numbers, hashes and settings.
  bankLinePlaceKey: apart('BANK-LINE#', 'PLACE', 'nobody'),
  invoicePlaceKey: apart('INVOICE#', 'PLACE', 'nobody'),
  paymentPlaceKey: apart('PAYMENT#', 'PLACE', 'nobody'),
  checkoutKey: apart('CHECKOUT#', 'CHECKOUT', 'nobody'),
  invoiceCounterKey: apart('COUNTER#', 'COUNTER', 'nobody'),
  memberCounterKey: apart('COUNTER#MEMBER', 'COUNTER', 'nobody'),
  duesPolicyKey: apart('DUES-POLICIES', 'POLICY#', 'nobody'),
  growthPolicyKey: apart('GROWTH-POLICIES', 'POLICY#', 'nobody'),
  growthPolicyDayKey: apart('GROWTH-POLICIES', 'FROM#', 'nobody'),
  scheduleKey: apart('SCHEDULE#', 'LAST', 'nobody'),
  scheduleTimeKey: apart('SCHEDULE#', 'ON-TIME', 'nobody'),
  mailKey: apart('MAIL#', 'MAIL', 'nobody'),
  // What was said to all, and the numbers it was said to.
  mailingKey: apart('MAILING#', 'MAILING', 'nobody'),
  mailingRecipientsKey: apart('MAILING#', 'RECIPIENTS#', 'nobody'),
  // A hash: what keeps an address from being written to again.
  unsubscribedKey: apart('UNSUBSCRIBED', '', 'nobody'),
  unsubscribeLinkKey: apart('UNSUBSCRIBE#', 'LINK', 'expires'),
  // A comment may stand in it; it goes once the mail has left, minutes later.
  owedMailKey: apart('OWED-MAIL#', 'MAIL', 'expires'),
};

const begins = (start: string, text: string): boolean =>
  start === '' || start.endsWith('#') ? text.startsWith(start) : text === start;

/** How much of a key is said outright: a counter of members is one of counters, and more. */
const weight = ({ pk, sk }: Holding): number => pk.length + sk.length;

const BY_WEIGHT = (Object.entries(HOLDINGS) as [Kind, Holding][]).sort(([, a], [, b]) => weight(b) - weight(a));

/** The kind of an item by its keys; null when it is of none. */
export const kindOf = ({ PK, SK }: Key): Kind | null =>
  BY_WEIGHT.find(([, { pk, sk }]) => begins(pk, PK) && begins(sk, SK))?.[0] ?? null;
