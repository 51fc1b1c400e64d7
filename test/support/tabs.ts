import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../domain/application/form.ts';
import { answerNoMore } from './answers.ts';

type Visitor = {
  width?: number;
  height?: number;
  /** The language chosen on an earlier visit. */
  language?: Language;
  /** What an earlier visit left in the browser. */
  kept?: Readonly<Record<string, string>>;
  /** What the tab knows already. */
  session?: Readonly<Record<string, string>>;
};

/** Long enough for a cold function on a busy machine. */
const STEP_PATIENCE = 40_000;

/** A file of the site that runs nothing: what the site keeps can be changed while a tab shows it. */
const STILL = '/favicon.svg';

/** The tabs of a browser that their visitors have left. */
const left = new WeakMap<Browser, Page[]>();

const newTab = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
};

/** Takes from a tab all that its last visitor, and the test about them, left in it. */
const clear = async (page: Page, site: string): Promise<void> => {
  await page.goto(`${site}${STILL}`);
  await answerNoMore(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const event of ['request', 'pageerror'] as const) page.removeAllListeners(event);
  await page.context().clearCookies();
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
};

/**
 * A tab for somebody whose browser has nothing of the site but its files, and whom no other open tab knows of. The tab
 * may be one that was left: its process has the code of the site compiled, so a page costs a third of what it costs in
 * a new one.
 */
export const openTab = async (
  browser: Browser,
  site: string,
  { width = 1280, height = 900, language, kept = {}, session = {} }: Visitor = {},
): Promise<Page> => {
  const known = left.get(browser)?.pop();
  const page = known === undefined || known.isClosed() ? await newTab(browser) : known;
  page.setDefaultTimeout(STEP_PATIENCE);
  await clear(page, site);
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([local, own]) => {
      for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
      for (const [key, value] of Object.entries(own)) sessionStorage.setItem(key, value);
    },
    [language === undefined ? kept : { 'traboule.language': language, ...kept }, session] as const,
  );
  return page;
};

/**
 * Leaves a tab to the next visitor. A test that changed more than the page and what it keeps (the clock, say) closes
 * the context instead.
 */
export const leaveTab = (page: Page): void => {
  const browser = page.context().browser();
  if (browser === null) return;
  const tabs = left.get(browser) ?? [];
  if (!tabs.includes(page)) tabs.push(page);
  left.set(browser, tabs);
};
