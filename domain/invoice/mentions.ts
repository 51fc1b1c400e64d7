import type { Language } from '../application/form.ts';
import { vatMention } from '../dues/texts.ts';
import type { Invoice } from './invoice.ts';
import { writtenCents, writtenDay, writtenRate } from './written.ts';

// What French law wants an invoice to say (CGI, ann. II, art. 242 nonies A; code de commerce, art. L441-9 and L441-10),
// in the language of the invoice.

/** What stands where VAT is asked. */
const STANDARD_RATE: Record<Language, string> = {
  fr: 'TVA au taux normal (CGI art. 278)',
  en: 'VAT at the standard rate (CGI art. 278)',
};

/** The mentions of an invoice or a credit note, apart, so that each can stand where it belongs. */
export type Mentions = {
  /** Why there is VAT, or none. */
  vat: string;
  /** What the dues pay for: the date of the service. */
  period: string;
  /** When it is due, or what a credit note does. */
  due: string;
  /** Discount for early payment (L441-9: none must be said too). */
  discount: string;
  /** Rate of late penalties (L441-10, II). */
  penalties: string;
  /** The indemnity for costs of recovery, 40 euros (L441-10, II and D441-5), in words as in figures. */
  indemnity: string;
};

const texts = {
  fr: {
    period: (from: string, to: string) => `Cotisation pour la période du ${from} au ${to}.`,
    due: (day: string) => `À régler au plus tard le ${day}.`,
    credit: (number: string, day: string) => `Avoir sur la facture ${number} du ${day}.`,
    discount: 'Pas d’escompte pour paiement anticipé.',
    penalties: (rate: string) =>
      `En cas de retard de paiement, des pénalités sont exigibles sans qu’un rappel soit nécessaire, au taux annuel de ${rate} (article L.\u00a0441-10 du code de commerce).`,
    indemnity: (amount: string) =>
      `Tout retard de paiement donne lieu en outre à une indemnité forfaitaire pour frais de recouvrement de quarante euros (${amount}) (articles L.\u00a0441-10 et D.\u00a0441-5 du code de commerce).`,
  },
  en: {
    period: (from: string, to: string) => `Membership dues for the period from ${from} to ${to}.`,
    due: (day: string) => `To be paid by ${day} at the latest.`,
    credit: (number: string, day: string) => `Credit note on invoice ${number} of ${day}.`,
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
  return {
    vat: `${vatMention(vat.regime, language) ?? STANDARD_RATE[language]}.`,
    period: text.period(day(period.from), day(period.to)),
    due: corrects === null ? text.due(day(dueOn)) : text.credit(corrects.number, day(corrects.issuedOn)),
    discount: text.discount,
    penalties: text.penalties(writtenRate(penaltyRateBasisPoints, language)),
    indemnity: text.indemnity(writtenCents(INDEMNITY_CENTS, language).replace(/[.,]00/, '')),
  };
};
