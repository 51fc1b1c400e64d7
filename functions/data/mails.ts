import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import { ConditionFailed } from './errors.ts';
import { mailKey } from './keys.ts';
import { get, transact } from './table.ts';
import { eventWrite } from './timeline.ts';

const SentMail = z.object({ message: z.string(), sentAt: z.iso.datetime() });

/** Tells whether the mail of this natural key has left. */
export const wasSent = async (naturalKey: string): Promise<boolean> =>
  (await get(mailKey(naturalKey), SentMail)) !== null;

/**
 * Records that a mail has left, once, with its line in the timeline.
 * @param application as it was when the mail was written; null for a mail that no dossier tells of
 */
export const recordSent = async (
  naturalKey: string,
  application: Pick<Application, 'applicationId' | 'version'> | null,
  message: string,
  sentAt: string,
): Promise<void> => {
  const event = { at: sentAt, actor: { kind: 'system' }, happening: { type: 'mail-sent', message } } as const;
  try {
    await transact([
      { put: { ...mailKey(naturalKey), message, sentAt }, condition: 'attribute_not_exists(PK)' },
      ...(application === null
        ? []
        : [eventWrite(application.applicationId, application.version, `mail#${naturalKey}`, event)]),
    ]);
  } catch (error) {
    // Another run of the same step recorded it first.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};
