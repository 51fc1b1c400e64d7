import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { isLive } from '../../domain/application/status.ts';
import { tracesOf } from '../../domain/bank/line.ts';
import type { StoredLine, StoredStatement } from '../../domain/bank/stored.ts';
import type { DirectoryEntry } from '../../domain/directory/entry.ts';
import type { GrowthCase } from '../../domain/growth/case.ts';
import { applicationOfCase } from '../../domain/growth/case-id.ts';
import type { GrowthProfile } from '../../domain/growth/profile.ts';
import { yearlyFrom } from '../../domain/growth/yearly.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import { isSettled } from '../../domain/invoice/moves.ts';
import { balanceOf, type Receivable } from '../../domain/invoice/receivable.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Mailing } from '../../domain/mailing/mailing.ts';
import type { Member } from '../../domain/member/member.ts';
import { erasedFrom } from '../../domain/member/retention.ts';
import { hasLeft } from '../../domain/member/status.ts';
import type { Payment } from '../../domain/payment/payment.ts';
import type { Cohort } from '../../domain/programme/cohort.ts';
import { untold } from '../../domain/programme/programme.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { firstDueAt, type HumanTask } from '../../domain/task/task.ts';
import type { IndexKeys, Key } from './table.ts';

// Every key of the table, in one place. The keys of the indexes follow from the entity alone: an entity that changes
// enters and leaves the lists by itself. Access patterns: docs/data.md.

/** Partition of what must still reach Step Functions: answers to deliver, executions to start. */
export const DELIVERY = 'DELIVERY';
export const APPLICATIONS = 'APPLICATIONS';
/** Applications whose address is not confirmed, the oldest first. */
export const UNCONFIRMED = 'APPLICATIONS#UNCONFIRMED';
export const OPEN_TASKS = 'TASKS#OPEN';
export const MEMBERS = 'MEMBERS';
/** Invoices and credit notes. */
export const INVOICES = 'INVOICES';
/** What is owed, the soonest due first. */
export const OPEN_RECEIVABLES = 'RECEIVABLES#OPEN';
export const DUES_POLICIES = 'DUES-POLICIES';
/** Payments of which something is held for a company. */
export const HELD = 'PAYMENTS#HELD';
/** Files of the bank. */
export const BANK_STATEMENTS = 'BANK-STATEMENTS';
/** Lines of the bank that wait for a person. */
export const UNMATCHED_LINES = 'BANK-LINES#UNMATCHED';
/** Who has left, until its contacts are erased: no longer in the member file. */
export const FORMER_MEMBERS = 'MEMBERS#LEFT';
/** Periods to be renewed, by their last day. */
export const PERIODS_DUE = 'PERIODS#DUE';
/** Memberships that a resignation ends, by their last day. */
export const PERIODS_LEAVING = 'PERIODS#LEAVING';
/** What is to be erased, by the day from which it is. */
export const RETENTION = 'RETENTION';
/** The directory's lines, by membership number; of those who left, apart. */
export const DIRECTORY = 'DIRECTORY';
export const FORMER_DIRECTORY = 'DIRECTORY#LEFT';
/** Lists of one antenna. */
export const antennaList = (
  list: typeof APPLICATIONS | typeof MEMBERS | typeof DIRECTORY,
  antenna: AntennaCode,
): string => `${list}#${antenna}`;

export const applicationPartition = (applicationId: string): string => `APPLICATION#${applicationId}`;
export const applicationKey = (applicationId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: 'APPLICATION',
});
/** When a dossier without a membership, or what is kept of an erased one, is removed. */
export const retentionKey = (applicationId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: 'RETENTION',
});
/** Who among staff opened a dossier. */
export const accessPartition = (applicationId: string): string => `ACCESS#${applicationId}`;
/** A line an hour for each person and each part. */
export const accessKey = (applicationId: string, hour: string, staffId: string, opened: string): Key => ({
  PK: accessPartition(applicationId),
  SK: `${hour}#${opened}#${staffId}`,
});
/** Every line of the access log, the oldest first. */
export const ACCESS_LOG = 'ACCESS-LOG';
/** Whom the weekly digest goes to: a small partition. */
export const DIGEST = 'DIGEST';
export const DIGEST_PREFIX = 'READER#';
export const digestReaderKey = (readerId: string): Key => ({ PK: DIGEST, SK: `${DIGEST_PREFIX}${readerId}` });
export const TASK_PREFIX = 'TASK#';
export const EVENT_PREFIX = 'EVENT#';

