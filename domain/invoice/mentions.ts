import type { Language } from '../application/form.ts';
import type { VatRegime } from '../dues/policy.ts';
import type { Invoice } from './invoice.ts';
import { writtenCents, writtenDay, writtenRate } from './written.ts';

// What French law wants an invoice to say (CGI, ann. II, art. 242 nonies A; code de commerce, art. L441-9 and L441-10),
// in the language of the invoice.

/** What each VAT regime prints: the text that exempts, or the rate that applies (242 nonies A, I-12°). */
export const VAT_MENTIONS: Record<VatRegime, Record<Language, string>> = {
  'out-of-scope': {
    fr: 'Cotisation hors du champ d’application de la TVA (article 256 du CGI).',
    en: 'Membership dues outside the scope of VAT (article 256 of the French tax code, CGI).',
  },
  'exempt-261-7-1a': {
    fr: 'Exonération de TVA, article 261, 7-1° a du CGI.',
    en: 'Exempt from VAT under article 261, 7-1° a of the French tax code (CGI).',
  },
  'exempt-261-4-9': {
    fr: 'Exonération de TVA, article 261, 4-9° du CGI.',
    en: 'Exempt from VAT under article 261, 4-9° of the French tax code (CGI).',
  },
  'franchise-293b': {
    fr: 'TVA non applicable, article 293 B du CGI.',
    en: 'VAT not applicable, article 293 B of the French tax code (CGI).',
  },
  standard: {
    fr: 'TVA au taux normal (article 278 du CGI).',
    en: 'VAT at the standard rate (article 278 of the French tax code, CGI).',
  },
};

/** The mentions of an invoice or a credit note, apart, so that each can stand where it belongs. */
export type Mentions = {
  /** Why there is VAT, or none. */
  vat: string;
  /** What the dues pay for: the date of the service. */
  period: string;
  /** When it is due, or what a credit note does. */
  due: string;
  /** Discount for early payment (L441-9: none must be said too). Null on a credit note, which nobody pays. */
  discount: string | null;
  /** Rate of late penalties (L441-10, II). */
  penalties: string | null;
  /** The indemnity for costs of recovery, 40 euros (L441-10, II and D441-5), in words as in figures. */
  indemnity: string | null;
};

const texts = {
  fr: {
    period: (from: string, to: string) => `Cotisation pour la période du ${from} au ${to}.`,
    due: (day: string) => `À régler au plus tard le ${day}.`,
    credit: (number: string, day: string, reason: string) =>
      `Avoir sur la facture ${number} du ${day}. Motif : ${reason}`.replace(' :', '\u00a0:'),
    discount: 'Pas d’escompte pour paiement anticipé.',
    penalties: (rate: string) =>
      `En cas de retard de paiement, des pénalités sont exigibles sans qu’un rappel soit nécessaire, au taux annuel de ${rate} (article L.\u00a0441-10 du code de commerce).`,
    indemnity: (amount: string) =>
      `Tout retard de paiement donne lieu en outre à une indemnité forfaitaire pour frais de recouvrement de quarante euros (${amount}) (articles L.\u00a0441-10 et D.\u00a0441-5 du code de commerce).`,
  },
  en: {
    period: (from: string, to: string) => `Membership dues for the period from ${from} to ${to}.`,
    due: (day: string) => `To be paid by ${day} at the latest.`,
    credit: (number: string, day: string, reason: string) =>
      `Credit note on invoice ${number} of ${day}. Reason: ${reason}`,
    discount: 'No discount for early payment.',
    penalties: (rate: string) =>
      `Late payment bears penalties at an annual rate of ${rate}, due without any reminder (article L.\u00a0441-10 of the French commercial code).`,
    indemnity: (amount: string) =>
      `Any late payment also gives rise to a fixed indemnity of forty euros (${amount}) for costs of recovery (articles L.\u00a0441-10 and D.\u00a0441-5 of the French commercial code).`,
  },
} as const satisfies Record<Language, unknown>;

/** Fixed indemnity for costs of recovery, in cents (D441-5 code de commerce). */
const INDEMNITY_CENTS = 40_00;

/** Everything the law wants said, in the invoice's language. */
export const mentionsOf = (invoice: Invoice): Mentions => {
  const { language, corrects, vat, period, dueOn, penaltyRateBasisPoints } = invoice;
  const text = texts[language];
  const day = (date: string): string => writtenDay(date, language);
  const owed = invoice.kind === 'invoice';
  return {
    vat: VAT_MENTIONS[vat.regime][language],
    period: text.period(day(period.from), day(period.to)),
    due:
      corrects === null ? text.due(day(dueOn)) : text.credit(corrects.number, day(corrects.issuedOn), corrects.reason),
    discount: owed ? text.discount : null,
    penalties: owed ? text.penalties(writtenRate(penaltyRateBasisPoints, language)) : null,
    indemnity: owed ? text.indemnity(writtenCents(INDEMNITY_CENTS, language).replace(/[.,]00/, '')) : null,
  };
};
