import type { ReceivableStatus } from './receivable.ts';

/** What a list of invoices can be asked for. */
export type InvoiceFilter = {
  status?: ReceivableStatus | undefined;
  /** Owed, and past its due date. */
  late?: boolean | undefined;
  /** Number, company or SIREN, in part. */
  q?: string | undefined;
};

type Listed = {
  number: string;
  companyName: string;
  siren: string;
  dueOn: string;
  balanceCents: number;
  status: ReceivableStatus | null;
};

/** A text as it is searched: without case, accents or spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();

/** Tells whether an invoice is one of those asked for. @param today ISO 8601 date in Europe/Paris */
export const isListed = (listed: Listed, { status, late, q }: InvoiceFilter, today: string): boolean => {
  const isLate = listed.balanceCents > 0 && listed.dueOn < today;
  return (
    (status === undefined || listed.status === status) &&
    (late === undefined || isLate === late) &&
    (q === undefined ||
      [listed.number, listed.companyName, listed.siren].some((text) => plain(text).includes(plain(q))))
  );
};
