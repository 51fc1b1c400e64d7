import { Temporal } from 'temporal-polyfill';
import { ANTENNA_NAMES, type AntennaCode } from '../antenna/antenna.ts';
import type { Language } from '../application/form.ts';
import type { ExpiryReason } from '../application/status.ts';
import { formatCompanyNumber } from '../company/identity.ts';
import { writeCents } from '../dues/texts.ts';
import { formatReference } from '../payment/reference.ts';
import { numberWriter } from '../text/formats.ts';
import { writeDay } from '../time/written-day.ts';

/** One thing a mail says: how its value is written in the reader's language. */
export type MailField<Value> = {
  write: (value: Value, language: Language) => string;
  /** The same after « de », as `ofCompanyName` for `companyName`. */
  of?: (written: string, language: Language) => string;
};

/** A text as it was typed: a name, a number, a private link. Line breaks become spaces: it stands within a sentence. */
export const line: MailField<string> = { write: (value) => value.replace(/\s+/g, ' ').trim() };

const VOWEL = /^[aeiouœæ]/i;

/** A name, and the same after « de », which French shortens before a vowel: `de Savoie Embarqué`, `d’Ardèche Interactive`. */
export const legalName: MailField<string> = {
  ...line,
  of: (written, language) => {
    if (language === 'en') return `of ${written}`;
    return VOWEL.test(written.normalize('NFD')) ? `d’${written}` : `de ${written}`;
  },
};

/** A comment of several lines, as it was typed. */
export const comment: MailField<string> = { write: (value) => value.replace(/\r\n?/g, '\n').trim() };

const NO_REASON: Record<Language, string> = { fr: 'Sans autre précision.', en: 'No further reason was given.' };

/** A comment that may be empty, and then says so. */
export const reason: MailField<string> = {
  write: (value, language) => comment.write(value, language) || NO_REASON[language],
};

/** A SIREN, nine digits: `331 518 498`, on one line. */
export const companyNumber: MailField<string> = { write: formatCompanyNumber };

/** An amount in cents: `1 100,00 €`, `€1,100.00`. */
export const amount: MailField<number> = { write: writeCents };

/** A creditor reference or an IBAN, in fours as banks print them. */
export const inFours: MailField<string> = { write: formatReference };

/** A rate in hundredths of a percent: `12 %`, `12%`. */
export const rate: MailField<number> = {
  write: (value, language) => percent(value / 10_000, language),
};
const percent = numberWriter({ style: 'percent', maximumFractionDigits: 2 });

/** A day (ISO 8601 date): `5 octobre 2026`, `5 October 2026`. */
export const day: MailField<string> = {
  write: (value, language) => writeDay(value, language),
};

/** An instant (ISO 8601), in the day and hour of Paris: `5 octobre 2026 à 14 h 05`, `5 October 2026 at 14:05`. */
export const moment: MailField<string> = {
  write: (value, language) => {
    const local = Temporal.Instant.from(value).toZonedDateTimeISO('Europe/Paris');
    const hour = String(local.hour).padStart(2, '0');
    const minute = String(local.minute).padStart(2, '0');
    return language === 'fr'
      ? `${writeDay(local.toPlainDate().toString(), 'fr')} à ${local.hour} h ${minute} (heure de Paris)`
      : `${writeDay(local.toPlainDate().toString(), 'en')} at ${hour}:${minute} (Paris time)`;
  },
};

/** An antenna, by its place name. */
export const antenna: MailField<AntennaCode> = { write: (value) => ANTENNA_NAMES[value] };

const EXPIRY_REASONS: Record<ExpiryReason, Record<Language, string>> = {
  'email-unconfirmed': {
    fr: 'l’adresse e-mail du contact n’a pas été confirmée dans le délai prévu',
    en: 'the contact’s e-mail address was not confirmed in time',
  },
  'changes-not-made': {
    fr: 'les modifications demandées n’ont pas été apportées dans le délai prévu',
    en: 'the changes asked for were not made in time',
  },
  'dues-unpaid': {
    fr: 'la cotisation n’a pas été réglée après la dernière relance',
    en: 'the dues were not paid after the last reminder',
  },
  'dues-cancelled': {
    fr: 'la facture de la cotisation a été annulée',
    en: 'the invoice for the dues was cancelled',
  },
  'review-unanswered': {
    fr: 'le cluster n’a pas rendu sa décision dans le délai prévu, ce dont nous vous prions de nous excuser',
    en: 'the cluster did not reach a decision in time, for which we apologise',
  },
};

/** Why an application expired, as the end of a sentence. */
export const expiryReason: MailField<ExpiryReason> = { write: (value, language) => EXPIRY_REASONS[value][language] };
