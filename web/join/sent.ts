import * as z from 'zod';
import { ApplicationAccepted } from '../../domain/contract/responses.ts';
import { holdLink } from '../application/link-token.ts';
import { withTabStore } from '../form/use-kept.ts';

/** What the page says after sending, kept for the tab so that a reload says it again. */
const Sent = ApplicationAccepted.extend({ email: z.string(), companyName: z.string() });
export type Sent = z.infer<typeof Sent>;

const KEY = 'traboule.sent';

let last: Sent | null = null;

/** Keeps what was sent; its link is the tab's from now on. */
export const rememberSent = (sent: Sent): void => {
  last = sent;
  withTabStore((store) => store.setItem(KEY, JSON.stringify(sent)));
  holdLink(sent.trackingUrl);
};

/** What was sent last from this tab, or null. */
export const lastSent = (): Sent | null => {
  if (last !== null) return last;
  const kept = withTabStore((store) => store.getItem(KEY)) ?? null;
  return kept === null ? null : (Sent.safeParse(JSON.parse(kept)).data ?? null);
};

/** Where the private link leads within this site: the API gives a full address. */
export const pathOfLink = (trackingUrl: string): string => {
  const { pathname, hash } = new URL(trackingUrl, window.location.origin);
  return `${pathname}${hash}`;
};
