import type * as french from '../fr/states.ts';

// Where something stands, in the words of everybody who reads of it.

/** By status of an application. */
export const application: typeof french.application = {
  received: 'Received',
  'confirming-email': 'Address to be confirmed',
  'assigning-antenna': 'Antenna to be assigned',
  'in-review': 'In review',
  'changes-requested': 'Changes asked for',
  approved: 'Approved',
  'awaiting-payment': 'Dues to be paid',
  admitted: 'Admitted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  duplicate: 'Duplicate',
  failed: 'Failed',
};

/** By stage of a case of the growth programme. */
export const growthCase: typeof french.growthCase = {
  scoring: 'Being scored',
  convening: 'Jury being convened',
  voting: 'Vote open',
  'chair-asked': 'Tie',
  'more-asked': 'More asked',
  'next-session': 'Next session',
  'appeal-open': 'May appeal',
  'not-eligible': 'Not eligible',
  enrolled: 'Admitted to the programme',
  'waiting-list': 'Waiting list',
  declined: 'Declined',
  undecided: 'Undecided',
  abandoned: 'Dropped',
  failed: 'Failed',
};
