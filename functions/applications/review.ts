import type * as z from 'zod';
import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import type { ApplicationStatus } from '../../domain/application/status.ts';
import type { ReviewApplicationOutput } from '../../domain/joining/steps.ts';

type Decided = z.infer<typeof ReviewApplicationOutput>;

/** Statuses that only a decision leads to. */
const DECISIONS: Partial<Record<ApplicationStatus, Decided['decision']>> = {
  approved: 'approve',
  'awaiting-payment': 'approve',
  refused: 'refuse',
  'changes-requested': 'request-changes',
};

/** What was decided of an application already; null when it is still to be decided. */
export const decided = ({ status }: Application): Decided | null => {
  const decision = DECISIONS[status];
  return decision === undefined ? null : { decision };
};

/** The antenna whose staff review an application. @throws Error when it has none */
export const reviewingAntenna = ({ applicationId, antenna }: Application): AntennaCode => {
  if (antenna === null) throw new Error(`The application ${applicationId} has no antenna to review it.`);
  return antenna.code;
};
