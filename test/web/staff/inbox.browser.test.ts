import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { goWithin, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import {
  type Applied,
  answerAsColleague,
  apply,
  NOWHERE,
  openConsole,
  read,
  TEST_PATIENCE,
} from './support/console.ts';
import { tasks } from './support/fixtures.ts';

let runtime: TestRuntime;
let browser: Browser;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
}, START_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

const link = (page: Page, { name }: Applied) => page.getByRole('link', { name, exact: true });
const box = (page: Page, { name }: Applied) => page.getByRole('checkbox', { name: `Sélectionner ${name}` });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the inbox', () => {
  let gier: Applied;
  let forez: Applied;
  let saone: Applied;
  let contested: Applied;

  beforeAll(async () => {
    gier = await apply(runtime, 'Passementerie du Gier');
    forez = await apply(runtime, 'Forez Logiciels');
    saone = await apply(runtime, 'Saône Données', 'Villeurbanne');
    contested = await apply(runtime, 'Vivarais Capteurs', 'Annonay');
  }, TEST_PATIENCE);

  it(
    'shows the head office every task, and an antenna its own and those it is asked to decide between',
    async () => {
      const head = await openConsole(runtime, browser, { account: 'admin' });
      for (const one of [gier, forez, saone, contested]) await link(head, one).waitFor();
      leaveTab(head);

      const loire = await openConsole(runtime, browser, { account: 'antenna:STE' });
      for (const one of [gier, forez, contested]) await link(loire, one).waitFor();
      expect(await link(loire, saone).count()).toBe(0);
      leaveTab(loire);
    },
    TEST_PATIENCE,
  );

  it(
    'narrows by antenna, kind and text, keeps that in the address, and clears it',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await page.getByLabel('Antenne').selectOption('LYO');
      await link(page, saone).waitFor();
      await link(page, gier).waitFor({ state: 'detached' });
      await page.reload();
      await link(page, saone).waitFor();
      expect(await link(page, gier).count()).toBe(0);

      await page.getByRole('button', { name: 'Effacer les filtres' }).click();
      await page.getByLabel('À faire').selectOption('choose-antenna');
      await link(page, contested).waitFor();
      await link(page, forez).waitFor({ state: 'detached' });

      await page.getByRole('button', { name: 'Effacer les filtres' }).click();
      await box(page, gier).check({ force: true });
      await page.getByText('1 sélectionnée', { exact: true }).waitFor();
      await page.getByLabel('Rechercher').fill('saone donnees');
      await link(page, gier).waitFor({ state: 'detached' });
      await link(page, saone).waitFor();
      // What is selected and not in sight would be approved too.
      await page.getByText('1 sélectionnée, dont 1 hors de vue : vos filtres la cachent').waitFor();
      await page.getByLabel('Rechercher').fill('nulle part');
      await page.getByRole('heading', { name: 'Aucune tâche ne correspond' }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'looks for what is typed on every page of the list, not on the first alone',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path: NOWHERE });
      const [first, ...others] = tasks;
      await page.route(/\/api\/staff\/tasks(\?|$)/, (route) =>
        route.fulfill({
          json: route.request().url().includes('cursor=')
            ? { items: others, nextCursor: null }
            : { items: [first], nextCursor: 'next' },
        }),
      );
      await goWithin(page, '/staff');
      await page.getByRole('link', { name: first?.companyName ?? '', exact: true }).waitFor();
      await page.getByText('La recherche et le tri portent sur').waitFor();
      await page.getByLabel('Rechercher').fill(others.at(-1)?.companyName ?? '');
      await page.getByRole('link', { name: others.at(-1)?.companyName ?? '', exact: true }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'is walked through with the keyboard, which leaves typing alone',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await link(page, gier).waitFor();
      await page.keyboard.press('j');
      const first = await focused(page);
      await page.keyboard.press('j');
      expect(await focused(page)).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toBe(first);

      await link(page, gier).focus();
      await page.keyboard.press('x');
      expect(await box(page, gier).isChecked()).toBe(true);
      await page.keyboard.press('x');
      expect(await box(page, gier).isChecked()).toBe(false);

      await page.keyboard.press('/');
      await page.keyboard.type('jaxk');
      expect(await page.getByLabel('Rechercher').inputValue()).toBe('jaxk');
      await page.getByLabel('Rechercher').fill('');
      await link(page, gier).focus();
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Raccourcis clavier' });
      await keys.getByRole('rowheader', { name: 'Échap' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      // Thinking better of it leads back to where one was in the list; what was written is there for the same selection.
      const dialog = page.getByRole('dialog');
      const approve = async (one: Applied): Promise<string> => {
        await link(page, one).focus();
        await page.keyboard.press('a');
        return dialog.getByLabel(/^Commentaire/).inputValue();
      };
      await approve(gier);
      await dialog.getByLabel(/^Commentaire/).fill('Bienvenue au Gier.');
      await page.keyboard.press('Escape');
      await page.locator('a:focus', { hasText: gier.name }).waitFor();
      expect(await approve(forez)).toBe('');
      await page.keyboard.press('Escape');
      await page.locator('a:focus', { hasText: forez.name }).waitFor();
      expect(await approve(gier)).toBe('Bienvenue au Gier.');
      await page.keyboard.press('Escape');
      await page.locator('a:focus', { hasText: gier.name }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/staff/applications/${gier.applicationId}`);
      await page.getByRole('heading', { level: 1, name: gier.name }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'lets the one-letter keys be switched off for good',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await link(page, gier).waitFor();
      await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
      await page.getByRole('switch', { name: /d’une seule lettre/ }).uncheck({ force: true });
      await page.keyboard.press('Escape');
      await page.reload();
      await link(page, gier).focus();
      await page.keyboard.press('x');
      expect(await box(page, gier).isChecked()).toBe(false);
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'approves several at once, and says of each what became of it when a colleague was faster',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await box(page, gier).check({ force: true });
      await box(page, forez).check({ force: true });
      expect(await box(page, contested).isDisabled()).toBe(true);
      await answerAsColleague(runtime, forez, { decision: 'refuse', comment: 'Hors du numérique.' });

      await page.getByRole('button', { name: 'Approuver la sélection' }).click();
      const dialog = page.getByRole('dialog', { name: 'Approuver 2 demandes ?' });
      await dialog.getByRole('button', { name: 'Approuver les 2 demandes' }).click();
      await dialog.getByText('Approuvées : 1. Déjà traitées : 1. En échec : 0.').waitFor();
      await dialog
        .getByRole('listitem')
        .filter({ hasText: gier.name })
        .getByText('Approuvée', { exact: true })
        .waitFor();
      await dialog
        .getByRole('listitem')
        .filter({ hasText: forez.name })
        .getByText(/Déjà traitée par /)
        .waitFor();
      await dialog.getByRole('button', { name: 'Fermer' }).last().click();
      await link(page, gier).waitFor({ state: 'detached' });
      await link(page, saone).waitFor();
      leaveTab(page);

      await runtime.settled();
      expect((await read(runtime, gier)).status).toBe('awaiting-payment');
      expect((await read(runtime, forez)).status).toBe('refused');
    },
    TEST_PATIENCE,
  );

  it(
    'tries again what could not be sent, with nothing done twice',
    async () => {
      const late = await apply(runtime, 'Ondaine Robots');
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await box(page, late).check({ force: true });
      await page.getByRole('button', { name: 'Approuver la sélection' }).click();
      const dialog = page.getByRole('dialog');
      // The answer arrives, and the word that it did is lost on the way back.
      let lost = 0;
      await page.route('**/answer', async (route) => {
        if (lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort();
      });
      await dialog.getByRole('button', { name: 'Approuver', exact: true }).click();
      await dialog.getByText('En échec : 1.').waitFor();
      await dialog.getByRole('button', { name: 'Réessayer celle qui a échoué' }).click();
      await dialog.getByText('Approuvées : 1. Déjà traitées : 0. En échec : 0.').waitFor();
      leaveTab(page);

      await runtime.settled();
      const { status, timeline } = await read(runtime, late);
      expect(status).toBe('awaiting-payment');
      expect(timeline.filter(({ happening }) => happening.type === 'application-approved')).toHaveLength(1);
    },
    TEST_PATIENCE,
  );

  it(
    'keeps the selection when it is refreshed, less what was answered meanwhile',
    async () => {
      const [one, other] = [await apply(runtime, 'Furan Mesures'), await apply(runtime, 'Gorges Optique')];
      const page = await openConsole(runtime, browser, { account: 'admin' });
      await box(page, one).check({ force: true });
      await box(page, other).check({ force: true });
      await answerAsColleague(runtime, other, { decision: 'approve', comment: '' });
      await page.getByRole('button', { name: 'Actualiser' }).click();
      await page.getByText('1 tâche de votre sélection a été traitée entre-temps.').waitFor();
      expect(await box(page, one).isChecked()).toBe(true);
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});
