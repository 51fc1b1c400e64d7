import * as z from 'zod';
import { ApplicationAccepted } from '../../domain/contract/responses.ts';

/** What the page says after sending, kept for the tab so that a reload says it again. */
const Sent = ApplicationAccepted.extend({ email: z.string(), companyName: z.string() });
export type Sent = z.infer<typeof Sent>;

const KEY = 'traboule.sent';

export const rememberSent = (sent: Sent): void => {
  sessionStorage.setItem(KEY, JSON.stringify(sent));
};

/** What was sent last from this tab, or null. */
export const lastSent = (): Sent | null => {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? null : (Sent.safeParse(JSON.parse(kept)).data ?? null);
};

/** Where the private link leads within this site: the API gives a full address. */
export const pathOfLink = (trackingUrl: string): string => {
  const { pathname, hash } = new URL(trackingUrl, window.location.origin);
  return `${pathname}${hash}`;
};
