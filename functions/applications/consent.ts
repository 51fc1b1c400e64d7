import type { Consent } from '../../domain/application/consent.ts';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { charterVersion } from '../../domain/charter/charter.ts';

/** Where and when somebody did something: what evidence of it needs. */
export type Circumstances = { now: string; sourceIp: string; userAgent: string };

/** Longest user agent kept, in characters: the header may be as long as a caller likes. */
const LONGEST_USER_AGENT = 400;

/**
 * Evidence that the contact of a form accepted the charter, before the address is confirmed.
 * @param form checked: its charter is a published version
 */
export const consentOf = (
  { charter, contact }: ApplicationForm,
  { now, sourceIp, userAgent }: Circumstances,
): Consent => {
  const version = charterVersion(charter.version);
  if (version === undefined) throw new RangeError(`The charter ${charter.version} was never published.`);
  const { firstName, lastName, role, email, language } = contact;
  return {
    document: { version: version.version, sha256: version.sha256[language], language },
    signer: { firstName, lastName, role, email },
    acceptedAt: now,
    sourceIp,
    userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
    confirmation: null,
  };
};
