import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { openConsole, TEST_PATIENCE } from './support/console.ts';

let runtime: TestRuntime;
let browser: Browser;

beforeAll(async () => {
  [runtime, browser] = await Promise.all([TestRuntime.start(), openBrowser()]);
}, START_PATIENCE + TEST_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

/** A look for whoever writes the pages: `PICTURES=folder`. */
const picture = async (page: Page, name: string): Promise<void> => {
  const { PICTURES } = process.env;
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

const SCHEDULES = '/staff/schedules';

describe('the schedules', () => {
  it(
    'say what they do and what became of them, and run when they are told to',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await page.getByRole('button', { name: /^Compte de/ }).click();
      await page.getByRole('menuitem', { name: 'Automatismes' }).click();
      const row = page.getByRole('row').filter({ hasText: 'Fin des adhésions' });
      await row.getByText('Tous les jours à 0 h 30').waitFor();
      await row.getByRole('button', { name: 'Lancer maintenant : Fin des adhésions' }).click();
      const dialog = page.getByRole('dialog', { name: 'Lancer maintenant : Fin des adhésions ?' });
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Lancer maintenant' }).click();
      await page.getByText('« Fin des adhésions » est passé.').waitFor();
      await row.getByText('Réussi').waitFor();
      await row.getByText('adhésions terminées').waitFor();
      await expectAccessible(page);
      await picture(page, 'schedules-1280');
      await page.context().close();
    },
    TEST_PATIENCE,
  );

  it(
    'fit a telephone, in English too',
    async () => {
      const page = await openConsole(runtime, browser, {
        account: 'admin',
        path: SCHEDULES,
        language: 'en',
        width: 390,
      });
      await page.getByText('Every day at 7:00').waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, 'schedules-390');
      await page.context().close();
    },
    TEST_PATIENCE,
  );
});