/** A task id starts with the id of its application. */
export const taskKey = (taskId: string): Key => ({
  PK: applicationPartition(taskId.split('~')[0] ?? ''),
  SK: `${TASK_PREFIX}${taskId}`,
});
/**
 * Events lie in the order of the writes they belong to, which is the order of cause and effect; their instants come
 * from several clocks.
 * @param place tells apart the events of one write
 */
export const eventKey = (applicationId: string, version: number, place: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${EVENT_PREFIX}${String(version).padStart(8, '0')}#${place}`,
});
export const INVOICE_PREFIX = 'INVOICE#';
export const DUES_PREFIX = 'DUES#';
export const RECEIVABLE_PREFIX = 'RECEIVABLE#';
/** An invoice or a credit note lies in its dossier. */
export const invoiceKey = (applicationId: string, number: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${INVOICE_PREFIX}${number}`,
});
/** Which dossier an invoice lies in: whoever has its number, or its reference, which is made of it, finds it. */
export const invoicePlaceKey = (number: string): Key => ({ PK: `INVOICE#${number}`, SK: 'PLACE' });
export const receivableKey = (applicationId: string, number: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${RECEIVABLE_PREFIX}${number}`,
});
export const duesKey = (applicationId: string, duesId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${DUES_PREFIX}${duesId}`,
});
/** How many numbers of a series were given in a year. */
export const invoiceCounterKey = (kind: Invoice['kind'], year: number): Key => ({
  PK: `COUNTER#${kind.toUpperCase()}#${year}`,
  SK: 'COUNTER',
});
export const PAYMENT_PREFIX = 'PAYMENT#';
/** A payment lies in the dossier it is for. */
export const paymentKey = (applicationId: string, paymentId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${PAYMENT_PREFIX}${paymentId}`,
});
/** A mail about money that is stored and that must still leave. */
export const owedMailKey = (id: string): Key => ({ PK: `OWED-MAIL#${id}`, SK: 'MAIL' });
/** Which dossier a payment lies in: it comes once in all. */
export const paymentPlaceKey = (paymentId: string): Key => ({ PK: `PAYMENT#${paymentId}`, SK: 'PLACE' });
const statementPartition = (statementId: string): string => `BANK-STATEMENT#${statementId}`;
export const statementKey = (statementId: string): Key => ({ PK: statementPartition(statementId), SK: 'STATEMENT' });
/** The lines of a file as they were read, some hundreds an item. */
export const chunkKey = (statementId: string, chunk: number): Key => ({
  PK: statementPartition(statementId),
  SK: `CHUNK#${String(chunk).padStart(6, '0')}`,
});
/** What became of a line of a file, by its place in it. */
export const bankLineKey = (statementId: string, place: number): Key => ({
  PK: statementPartition(statementId),
  SK: `LINE#${String(place).padStart(8, '0')}`,
});
/** Which file a line of the bank was taken from: it is taken once, in whichever files it comes. */
export const bankLinePlaceKey = (lineId: string): Key => ({ PK: `BANK-LINE#${lineId}`, SK: 'PLACE' });
/** What the bank, or the payer, knows a transaction by: a reversal bears it too. */
export const bankTrace = (trace: string): string => `BANK-TRACE#${trace}`;
/** What a payment page of Stripe's asks for. */
export const checkoutKey = (sessionId: string): Key => ({ PK: `CHECKOUT#${sessionId}`, SK: 'CHECKOUT' });
export const duesPolicyKey = (version: string): Key => ({ PK: DUES_POLICIES, SK: `POLICY#${version}` });
/** An entry of the journal by its natural key: it is written once in all. */
export const ledgerKey = (key: string): Key => ({ PK: `LEDGER#${key}`, SK: 'ENTRY' });
/** The journal of a year. */
export const ledgerYear = (year: number | string): string => `LEDGER#${year}`;
/** What the journal says of one dossier. */
export const ledgerAccount = (applicationId: string): string => `LEDGER#${applicationId}`;
/** What an `Idempotency-Key` came to on a route. */
export const postKey = (route: string, keySha256: string): Key => ({ PK: `POST#${route}#${keySha256}`, SK: 'POST' });
export const memberPartition = (number: string): string => `MEMBER#${number}`;
export const memberKey = (number: string): Key => ({ PK: memberPartition(number), SK: 'MEMBER' });
export const PERIOD_PREFIX = 'PERIOD#';
/** Periods of a member lie in order; two cannot begin on one day. */
export const periodKey = (number: string, from: string): Key => ({
  PK: memberPartition(number),
  SK: `${PERIOD_PREFIX}${from}`,
});
export const memberCounterKey: Key = { PK: 'COUNTER#MEMBER', SK: 'COUNTER' };
export const sirenKey = (siren: string): Key => ({ PK: `SIREN#${siren}`, SK: 'LOCK' });
/** Which member held a SIREN last, so that it comes back under its number. */
export const formerKey = (siren: string): Key => ({ PK: `SIREN#${siren}`, SK: 'FORMER' });
export const linkKey = (tokenSha256: string): Key => ({ PK: `LINK#${tokenSha256}`, SK: 'LINK' });
export const registerKey = (siren: string): Key => ({ PK: `REGISTER#${siren}`, SK: 'REGISTER' });
export const linkRequestKey = (applicationId: string, slot: string): Key => ({
  PK: `LINK-REQUEST#${applicationId}`,
  SK: slot,
});
/** What the last run of a schedule came to. */
export const scheduleKey = (name: string): Key => ({ PK: `SCHEDULE#${name}`, SK: 'LAST' });
/** When it was last called by its own time. */
export const scheduleTimeKey = (name: string): Key => ({ PK: `SCHEDULE#${name}`, SK: 'ON-TIME' });
export const mailKey = (naturalKey: string): Key => ({ PK: `MAIL#${naturalKey}`, SK: 'MAIL' });

/** Its execution must still be started, or be told that the applicant withdrew. */
const isUndelivered = ({ status, executionName, closedAt }: Application): boolean =>
  (isLive(status) && executionName === null) || (status === 'withdrawn' && closedAt === null);

/** Listed by age; for its antenna once placed, but among what must be delivered as long as something must. */
export const applicationIndexes = (application: Application): IndexKeys => {
  // What is kept of it is for the accounts alone.
  if (isErased(application.form.contact)) return {};
  const sort = `${application.submittedAt}#${application.applicationId}`;
  const all = { GSI1PK: APPLICATIONS, GSI1SK: sort };
  if (isUndelivered(application)) {
    return { ...all, GSI2PK: DELIVERY, GSI2SK: `${application.updatedAt}#${application.applicationId}` };
  }
  if (application.antenna === null) {
    return application.status === 'confirming-email' ? { ...all, GSI2PK: UNCONFIRMED, GSI2SK: sort } : all;
  }
  return { ...all, GSI2PK: antennaList(APPLICATIONS, application.antenna.code), GSI2SK: sort };
};

/** Listed for staff by its first due date while open; among what must be delivered while answered. */
export const taskIndexes = (task: HumanTask): IndexKeys => ({
  ...(task.status === 'open' && task.audience.kind === 'staff'
    ? { GSI1PK: OPEN_TASKS, GSI1SK: `${firstDueAt(task)}#${task.taskId}` }
    : {}),
  ...(task.status === 'answered' && task.answer !== null
    ? { GSI2PK: DELIVERY, GSI2SK: `${task.answer.at}#${task.taskId}` }
    : {}),
});

/** Listed by day of issue and number; a credit note, which nobody owes, by itself. */
export const creditNoteIndexes = ({ issuedOn, number }: Pick<Invoice, 'issuedOn' | 'number'>): IndexKeys => ({
  GSI1PK: INVOICES,
  GSI1SK: `${issuedOn}#${number}`,
});

/**
 * Listed with the invoices, and by due date as long as something is owed; among what must be delivered while a state
 * waits for a payment that is there, or while nobody collects what is owed again.
 */
export const receivableIndexes = (receivable: Receivable): IndexKeys => {
  const { number, issuedOn, dueOn, updatedAt, token, reopenedAt } = receivable;
  const all = { GSI1PK: INVOICES, GSI1SK: `${issuedOn}#${number}` };
  if (token !== null && isSettled(receivable)) return { ...all, GSI2PK: DELIVERY, GSI2SK: `${updatedAt}#${number}` };
  if (reopenedAt !== null) return { ...all, GSI2PK: DELIVERY, GSI2SK: `${reopenedAt}#${number}` };
  return balanceOf(receivable) > 0 ? { ...all, GSI2PK: OPEN_RECEIVABLES, GSI2SK: `${dueOn}#${number}` } : all;
};

/** Listed in the journal of its year in the order it was written, and in its dossier's account where it has one. */
export const ledgerIndexes = (entry: LedgerEntry, applicationId: string | null): IndexKeys => ({
  GSI1PK: ledgerYear(entry.date.slice(0, 4)),
  GSI1SK: `${entry.at}#${entry.key}`,
  ...(applicationId === null ? {} : { GSI2PK: ledgerAccount(applicationId), GSI2SK: `${entry.at}#${entry.key}` }),
});
/** A member's line of the directory. */
export const entryKey = (number: string): Key => ({ PK: memberPartition(number), SK: 'ENTRY' });
export const entryIndexes = ({ number, status, antenna }: DirectoryEntry): IndexKeys =>
  hasLeft(status)
    ? { GSI1PK: FORMER_DIRECTORY, GSI1SK: number }
    : { GSI1PK: DIRECTORY, GSI1SK: number, GSI2PK: antennaList(DIRECTORY, antenna), GSI2SK: number };
/** What one member of staff keeps for themselves. */
export const directoryViewsKey = (staffId: string): Key => ({ PK: `STAFF#${staffId}`, SK: 'DIRECTORY-VIEWS' });
export const memberIndexes = (member: Member): IndexKeys => {
  if (isErased(member.contact)) return {};
  if (hasLeft(member.status)) return { GSI1PK: FORMER_MEMBERS, GSI1SK: member.number };
  return {
    GSI1PK: MEMBERS,
    GSI1SK: member.number,
    GSI2PK: antennaList(MEMBERS, member.antenna),
    GSI2SK: member.number,
  };
};

/**
 * A member's latest period is listed by what comes of it: due for renewal, ending with a resignation, or to be erased
 * after the membership. While a renewal is under way its workflow knows what comes, and it is in no list.
 */
export const periodIndexes = (member: Member): IndexKeys => {
  const { number, status, period, renewal, resignation, leftAt } = member;
  const listed = (list: string, day: string): IndexKeys => ({ GSI1PK: list, GSI1SK: `${day}#${number}` });
  if (isErased(member.contact)) return {};
  if (leftAt !== null) return listed(RETENTION, erasedFrom(leftAt));
  // Opened by joining again, and not taken up by its workflow yet.
  if (renewal?.started === false) return listed(PERIODS_DUE, renewal.openedAt.slice(0, 10));
  if (status !== 'active') return {};
  if (resignation !== null && resignation.effectiveOn <= period.to) {
    return listed(PERIODS_LEAVING, resignation.effectiveOn);
  }
  return listed(PERIODS_DUE, period.to);
};

/** Listed, the oldest first, as long as something is held. */
export const paymentIndexes = ({ heldCents, receivedOn, paymentId }: Payment): IndexKeys =>
  heldCents > 0 ? { GSI1PK: HELD, GSI1SK: `${receivedOn}#${paymentId}` } : {};

/** Listed, the newest first; among what must be delivered until its workflow is started. */
export const statementIndexes = ({ uploadedAt, statementId, started }: StoredStatement): IndexKeys => ({
  GSI1PK: BANK_STATEMENTS,
  GSI1SK: `${uploadedAt}#${statementId}`,
  ...(started ? {} : { GSI2PK: DELIVERY, GSI2SK: `${uploadedAt}#${statementId}` }),
});

/** Listed while it waits for a person, the oldest first; found by what the bank or the payer knows it by. */
export const bankLineIndexes = (line: StoredLine): IndexKeys => {
  const [trace] = tracesOf(line);
  return {
    ...(line.state === 'unknown' || line.state === 'other-currency'
      ? { GSI1PK: UNMATCHED_LINES, GSI1SK: `${line.bookedOn}#${line.lineId}` }
      : {}),
    ...(line.kind !== 'credit' || line.state === 'known' || trace === undefined
      ? {}
      : { GSI2PK: bankTrace(trace), GSI2SK: `${line.bookedOn}#${line.lineId}` }),
  };
};

/** Companies whose yearly screening is due, by the day from which it is. */
export const YEARLY_DUE = 'GROWTH#DUE';
/** Listed as long as there are figures that no screening took. */
export const profileIndexes = (profile: GrowthProfile): IndexKeys => {
  const from = yearlyFrom(profile);
  return from === null ? {} : { GSI1PK: YEARLY_DUE, GSI1SK: `${from}#${profile.applicationId}` };
};

/** Every screening there was. */
export const GROWTH_CASES = 'GROWTH-CASES';
/** The register of jurors, the versions of the growth policy, and the programme: a small partition each. */
export const JURY = 'JURY';
export const GROWTH_POLICIES = 'GROWTH-POLICIES';
export const PROGRAMME = 'PROGRAMME';
export const CASE_PREFIX = 'CASE#';
export const JUROR_PREFIX = 'JUROR#';
export const COHORT_PREFIX = 'COHORT#';
export const MENTOR_PREFIX = 'MENTOR#';

/** Messages to many members. */
export const MAILINGS = 'MAILINGS';
const mailingPartition = (mailingId: string): string => `MAILING#${mailingId}`;
export const mailingKey = (mailingId: string): Key => ({ PK: mailingPartition(mailingId), SK: 'MAILING' });
/** Whom it goes to, a thousand an item. */
export const mailingRecipientsKey = (mailingId: string, part: number): Key => ({
  PK: mailingPartition(mailingId),
  SK: `RECIPIENTS#${String(part).padStart(3, '0')}`,
});
/** Listed by age; among what must be delivered until its workflow is started. */
export const mailingIndexes = ({ at, mailingId, started }: Mailing): IndexKeys => ({
  GSI1PK: MAILINGS,
  GSI1SK: `${at}#${mailingId}`,
  ...(started ? {} : { GSI2PK: DELIVERY, GSI2SK: `${at}#${mailingId}` }),
});
/** Addresses that want no mailings, by their SHA-256. */
export const UNSUBSCRIBED = 'UNSUBSCRIBED';
export const unsubscribedKey = (emailSha256: string): Key => ({ PK: UNSUBSCRIBED, SK: emailSha256 });
export const unsubscribeLinkKey = (tokenSha256: string): Key => ({ PK: `UNSUBSCRIBE#${tokenSha256}`, SK: 'LINK' });
/** Notes of a dossier lie in the order they were written in. */
export const NOTE_PREFIX = 'NOTE#';
export const noteKey = (applicationId: string, noteId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${NOTE_PREFIX}${noteId}`,
});
export const growthKey = (applicationId: string): Key => ({ PK: applicationPartition(applicationId), SK: 'GROWTH' });
/** A case's id is its application's and its number, which sorts. */
export const caseKey = (caseId: string): Key => ({
  PK: applicationPartition(applicationOfCase(caseId)),
  SK: `${CASE_PREFIX}${(caseId.split('~')[1] ?? '').padStart(6, '0')}`,
});
export const jurorKey = (jurorId: string): Key => ({ PK: JURY, SK: `${JUROR_PREFIX}${jurorId}` });
/** Held while a juror of this user name is active. */
export const jurorNameKey = (userName: string): Key => ({ PK: JURY, SK: `USER#${userName.trim().toLowerCase()}` });
export const growthPolicyKey = (version: string): Key => ({ PK: GROWTH_POLICIES, SK: `POLICY#${version}` });
export const growthPolicyDayKey = (from: string): Key => ({ PK: GROWTH_POLICIES, SK: `FROM#${from}` });
export const cohortKey = (cohortId: string): Key => ({ PK: PROGRAMME, SK: `${COHORT_PREFIX}${cohortId}` });
export const mentorKey = (mentorId: string): Key => ({ PK: PROGRAMME, SK: `${MENTOR_PREFIX}${mentorId}` });
export const waitingListKey: Key = { PK: PROGRAMME, SK: 'WAITING' };

/** What a screening's place in the list begins with: read backwards, the open ones come first, then those that a jury had. */
const rankOf = ({ endedAt, sessions }: Pick<GrowthCase, 'endedAt' | 'sessions'>): 'open' | 'judged' | 'closed' => {
  if (endedAt === null) return 'open';
  return sessions.length > 0 ? 'judged' : 'closed';
};

/** Listed by rank, then age; among what must be delivered while its workflow must be started, or told of something. */
export const caseIndexes = (
  growthCase: Pick<GrowthCase, 'caseId' | 'openedAt' | 'endedAt' | 'sessions'> & { undeliveredSince: string | null },
): IndexKeys => ({
  GSI1PK: GROWTH_CASES,
  GSI1SK: `${rankOf(growthCase)}#${growthCase.openedAt}#${growthCase.caseId}`,
  ...(growthCase.undeliveredSince === null
    ? {}
    : { GSI2PK: DELIVERY, GSI2SK: `${growthCase.undeliveredSince}#${growthCase.caseId}` }),
});

/** Among what must be delivered while somebody who moved up has not been told. */
export const cohortIndexes = (cohort: Cohort): IndexKeys => {
  const [first] = untold(cohort);
  return first === undefined ? {} : { GSI2PK: DELIVERY, GSI2SK: `${first.enrolledAt}#${cohort.cohortId}` };
};
