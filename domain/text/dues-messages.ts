import type { Language } from '../application/form.ts';
import type { Message } from './field-messages.ts';

/** Codes of dues, invoices and the scale, as sentences. Part of FIELD_MESSAGES. Amounts in euros. */
export const DUES_MESSAGES = {
  'amount.above-balance': {
    fr: {
      with: 'C’est plus qu’il ne reste à payer : {max} € au plus.',
      without: 'C’est plus qu’il ne reste à payer : indiquez un montant plus petit.',
    },
    en: {
      with: 'This is more than what is left to pay: €{max} at most.',
      without: 'This is more than what is left to pay: give a smaller amount.',
    },
  },
  'date.not-to-come': {
    fr: 'Cette date doit être à venir : choisissez un jour à partir de demain.',
    en: 'This date must be to come: choose a day from tomorrow on.',
  },
  'delay.not-later': {
    fr: {
      with: 'La facture est à payer avant le {dueOn} : choisissez un jour plus tardif.',
      without: 'Choisissez un jour après l’échéance de la facture.',
    },
    en: {
      with: 'The invoice is due on {dueOn}: choose a later day.',
      without: 'Choose a day after the due date of the invoice.',
    },
  },
  'delay.too-long': {
    fr: {
      with: 'Un délai ne dépasse pas le {latest} : choisissez un jour plus proche.',
      without: 'Ce délai est trop long : choisissez un jour plus proche.',
    },
    en: {
      with: 'More time is given until {latest} at most: choose an earlier day.',
      without: 'This is too long: choose an earlier day.',
    },
  },
  'bands.zero': {
    fr: 'La première tranche commence à zéro : corrigez son début.',
    en: 'The first band starts from zero: please correct its start.',
  },
  'bands.gap': {
    fr: {
      with: 'Il manque des valeurs avant cette tranche : elle doit commencer à {expected}.',
      without: 'Il manque des valeurs avant cette tranche : elle doit suivre la précédente.',
    },
    en: {
      with: 'Values are missing before this band: it must start at {expected}.',
      without: 'Values are missing before this band: it must follow the one before.',
    },
  },
  'bands.overlap': {
    fr: {
      with: 'Cette tranche empiète sur la précédente : elle doit commencer à {expected}.',
      without: 'Cette tranche empiète sur la précédente : corrigez son début.',
    },
    en: {
      with: 'This band overlaps the one before: it must start at {expected}.',
      without: 'This band overlaps the one before: please correct its start.',
    },
  },
  'bands.reversed': {
    fr: 'Cette tranche finit avant de commencer : échangez les deux bornes.',
    en: 'This band ends before it starts: swap the two limits.',
  },
  'bands.open-too-soon': {
    fr: 'Seule la dernière tranche est sans fin : donnez une fin à celle-ci.',
    en: 'Only the last band has no end: give this one an end.',
  },
  'bands.no-end': {
    fr: 'La dernière tranche doit être sans fin : retirez la sienne.',
    en: 'The last band must have no end: please remove it.',
  },
  'month-day': {
    fr: 'Ce jour n’existe pas chaque année : indiquez le mois et le jour, comme 07-01.',
    en: 'This day does not exist every year: give the month and the day, like 07-01.',
  },
  'terms.order': {
    fr: 'Cette étape doit venir après la précédente : relances, mise en demeure, puis impayé.',
    en: 'This step must come after the one before: reminders, formal notice, then unpaid.',
  },
  'terms.before-issue': {
    fr: 'Cette relance partirait avant la facture elle-même : rapprochez-la de l’échéance.',
    en: 'This reminder would leave before the invoice itself: bring it closer to the due date.',
  },
  'iban.checksum': {
    fr: 'Cet IBAN n’existe pas : vérifiez-le sur le relevé d’identité bancaire.',
    en: 'This IBAN does not exist: compare it with the bank’s own statement of it.',
  },
  'bic.format': {
    fr: 'Ce BIC n’existe pas : vérifiez-le sur le relevé d’identité bancaire.',
    en: 'This BIC does not exist: compare it with the bank’s own statement of it.',
  },
  'vat-number.required': {
    fr: 'Avec la TVA, la facture porte le numéro de TVA du cluster : indiquez-le.',
    en: 'With VAT the invoice bears the cluster’s VAT number: please give it.',
  },
  'vat-number.key': {
    fr: {
      with: 'La clé de ce numéro de TVA est fausse : celui du cluster est {expected}.',
      without: 'La clé de ce numéro de TVA est fausse : comparez-le au SIREN du cluster.',
    },
    en: {
      with: 'The key of this VAT number is wrong: that of the cluster is {expected}.',
      without: 'The key of this VAT number is wrong: compare it with the cluster’s SIREN.',
    },
  },
  'vat-number.other-siren': {
    fr: 'Ce numéro de TVA est celui d’une autre entreprise : il finit par le SIREN du cluster.',
    en: 'This VAT number belongs to another company: it ends with the cluster’s SIREN.',
  },
  'policy.version-taken': {
    fr: 'Une version porte déjà ce nom : choisissez-en un autre.',
    en: 'There is a version of this name already: choose another.',
  },
  'policy.not-after-last': {
    fr: {
      with: 'Une version s’applique déjà à partir du {last} : choisissez un jour plus tardif.',
      without: 'Une version s’applique déjà à partir de ce jour ou après : choisissez un jour plus tardif.',
    },
    en: {
      with: 'A version applies from {last} on already: choose a later day.',
      without: 'A version applies from this day or later already: choose a later day.',
    },
  },
} as const satisfies Record<string, Record<Language, Message>>;
