import type * as z from 'zod';
import type { MemberSummary } from '../../domain/contract/responses.ts';
import type { Member } from '../../domain/member/member.ts';

/** The figures of the latest year there are any for. */
const latest = (figures: Member['figures']): Member['figures'][number] | null =>
  figures.reduce<Member['figures'][number] | null>(
    (newest, year) => (newest === null || year.year > newest.year ? year : newest),
    null,
  );

/** A member as a line of the staff's list. */
export const memberSummaryView = (member: Member): z.input<typeof MemberSummary> => ({
  number: member.number,
  status: member.status,
  antenna: member.antenna,
  admittedAt: member.admittedAt,
  period: member.period,
  companyName: member.company.legalName,
  siren: member.company.siren,
  category: member.company.category,
  communeName: member.commune.name,
  latestFigures: latest(member.figures),
});
