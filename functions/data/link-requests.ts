import { ConditionFailed } from './errors.ts';
import { linkRequestKey } from './keys.ts';
import { transact } from './table.ts';

/** Milliseconds within which an application is sent one link only: nobody fills somebody else's mailbox by asking. */
const ONE_MAIL_EVERY = 10 * 60 * 1000;

/**
 * Takes the present ten minutes of an application for one mail with a new link.
 * @param now ISO 8601 instant
 * @returns the name of the ten minutes, or null when they are taken, however many ask at once
 */
export const takeLinkRequest = async (applicationId: string, now: string): Promise<string | null> => {
  const slot = Math.floor(Date.parse(now) / ONE_MAIL_EVERY);
  const expiresAt = ((slot + 2) * ONE_MAIL_EVERY) / 1000;
  try {
    await transact([
      { put: { ...linkRequestKey(applicationId, String(slot)), expiresAt }, condition: 'attribute_not_exists(PK)' },
    ]);
  } catch (error) {
    if (error instanceof ConditionFailed) return null;
    throw error;
  }
  return String(slot);
};
