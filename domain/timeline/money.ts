import type { Language } from '../application/form.ts';
import { writeCents } from '../dues/texts.ts';
import { CollectionStep } from '../invoice/receivable.ts';
import { writeDay } from '../time/written-day.ts';
import type { Happening } from './event.ts';

// The lines of a timeline that tell of money, as the company and staff both read them.

const MONEY = [
  'invoice-issued',
  'credit-note-issued',
  'invoice-waived',
  'payment-received',
  'payment-reversed',
  'credit-held',
  'credit-refunded',
  'collection-step',
  'delay-asked',
  'delay-granted',
  'delay-declined',
  'invoice-unpaid',
] as const satisfies readonly Happening['type'][];

/** A happening about invoices and payments. */
export type MoneyHappening = Extract<Happening, { type: (typeof MONEY)[number] }>;

/** Tells whether a happening is about invoices and payments. */
export const isMoney = (happening: Happening): happening is MoneyHappening =>
  MONEY.some((type) => type === happening.type);

const METHODS: Record<Extract<MoneyHappening, { type: 'payment-received' }>['method'], Record<Language, string>> = {
  transfer: { fr: 'par virement', en: 'by transfer' },
  cheque: { fr: 'par chèque', en: 'by cheque' },
  card: { fr: 'par carte', en: 'by card' },
  'online-card': { fr: 'par carte en ligne', en: 'by card online' },
  credit: { fr: 'sur le montant conservé', en: 'from what was held' },
};

/** `reminder:-7` reads as a reminder seven days before the due date; null for what is no step of collecting. */
export const collectionStepText = (step: string, language: Language): string | null =>
  CollectionStep.safeParse(step).success ? stepText(step, language) : null;

const stepText = (step: string, language: Language): string => {
  if (step === 'formal-notice') return { fr: 'Mise en demeure', en: 'Formal notice' }[language];
  const days = Number(step.split(':')[1]);
  if (days === 0) return { fr: 'Relance le jour de l’échéance', en: 'Reminder on the due date' }[language];
  const count = Math.abs(days);
  const plural = count === 1 ? '' : 's';
  if (language === 'fr') return `Relance ${count} jour${plural} ${days < 0 ? 'avant' : 'après'} l’échéance`;
  return `Reminder ${count} day${plural} ${days < 0 ? 'before' : 'after'} the due date`;
};

/** A happening about money as a sentence. */
export const moneySentence = (happening: MoneyHappening, language: Language): string => {
  const fr = language === 'fr';
  const cents = 'cents' in happening ? writeCents(happening.cents, language) : '';
  const number = 'number' in happening ? happening.number : '';
  switch (happening.type) {
    case 'invoice-issued': {
      const due = writeDay(happening.dueOn, language);
      return fr
        ? `Facture ${number} émise : ${cents}, à payer au plus tard le ${due}.`
        : `Invoice ${number} issued: ${cents}, due on ${due}.`;
    }
    case 'credit-note-issued':
      return fr
        ? `Avoir ${number} émis sur la facture ${happening.corrects} : ${cents}.`
        : `Credit note ${number} issued for invoice ${happening.corrects}: ${cents}.`;
    case 'invoice-waived':
      return fr ? `Facture ${number} : remise de ${cents}.` : `Invoice ${number}: ${cents} waived.`;
    case 'payment-received': {
      const how = METHODS[happening.method][language];
      return fr
        ? `Paiement de ${cents} reçu ${how} pour la facture ${number}.`
        : `Payment of ${cents} received ${how} for invoice ${number}.`;
    }
    case 'payment-reversed':
      return fr
        ? `Paiement de ${cents} repris : la facture ${number} est de nouveau due.`
        : `Payment of ${cents} taken back: invoice ${number} is owed again.`;
    case 'credit-held':
      return fr
        ? `${cents} conservés pour l’entreprise, à utiliser ou à rembourser.`
        : `${cents} held for the company, to use or to refund.`;
    case 'credit-refunded':
      return fr ? `${cents} remboursés à l’entreprise.` : `${cents} refunded to the company.`;
    case 'collection-step': {
      const step = stepText(happening.step, language);
      if (happening.skipped) {
        return fr
          ? `${step} (${number}) : non envoyée, la suivante était due.`
          : `${step} (${number}): not sent, the next was due.`;
      }
      return `${step} (${number}).`;
    }
    case 'delay-asked': {
      const until = writeDay(happening.until, language);
      return fr
        ? `Délai demandé pour la facture ${number}, jusqu’au ${until}.`
        : `More time asked for invoice ${number}, until ${until}.`;
    }
    case 'delay-granted': {
      const until = writeDay(happening.until, language);
      return fr
        ? `Délai accordé : la facture ${number} est à payer au plus tard le ${until}.`
        : `More time granted: invoice ${number} is due on ${until}.`;
    }
    case 'delay-declined':
      return fr ? `Délai refusé pour la facture ${number}.` : `More time declined for invoice ${number}.`;
    case 'invoice-unpaid':
      return fr
        ? `Facture ${number} impayée après la dernière relance.`
        : `Invoice ${number} unpaid after the last reminder.`;
  }
};
