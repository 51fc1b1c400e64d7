import type { Commune } from '../geography/commune.ts';
import type { Application } from './application.ts';
import type { Consent } from './consent.ts';
import type { ApplicationForm } from './form.ts';

/**
 * An application as it begins: received, and nothing done yet.
 * @param form checked
 * @param now ISO 8601 instant the form came in
 */
export const newApplication = (given: {
  applicationId: string;
  form: ApplicationForm;
  commune: Commune;
  consent: Consent;
  now: string;
}): Application => ({
  applicationId: given.applicationId,
  status: 'received',
  form: given.form,
  commune: given.commune,
  consent: given.consent,
  submittedAt: given.now,
  updatedAt: given.now,
  version: 0,
  emailConfirmedAt: null,
  register: null,
  proposal: null,
  antenna: null,
  closedAt: null,
  expiryReason: null,
  refusalComment: null,
  memberNumber: null,
  executionName: null,
  restarts: 0,
});
