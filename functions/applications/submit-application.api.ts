import { randomUUID } from 'node:crypto';
import type { Application } from '../../domain/application/application.ts';
import { checkForm } from '../../domain/application/check.ts';
import { newApplication } from '../../domain/application/submit.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { findApplication } from '../data/applications.ts';
import { findCommune } from '../data/communes.ts';
import { storeSubmission } from '../data/submissions.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { trackingUrl, validUntil } from '../shared/links.ts';
import { logger } from '../shared/observability.ts';
import { newSalt, newToken, sha256, submissionToken } from '../shared/tokens.ts';
import { consentOf } from './consent.ts';
import { startExecution } from './start.ts';

/**
 * Takes an application: stores it with the lock on its SIREN, its first line and its link, all or nothing, then starts
 * its workflow; what cannot be started now is started by the redelivery job. The same key and body again have no second
 * effect and get the same answer, the link included.
 */
export const handler = api(ROUTES.SubmitApplication, anybody, async (request) => {
  const { body: form, bodySha256, now } = request;
  const commune = findCommune(form.establishment.communeCode);
  const errors = checkForm(form, { today: parisDay(now), commune });
  if (errors.length > 0 || commune === null) throw new Refusal('invalid-fields', { errors });

  const key = request.idempotencyKey ?? newToken();
  const salt = newSalt();
  const applicationId = randomUUID();
  const application = newApplication({ applicationId, form, commune, consent: consentOf(form, request), now });
  const stands = await storeSubmission({
    application,
    keySha256: sha256(key),
    bodySha256,
    salt,
    link: { tokenSha256: sha256(submissionToken(key, applicationId, salt)), validUntil: validUntil(now) },
  });
  await start(stands.applicationId === applicationId ? application : await findApplication(stands.applicationId), now);
  return {
    applicationId: stands.applicationId,
    trackingUrl: trackingUrl(submissionToken(key, stands.applicationId, stands.salt)),
  };
});

/**
 * Starts what is not started yet. The application is stored, so whatever goes wrong here is no fault of the
 * applicant's: the redelivery job goes on trying, and an alarm watches how long it has to.
 */
const start = async (application: Application | null, now: string): Promise<void> => {
  if (application === null || application.executionName !== null) return;
  try {
    await startExecution(application, now);
  } catch (error) {
    const { applicationId } = application;
    logger.warn('execution not started yet', { applicationId, error: error instanceof Error ? error : String(error) });
  }
};
