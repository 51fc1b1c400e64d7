import type { DossierRights } from '../../domain/contract/rights-routes.ts';
import { erasedFrom } from '../../domain/member/retention.ts';
import type { Access } from '../../domain/rights/access.ts';
import { isErased } from '../../domain/rights/erased.ts';
import { erasureOf } from '../../domain/rights/erasure.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { TimelineEvent } from '../../domain/timeline/event.ts';
import type { Accounts } from './accounts.ts';
import type { Dossier } from './standing.ts';

/** What lies in a dossier, as the view of its rights needs it. */
type Held = {
  accounts: Accounts | null;
  timeline: readonly TimelineEvent[];
  access: readonly Access[];
};

/** When the people of a dossier are erased by themselves; null while they are needed. */
const ownEnd = ({ application, member }: Dossier): string | null => {
  const endedAt = member === null ? application.closedAt : member.leftAt;
  return endedAt === null ? null : erasedFrom(endedAt);
};

/** The rights over a dossier, as staff see them. */
export const rightsView = (dossier: Dossier, held: Held, now: string): DossierRights => {
  const { application, member } = dossier;
  const { firstName, lastName, role, email } = member?.contact ?? application.form.contact;
  return {
    applicationId: application.applicationId,
    memberNumber: application.memberNumber,
    companyName: member?.company.legalName ?? application.form.company.legalName,
    antenna: member?.antenna ?? application.antenna?.code ?? null,
    contact: { firstName, lastName, role, email },
    erased: isErased(application.form.contact),
    erasedFrom: ownEnd(dossier),
    verdict: erasureOf(dossier, parisDay(now)),
    accounts: held.accounts,
    consent: application.consent,
    mails: held.timeline
      .flatMap(({ at, happening }) => (happening.type === 'mail-sent' ? [{ at, message: happening.message }] : []))
      .reverse(),
    access: held.access.map(({ at, by, opened }) => ({ at, by, opened })),
  };
};
