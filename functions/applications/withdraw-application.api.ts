import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { logger } from '../shared/observability.ts';
import { deliverWithdrawal, withdrawApplication } from './withdraw.ts';

/**
 * Withdraws the application of a private link. The decision is stored; the workflow is told now, or by the redelivery
 * job if it cannot be told now, and closes the application.
 */
export const handler = api(ROUTES.WithdrawApplication, linkHolder, async ({ caller, now }) => {
  const { applicationId } = caller;
  const { status } = await withdrawApplication(applicationId, now);
  try {
    await deliverWithdrawal(applicationId);
  } catch (error) {
    logger.warn('withdrawal not delivered yet', {
      applicationId,
      error: error instanceof Error ? error : String(error),
    });
  }
  return { applicationId, status };
});
