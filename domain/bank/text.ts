import type { Language } from '../application/form.ts';
import type { Why } from './match.ts';

/** Why a line is where it is, as the treasurer reads it. */
const SENTENCES: Record<Why, Record<Language, string>> = {
  'by-reference': { fr: 'Trouvée par sa référence.', en: 'Found by its reference.' },
  'by-number': {
    fr: 'Trouvée par le numéro de la facture et son montant exact.',
    en: 'Found by the number of the invoice and its exact amount.',
  },
  'by-person': { fr: 'Rapprochée à la main.', en: 'Matched by hand.' },
  'nothing-owed': {
    fr: 'La facture désignée est soldée : la somme est gardée en avoir pour l’entreprise.',
    en: 'The invoice named is settled: the money is held for the company.',
  },
  'no-reference': { fr: 'Aucune référence de facture reconnue.', en: 'No reference of an invoice recognised.' },
  'wrong-check': {
    fr: 'La clé de contrôle de la référence est fausse : une faute de frappe, sans doute.',
    en: 'The check digits of the reference are wrong: a slip, most likely.',
  },
  'no-such-invoice': {
    fr: 'La référence est juste, mais aucune facture ne la porte.',
    en: 'The reference is right, but no invoice bears it.',
  },
  'too-many-invoices': {
    fr: 'Plus de seize factures sont citées : à partager à la main.',
    en: 'More than sixteen invoices are named: please share it out by hand.',
  },
  'number-other-amount': {
    fr: 'Un numéro de facture est cité, mais le montant n’est pas celui qui reste dû : à confirmer.',
    en: 'An invoice is named by its number, but the amount is not what is left to pay: please confirm.',
  },
  debit: { fr: 'Somme sortie du compte : rien à rapprocher.', en: 'Money that left the account: nothing to match.' },
  'other-currency': {
    fr: 'Dans une autre devise que l’euro : voyez avec la banque.',
    en: 'In another currency than the euro: please ask the bank.',
  },
  returned: {
    fr: 'Retour d’une somme que le cluster avait versée : à traiter à la main.',
    en: 'Money the cluster had paid out came back: please deal with it by hand.',
  },
  reversal: {
    fr: 'La banque a repris ce paiement : la facture est de nouveau due.',
    en: 'The bank took this payment back: the invoice is owed again.',
  },
  'taken-back': {
    fr: 'La banque a repris cette somme ensuite.',
    en: 'The bank took this money back afterwards.',
  },
  'nothing-to-reverse': {
    fr: 'La banque a repris une somme, mais le paiement d’origine n’est pas reconnu.',
    en: 'The bank took money back, but the payment it came from is not recognised.',
  },
  known: {
    fr: 'Déjà dans les comptes, par ce fichier ou par un autre.',
    en: 'In the books already, from this file or another.',
  },
  'set-aside': { fr: 'Écartée.', en: 'Set aside.' },
};

/** Why a line is where it is. */
export const whyText = (why: Why, language: Language): string => SENTENCES[why][language];
