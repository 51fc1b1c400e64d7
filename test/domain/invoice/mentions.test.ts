import { describe, expect, it } from '@jest/globals';
import { VAT_REGIMES } from '../../../domain/dues/policy.ts';
import { mentionsOf } from '../../../domain/invoice/mentions.ts';
import { sampleCreditNote, sampleInvoice } from '../../support/invoices.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the mentions of an invoice', () => {
  it('say in French what the law wants said', () => {
    const { period, due, discount, penalties, indemnity } = mentionsOf(sampleInvoice());

    expect(plain(period)).toBe('Cotisation pour la période du 5 octobre 2026 au 4 octobre 2027.');
    expect(plain(due)).toBe('À régler au plus tard le 4 novembre 2026.');
    expect(discount).toBe('Pas d’escompte pour paiement anticipé.');
    expect(plain(penalties)).toContain('au taux annuel de 12,15 %');
    expect(plain(indemnity)).toContain('indemnité forfaitaire pour frais de recouvrement de quarante euros (40 €)');
  });

  it('say the same in English', () => {
    const { period, due, discount, penalties, indemnity } = mentionsOf(sampleInvoice({ language: 'en' }));

    expect(plain(period)).toBe('Membership dues for the period from 5 October 2026 to 4 October 2027.');
    expect(plain(due)).toBe('To be paid by 4 November 2026 at the latest.');
    expect(discount).toBe('No discount for early payment.');
    expect(plain(penalties)).toContain('at an annual rate of 12.15%');
    expect(plain(indemnity)).toContain('forty euros (€40)');
  });

  it('name the invoice that a credit note corrects', () => {
    expect(plain(mentionsOf(sampleCreditNote()).due)).toBe('Avoir sur la facture F2026-000042 du 5 octobre 2026.');
    expect(plain(mentionsOf(sampleCreditNote({ language: 'en' })).due)).toBe(
      'Credit note on invoice F2026-000042 of 5 October 2026.',
    );
  });

  it('say of each VAT regime something of its own, in each language', () => {
    const said = VAT_REGIMES.flatMap((regime) =>
      (['fr', 'en'] as const).map(
        (language) => mentionsOf(sampleInvoice({ language, vat: { regime, rateBasisPoints: 0, cents: 0 } })).vat,
      ),
    );

    expect(new Set(said).size).toBe(2 * VAT_REGIMES.length);
    expect(said).toContain('TVA non applicable, article 293 B du CGI.');
    expect(said).toContain('Exonération de TVA, article 261, 7-1° a du CGI.');
  });
});
