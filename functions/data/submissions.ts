import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { newApplicationWrites } from './applications.ts';
import { type Link, linkWrite } from './links.ts';
import { earlierPost, postWrites } from './posts.ts';
import { takeSiren } from './siren-locks.ts';
import { transact } from './table.ts';
import { untilWritten } from './until-written.ts';

/** What a post of the form came to, so that the same post again comes to the same. */
const Submission = z.object({
  applicationId: z.string(),
  /** With the poster's key it makes the private link again; without the key it is worth nothing. */
  salt: z.string(),
});
export type Submission = z.infer<typeof Submission>;

type NewSubmission = {
  application: Application;
  /** Hex SHA-256 of the `Idempotency-Key`, or of a random one. */
  keySha256: string;
  bodySha256: string;
  salt: string;
  link: { tokenSha256: string; validUntil: string };
};

/**
 * Stores an application, the lock on its SIREN, its first line, its private link and the record of the post, all or
 * nothing. The same key and body again change nothing.
 * @returns the submission that stands: this one, or the earlier one of the same key
 * @throws Refusal `idempotency-key-reused` (same key, other body), `duplicate-company`; TransientStoreError
 */
export const storeSubmission = ({
  application,
  keySha256,
  bodySha256,
  salt,
  link,
}: NewSubmission): Promise<Submission> => {
  const { applicationId, submittedAt, form } = application;
  const post = { scope: 'SubmitApplication', keySha256, bodySha256, now: submittedAt };
  const submission: Submission = { applicationId, salt };
  const stored: Link = { applicationId, via: 'response', emailSha256: null, validUntil: link.validUntil };
  return untilWritten(async () => {
    const earlier = await earlierPost(post, Submission);
    if (earlier !== null) return earlier;
    await transact([
      ...postWrites(post, submission),
      takeSiren(form.company.siren, applicationId, submittedAt, () => new Refusal('duplicate-company')),
      ...newApplicationWrites(application, { actor: { kind: 'company' }, happening: { type: 'application-received' } }),
      linkWrite(link.tokenSha256, stored),
    ]);
    return submission;
  });
};
