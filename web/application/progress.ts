import { type ApplicationStatus, isLive } from '../../domain/application/status.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';

/** The stages people see, in their order. */
export const STAGES = ['received', 'email', 'antenna', 'review', 'payment', 'member'] as const;
export type Stage = (typeof STAGES)[number];
export type StageState = 'done' | 'current' | 'stopped' | 'ahead';

/** The stage a live application is at; a member has passed them all. */
const AT: Partial<Record<ApplicationStatus, number>> = {
  received: 0,
  'confirming-email': 1,
  'assigning-antenna': 2,
  'in-review': 3,
  'changes-requested': 3,
  approved: 4,
  'awaiting-payment': 4,
  admitted: STAGES.length,
};

/** How far an application got that ended otherwise: read from what happened to it. */
const reached = ({ timeline }: Pick<LinkApplication, 'timeline'>): number => {
  const happened = new Set(timeline.map(({ happening }) => happening.type));
  if (happened.has('application-approved')) return 4;
  if (happened.has('review-asked')) return 3;
  if (happened.has('email-confirmed')) return 2;
  return happened.has('email-confirmation-asked') ? 1 : 0;
};

/** Where an application stands among the stages. */
export const stagesOf = (application: Pick<LinkApplication, 'status' | 'timeline'>): Record<Stage, StageState> => {
  const at = AT[application.status] ?? reached(application);
  const here: StageState = isLive(application.status) ? 'current' : 'stopped';
  const state = (index: number): StageState => {
    if (index < at) return 'done';
    return index === at ? here : 'ahead';
  };
  return {
    received: state(0),
    email: state(1),
    antenna: state(2),
    review: state(3),
    payment: state(4),
    member: state(5),
  };
};
