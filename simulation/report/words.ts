import type { MessageName } from '../../domain/mail/messages.ts';
import type { Said } from './bilingual.ts';

// What the report calls things.

/** Colours of series, apart in hue and in lightness; in the order of antennas. */
export const COLORS = ['#125559', '#b34a28', '#b67c1e', '#4d9997', '#7a311a', '#928875'] as const;

/** What holds whatever happens, by the name of its check. */
export const CHECKS: Readonly<Record<string, Said>> = {
  'legal-state': {
    fr: 'Chaque membre est dans l’état que sa situation et le jour commandent',
    en: 'Each member stands as its situation and the day say',
  },
  'periods-apart': {
    fr: 'Les périodes d’un membre se suivent sans jamais se chevaucher',
    en: 'A member’s periods follow one another and never overlap',
  },
  'siren-held': {
    fr: 'Un membre détient son SIREN ; qui est parti ne le détient plus',
    en: 'A member holds its SIREN; one that left does not',
  },
  'notice-once': { fr: 'Chaque avis part une seule fois', en: 'Each notice leaves once' },
  'dues-conserved': {
    fr: 'Chaque facture est, au centime, ce qui en fut payé, crédité, abandonné, et ce qui reste dû',
    en: 'Each invoice is, to the cent, what was paid, credited and waived of it, and what is still owed',
  },
  'journal-balanced': {
    fr: 'Le journal est équilibré, et dit la même chose que les factures',
    en: 'The journal balances, and says what the invoices say',
  },
  'numbers-gapless': {
    fr: 'Les factures et avoirs sont numérotés sans trou, dans l’ordre des jours',
    en: 'Invoices and credit notes are numbered without a gap, in the order of days',
  },
  'charged-once': {
    fr: 'Personne ne paie deux fois pour une période',
    en: 'Nobody is charged twice for a period',
  },
  'overdue-escalated': {
    fr: 'Chaque retard de paiement est relancé, étape par étape',
    en: 'Each late payment is reminded of, step by step',
  },
  'questions-answered': {
    fr: 'Aucune question ne dort au-delà de son échéance sans que le siège en soit saisi',
    en: 'No question lies past its due date without the head office being asked',
  },
  'nothing-failed': {
    fr: 'Aucun parcours ni aucune tâche planifiée n’a échoué',
    en: 'No workflow and no schedule failed',
  },
};

/** Mails by what they are about: name, colour, messages. */
export const MAIL_GROUPS: readonly { name: Said; color: string; messages: readonly MessageName[] }[] = [
  {
    name: { fr: 'Renouvellement', en: 'Renewal' },
    color: COLORS[0],
    messages: ['confirm-figures', 'membership-renewed'],
  },
  {
    name: { fr: 'Factures et avoirs', en: 'Invoices and credit notes' },
    color: COLORS[2],
    messages: ['invoice-issued', 'credit-note-issued', 'invoice-waived'],
  },
  {
    name: { fr: 'Paiements reçus', en: 'Payments received' },
    color: COLORS[3],
    messages: ['payment-received', 'dues-settled'],
  },
  {
    name: { fr: 'Relances', en: 'Reminders' },
    color: COLORS[1],
    messages: ['payment-due', 'payment-late', 'formal-notice', 'dues-unpaid', 'delay-granted', 'delay-declined'],
  },
  {
    name: { fr: 'Suspensions et départs', en: 'Suspensions and departures' },
    color: COLORS[4],
    messages: ['membership-suspended', 'membership-lapsed', 'resignation-received', 'member-excluded'],
  },
  { name: { fr: 'Point de la semaine', en: 'Weekly digests' }, color: '#38752d', messages: ['weekly-digest'] },
  {
    name: { fr: 'Demandes d’adhésion', en: 'Applications' },
    color: COLORS[5],
    messages: [
      'confirm-email',
      'changes-requested',
      'application-refused',
      'application-withdrawn',
      'application-expired',
      'member-admitted',
    ],
  },
];
/** All other mails, where there are any. */
export const OTHER_MAILS: { name: Said; color: string } = { name: { fr: 'Autres', en: 'Others' }, color: '#3d372e' };

export const WORK: readonly { kind: string; name: Said; color: string }[] = [
  { kind: 'review-application', name: { fr: 'Demandes à examiner', en: 'Applications to review' }, color: COLORS[0] },
  { kind: 'choose-antenna', name: { fr: 'Antennes à choisir', en: 'Antennas to choose' }, color: COLORS[2] },
  { kind: 'jury-vote', name: { fr: 'Votes du jury', en: 'Votes of the jury' }, color: COLORS[1] },
];

export const STATUSES: Readonly<Record<string, Said>> = {
  active: { fr: 'Actif', en: 'Active' },
  'to-renew': { fr: 'À renouveler', en: 'To renew' },
  suspended: { fr: 'Suspendu', en: 'Suspended' },
  lapsed: { fr: 'Radié faute de paiement', en: 'Lapsed' },
  resigned: { fr: 'Démissionnaire', en: 'Resigned' },
  excluded: { fr: 'Exclu', en: 'Excluded' },
};

export const APPLICATION_STATUSES: Readonly<Record<string, Said>> = {
  admitted: { fr: 'Admises', en: 'Admitted' },
  refused: { fr: 'Refusées', en: 'Refused' },
  withdrawn: { fr: 'Retirées', en: 'Withdrawn' },
  expired: { fr: 'Expirées', en: 'Expired' },
};
export const PENDING: Said = { fr: 'En cours', en: 'Under way' };
