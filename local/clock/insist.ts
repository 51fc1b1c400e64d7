import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';

/** How long to wait before what was refused is tried again, in milliseconds. */
const AGAIN = 10_000;

/**
 * Does what may be refused (a rejection), again and again until it is not. It is work under way while it is being done,
 * not while it waits for its next time.
 * @param what names it, where a refusal is reported
 */
export async function insist(
  act: () => void | Promise<void>,
  what: string,
  { clock, activity }: { clock: Clock; activity: Activity },
): Promise<void> {
  for (;;) {
    const end = activity.begin();
    try {
      await act();
      return;
    } catch (refusal) {
      console.error(`${what} was refused, and will be tried again`, refusal);
    } finally {
      end();
    }
    await new Promise<void>((resolve) => clock.setTimer(clock.now() + AGAIN, resolve, { eager: true }));
  }
}
