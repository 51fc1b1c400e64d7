import { check, type Left } from './check.ts';
import { checkEscalation, checkQuestions } from './check-lateness.ts';
import { checkLegality, checkPeriods, checkSirens } from './check-members.ts';
import { checkCharges, checkConservation, checkJournal, checkNumbers } from './check-money.ts';
import { checkNotices } from './check-notices.ts';
import type { Check } from './facts.ts';

/** What must hold whatever companies and staff did. */
export const checkAll = (left: Left): Check[] => [
  checkLegality(left),
  checkPeriods(left),
  checkSirens(left),
  checkNotices(left),
  checkConservation(left),
  checkJournal(left),
  checkNumbers(left),
  checkCharges(left),
  checkEscalation(left),
  checkQuestions(left),
  check('nothing-failed', left.troubles, (trouble) => trouble),
];
