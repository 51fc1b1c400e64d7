import type { Activity } from '../clock/activity.ts';

/**
 * Lets work go on that nobody waits for. It handles the failures it knows; any other (a journal that cannot be written,
 * a defect) ends the process: nothing done after it could be trusted, and the next start goes on from the journal.
 */
export function inBackground(activity: Activity, work: Promise<unknown>): void {
  activity.track(work).catch((error: unknown) => {
    queueMicrotask(() => {
      throw error;
    });
  });
}
