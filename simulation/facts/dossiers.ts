import type { Application } from '../../domain/application/application.ts';
import type { Dues } from '../../domain/dues/dues.ts';
import type { Member, MembershipPeriod } from '../../domain/member/member.ts';
import type { Payment } from '../../domain/payment/payment.ts';
import type { TimelineEvent } from '../../domain/timeline/event.ts';
import { listApplications } from '../../functions/data/applications.ts';
import { listDues } from '../../functions/data/invoices.ts';
import { findMember, listPeriods } from '../../functions/data/members.ts';
import { listPayments } from '../../functions/data/payments.ts';
import { listReceivables, type StoredReceivable } from '../../functions/data/receivables.ts';
import { findSirenLock, type SirenLock } from '../../functions/data/siren-locks.ts';
import { listTasks, type StoredTask } from '../../functions/data/tasks.ts';
import { listTimeline } from '../../functions/data/timeline.ts';

/** Everything that is kept of a company's dossier. */
export type Dossier = {
  application: Application;
  timeline: TimelineEvent[];
  tasks: StoredTask[];
  dues: Dues[];
  receivables: StoredReceivable[];
  payments: Payment[];
  /** The member whose dossier it is; null for one that none came of, or that a later application heads. */
  membership: { member: Member; periods: MembershipPeriod[]; lock: SirenLock | null } | null;
};

const PAGE = 100;
/** Dossiers read at once. */
const AT_ONCE = 8;

const membershipOf = async ({ applicationId, memberNumber }: Application): Promise<Dossier['membership']> => {
  const member = memberNumber === null ? null : await findMember(memberNumber);
  if (member === null || member.applicationId !== applicationId) return null;
  const [periods, lock] = await Promise.all([listPeriods(member.number), findSirenLock(member.company.siren)]);
  return { member, periods: periods.map(({ from, to }) => ({ from, to })), lock };
};

const dossierOf = async (application: Application): Promise<Dossier> => {
  const { applicationId } = application;
  const [timeline, tasks, dues, receivables, payments, membership] = await Promise.all([
    listTimeline(applicationId),
    listTasks(applicationId),
    listDues(applicationId),
    listReceivables(applicationId),
    listPayments(applicationId),
    membershipOf(application),
  ]);
  return { application, timeline, tasks, dues, receivables, payments, membership };
};

/** Every dossier there is, by SIREN and the day it began. */
export const readDossiers = async (): Promise<Dossier[]> => {
  const applications: Application[] = [];
  let cursor: string | undefined;
  do {
    const page = await listApplications({}, { cursor, limit: PAGE });
    applications.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const order = ({ form, submittedAt }: Application) => `${form.company.siren}#${submittedAt}`;
  const queue = applications
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((application, place) => ({ application, place }));
  const dossiers: Dossier[] = [];
  const reader = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      dossiers[next.place] = await dossierOf(next.application);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return dossiers;
};
