import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import { type Applied, apply, openConsole, read, TEST_PATIENCE } from './support/console.ts';

let runtime: TestRuntime;
let browser: Browser;
let gier: Applied;
let contested: Applied;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  gier = await apply(runtime, 'Passementerie du Gier');
  contested = await apply(runtime, 'Vivarais Capteurs', 'Annonay');
}, START_PATIENCE + TEST_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

const PATH = '/staff/workflows';
const pageOf = ({ applicationId }: Applied) => `${PATH}/joining/${applicationId}`;
const row = (page: Page, { applicationId }: Applied) => page.getByRole('row').filter({ hasText: applicationId });
const badge = (page: Page, text: string) => page.locator('.mantine-Badge-root').filter({ hasText: text }).first();

describe('the executions of the workflows', () => {
  it(
    'are listed for the head office, by workflow and status, and lead to their page',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await page.getByRole('link', { name: 'Traitements' }).click();
      for (const one of [gier, contested]) await row(page, one).getByText('En cours').waitFor();
      await row(page, gier)
        .getByRole('link', { name: `${gier.name} ${gier.applicationId}` })
        .waitFor();
      await expectAccessible(page);

      await page.getByLabel('État').selectOption({ label: 'En échec' });
      await page.getByRole('heading', { name: 'Aucun traitement' }).waitFor();
      await page.getByLabel('État').selectOption('');
      await page.getByLabel('Traitement', { exact: true }).selectOption({ label: 'Choix de l’antenne' });
      await page.getByRole('link', { name: `${contested.applicationId}-antenna-1` }).click();
      await page.getByRole('heading', { name: 'Choix de l’antenne', level: 1 }).waitFor();
      await page.getByRole('link', { name: contested.applicationId }).first().click();
      await page.getByRole('heading', { name: 'Adhésion', level: 1 }).waitFor();
      await page.getByRole('link', { name: contested.name }).click();
      await page.getByRole('heading', { name: contested.name, level: 1 }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'show their events in either order',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path: pageOf(gier) });
      const events = page.getByRole('table', { name: 'Événements du traitement' });
      const first = events.getByRole('rowheader').first();
      await first.filter({ hasText: 'ExecutionStarted' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('switch', { name: 'Les plus récents d’abord' }).click();
      await first.filter({ hasText: 'TaskSubmitted' }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'are stopped and redriven with a reason, which the history of the application tells',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path: pageOf(gier) });
      await page.getByRole('button', { name: 'Arrêter' }).click();
      const dialog = page.getByRole('dialog', { name: 'Arrêter ce traitement ?' });
      await dialog.getByRole('button', { name: 'Arrêter le traitement' }).click();
      await dialog.getByText('Dites pourquoi.').waitFor();
      await expectAccessible(page);
      await dialog.getByLabel('Motif').fill('Entreprise en double.');
      await dialog.getByRole('button', { name: 'Arrêter le traitement' }).click();
      await page.getByText('Le traitement est arrêté.').waitFor();
      await badge(page, 'Arrêté').waitFor();
      await page.getByRole('alert').filter({ hasText: 'Arrêté par le siège' }).getByText('Le motif est dans').waitFor();
      // The application is closed a moment later, and the page finds out by itself.
      await runtime.settled();
      await page.getByRole('button', { name: 'Reprendre' }).click();
      expect((await read(runtime, gier)).status).toBe('failed');

      const again = page.getByRole('dialog', { name: 'Reprendre ce traitement ?' });
      await again.getByLabel('Motif').fill('Ce n’en était pas une.');
      await again.getByRole('button', { name: 'Reprendre le traitement' }).click();
      await page.getByText('Le traitement est repris.').waitFor();
      await badge(page, 'En cours').waitFor();
      expect((await read(runtime, gier)).status).toBe('in-review');

      await page.getByRole('link', { name: gier.name }).click();
      await page.getByText('Arrêt du traitement « Adhésion » demandé.').waitFor();
      for (const reason of ['Entreprise en double.', 'Ce n’en était pas une.']) await page.getByText(reason).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'fit a telephone, in English too',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path: PATH, language: 'en', width: 390 });
      await row(page, contested).getByText('Running').waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.getByRole('link', { name: contested.applicationId }).click();
      await page.getByRole('table', { name: 'Events of the execution' }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'are nobody else’s to see, and one that there is not is said not to be',
    async () => {
      const loire = await openConsole(runtime, browser, { account: 'antenna:STE', path: PATH });
      await loire.getByRole('alert').filter({ hasText: 'Votre compte' }).waitFor();
      expect(await loire.getByRole('link', { name: 'Traitements' }).count()).toBe(0);
      leaveTab(loire);

      const head = await openConsole(runtime, browser, { account: 'admin', path: `${PATH}/joining/nobody` });
      await head.getByRole('heading', { name: 'Introuvable' }).waitFor();
      await head.goto(`${runtime.site}${PATH}/dues/nobody`);
      await head.getByRole('heading', { name: 'Introuvable' }).waitFor();
      leaveTab(head);
    },
    TEST_PATIENCE,
  );
});
