import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { newApplicationWrites } from './applications.ts';
import { WriteConflict } from './errors.ts';
import { submissionKey } from './keys.ts';
import { type Link, linkWrite } from './links.ts';
import { takeSiren } from './siren-locks.ts';
import { get, transact, type Write } from './table.ts';
import { untilWritten } from './until-written.ts';

/** What a post of the form came to, so that the same post again comes to the same. */
const Submission = z.object({
  applicationId: z.string(),
  bodySha256: z.string(),
  /** With the poster's key it makes the private link again; without the key it is worth nothing. */
  salt: z.string(),
  /** Epoch seconds from which the key may be used anew; DynamoDB removes the record some time later. */
  expiresAt: z.int(),
});
export type Submission = z.infer<typeof Submission>;

/** Hours an Idempotency-Key is remembered for. */
const REMEMBERED_HOURS = 24;

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
  const seconds = Math.floor(Date.parse(submittedAt) / 1000);
  const submission: Submission = {
    applicationId,
    bodySha256,
    salt,
    expiresAt: seconds + REMEMBERED_HOURS * 60 * 60,
  };
  const record: Write = {
    put: { ...submissionKey(keySha256), ...submission },
    condition: 'attribute_not_exists(PK) OR expiresAt <= :now',
    values: { ':now': seconds },
    // Whoever sent the same key at the same time was first: read what came of it.
    otherwise: () => new WriteConflict('The same Idempotency-Key is being used by another post.'),
  };
  const stored: Link = { applicationId, via: 'response', emailSha256: null, validUntil: link.validUntil };
  return untilWritten(async () => {
    const earlier = await get(submissionKey(keySha256), Submission);
    if (earlier !== null && earlier.expiresAt > seconds) {
      if (earlier.bodySha256 !== bodySha256) throw new Refusal('idempotency-key-reused');
      return earlier;
    }
    await transact([
      record,
      takeSiren(form.company.siren, applicationId, submittedAt, () => new Refusal('duplicate-company')),
      ...newApplicationWrites(application, { actor: { kind: 'company' }, happening: { type: 'application-received' } }),
      linkWrite(link.tokenSha256, stored),
    ]);
    return submission;
  });
};
