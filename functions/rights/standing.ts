import type { Application } from '../../domain/application/application.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import type { Member } from '../../domain/member/member.ts';
import type { Standing } from '../../domain/rights/erasure.ts';
import { getApplication } from '../data/applications.ts';
import { findMember } from '../data/members.ts';
import { listReceivables } from '../data/receivables.ts';

/** A dossier with the membership it led to, and what it owes. */
export type Dossier = Standing & { application: Application; member: Member | null };

/**
 * Reads a dossier as the rights of people look at it. A company that came back by applying anew has several; the member
 * belongs to the one it is headed by.
 * @throws Refusal `not-found`; TransientStoreError
 */
export const readStanding = async (applicationId: string): Promise<Dossier> => {
  const application = await getApplication(applicationId);
  const [member, receivables] = await Promise.all([
    application.memberNumber === null ? null : findMember(application.memberNumber),
    listReceivables(applicationId),
  ]);
  return {
    application,
    member: member?.applicationId === applicationId ? member : null,
    owedCents: receivables.reduce((sum, receivable) => sum + balanceOf(receivable), 0),
    owedSince:
      receivables
        .filter((receivable) => balanceOf(receivable) > 0)
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1) ?? null,
  };
};
