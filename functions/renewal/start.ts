import type { Member } from '../../domain/member/member.ts';
import { renewalName } from '../../domain/renewal/names.ts';
import type { RenewalInput } from '../../domain/renewal/steps.ts';
import { logger } from '../shared/observability.ts';
import { startExecutionOf } from '../shared/workflow.ts';

/**
 * Starts the renewal that a member is in and that was not taken up yet, once however often it is called. What cannot be
 * started now the next campaign starts: it finds the member as one that is due.
 */
export const startRenewal = async ({ applicationId, number, renewal }: Member): Promise<void> => {
  if (renewal === null || renewal.started) return;
  const { key, period } = renewal;
  const input: RenewalInput = { applicationId, memberNumber: number, key, period };
  try {
    await startExecutionOf('renewal', renewalName(applicationId, key), input);
  } catch (error) {
    logger.warn('renewal not started yet', error instanceof Error ? error : new Error(String(error)));
  }
};
