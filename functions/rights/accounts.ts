import { accountsKeptUntil } from '../../domain/rights/erasure.ts';
import { listInvoices } from '../data/invoices.ts';
import { ledgerOfDossier } from '../data/ledger.ts';
import { listPayments } from '../data/payments.ts';

/** The accounts of a dossier: how many documents, and the last day they are kept for (ISO 8601 date). */
export type Accounts = { documents: number; keptUntil: string };

/**
 * Reads how long the accounts of a dossier are kept: to the end of the tenth year after the latest of them, what became of
 * an invoice or a payment later (a refund, a waiver) included.
 * @returns null when nothing was ever booked for it
 */
export const readAccounts = async (applicationId: string): Promise<Accounts | null> => {
  const [invoices, payments] = await Promise.all([listInvoices(applicationId), listPayments(applicationId)]);
  const days = [...invoices.map(({ issuedOn }) => issuedOn), ...payments.map(({ receivedOn }) => receivedOn)];
  const documents = days.length;
  for await (const { date } of ledgerOfDossier(applicationId)) days.push(date);
  const latest = days.sort().at(-1);
  return latest === undefined ? null : { documents, keptUntil: accountsKeptUntil(latest) };
};
