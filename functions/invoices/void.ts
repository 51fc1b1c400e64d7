import type { Application } from '../../domain/application/application.ts';
import type { Language } from '../../domain/application/form.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { getReceivable, listReceivables } from '../data/receivables.ts';
import { releasePayments } from '../payments/release.ts';
import { creditInFull } from './credit-in-full.ts';

const REASON: Record<Language, string> = {
  fr: 'la demande d’adhésion a pris fin',
  en: 'the application for membership has ended',
};

/**
 * Cancels by credit notes what a dossier was asked for when it ends without a membership, once however often it is
 * called. What was paid already is held for the company: the treasurer pays it back.
 * @param now ISO 8601 instant
 * @throws TransientStoreError, TransientMailError
 */
export const voidInvoices = async ({ applicationId, form }: Application, now: string): Promise<void> => {
  for (const { number } of await listReceivables(applicationId)) {
    await releasePayments(applicationId, number, now);
    if (balanceOf(await getReceivable(number, applicationId)) === 0) continue;
    await creditInFull(number, { reason: REASON[form.contact.language], now });
  }
};
