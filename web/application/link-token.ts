import { useSyncExternalStore } from 'react';
import { inStore } from '../store/in-store.ts';

// The private link's token comes in the fragment of the address. It is kept for the tab and taken out of the address
// bar: reload, Back and the language switch go on working, and nobody reads it over a shoulder, in a screenshot or in
// an address that was copied to show something else.

const KEY = 'traboule.link';
/** As much as came of it: a link that was cut short opens nothing and says so, a full stop after it is no part of it. */
const TOKEN = /^#([\w-]{1,200})/;

let current: string | null | undefined;
const listeners = new Set<() => void>();

/** The token is the tab's from now on. */
const hold = (token: string): void => {
  current = token;
  inStore(() => sessionStorage.setItem(KEY, token), undefined);
};

/** Takes the token out of the address when there is one there. */
const take = (): void => {
  const [, token] = TOKEN.exec(window.location.hash) ?? [];
  if (token !== undefined) {
    hold(token);
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  } else if (current === undefined) current = inStore(() => sessionStorage.getItem(KEY), null);
};

const subscribe = (listener: () => void): (() => void) => {
  const onHash = (): void => {
    take();
    for (const tell of listeners) tell();
  };
  listeners.add(listener);
  window.addEventListener('hashchange', onHash);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', onHash);
  };
};

const snapshot = (): string | null => {
  if (current === undefined || window.location.hash !== '') take();
  return current ?? null;
};

/** The token of the link this tab was opened with, or null; another link opened in the tab takes its place. */
export const useLinkToken = (): string | null => useSyncExternalStore(subscribe, snapshot);

/** Takes the link of an application that was just sent as if it had been opened: the tab is that company's. */
export const holdLink = (address: string): void => {
  const [, token] = TOKEN.exec(new URL(address, window.location.origin).hash) ?? [];
  if (token === undefined) return;
  hold(token);
  for (const tell of listeners) tell();
};

/** The address of the link, to be kept or copied by its holder. */
export const linkAddress = (token: string): string => `${window.location.origin}/application#${token}`;
