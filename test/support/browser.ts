import { expect } from '@jest/globals';
import axe, { type RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PACKAGED_RUNS_HERE, packagedBrowser } from './packaged-browser.ts';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * Starts a real Chromium: the one that npm brings, which needs nothing of the machine; where that does not run, the
 * machine's own Chrome. `CHROMIUM_PATH` names another one. The caller closes it.
 */
export const openBrowser = async (): Promise<Browser> => {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined) return chromium.launch({ executablePath: chosen, args: QUIET });
  if (!PACKAGED_RUNS_HERE) return chromium.launch({ channel: 'chrome', args: QUIET });
  const { executablePath, env } = packagedBrowser();
  return chromium.launch({ executablePath, args: QUIET, env: { ...process.env, ...env } });
};

/** Goes to another page of the site as its own links do: what the tab holds stays. */
export const goWithin = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);

const WCAG: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Checks a page against WCAG 2.2 A and AA with axe; a violation fails the test and names the elements. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // Half a megabyte of script, which a document needs once; no page has a frame to look into.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (options) => {
    const results = await window.axe.run(document, options);
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, WCAG);
  expect(violations).toEqual([]);
};

/** Checks that a page does not scroll sideways at its width. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
};

/** Checks that no badge is cut short: what stands in one is a status, which half a word does not tell. */
export const expectNoCutBadge = async (page: Page): Promise<void> => {
  const cut = await page
    .locator('.mantine-Badge-label')
    .evaluateAll((labels) => labels.filter((label) => label.scrollWidth > label.clientWidth).map((l) => l.textContent));
  expect(cut).toEqual([]);
};
