import type * as z from 'zod';
import type { MemberDues, MemberSummary } from '../../domain/contract/directory-responses.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import type { Member } from '../../domain/member/member.ts';
import type { StoredReceivable } from '../data/receivables.ts';
import { invoiceSummaryView } from '../invoices/views.ts';

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

const sum = (receivables: readonly StoredReceivable[]): number =>
  receivables.reduce((cents, receivable) => cents + balanceOf(receivable), 0);

/** What a member owes. @param today ISO 8601 date in Europe/Paris */
export const memberDuesView = (
  receivables: readonly StoredReceivable[],
  today: string,
): z.input<typeof MemberDues> => ({
  balanceCents: sum(receivables),
  lateCents: sum(receivables.filter(({ dueOn }) => dueOn < today)),
  invoices: receivables.map(invoiceSummaryView).reverse(),
});
