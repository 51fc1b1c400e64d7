import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  expectAccessible,
  expectNoCutBadge,
  expectNoSidewaysScroll,
  goWithin,
  openBrowser,
} from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import { type Applied, apply, chooseAccount, endSession, openConsole, TEST_PATIENCE } from './support/console.ts';

let runtime: TestRuntime;
let browser: Browser;
let one: Applied;
let path: string;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  one = await apply(runtime, 'Passementerie du Gier');
  path = `/staff/applications/${one.applicationId}`;
}, START_PATIENCE + TEST_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

describe('signing in', () => {
  it(
    'comes back to the page one wanted, shows who one is, and signs out for good',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path, anew: true });
      await page.getByRole('heading', { level: 1, name: one.name }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.title()).toBe(`${one.name} – Traboule`);
      await page.getByRole('button', { name: /^Compte de / }).click();
      await page.getByRole('menu').getByText('Siège').waitFor();
      await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
      await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor();
      await page.goto(runtime.site + path);
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await chooseAccount(page, 'admin');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'shows the jury its candidates and nothing of joining, and the treasurer everything but the answers',
    async () => {
      const jury = await openConsole(runtime, browser, { account: 'jury', path: '/staff/applications' });
      await jury.getByRole('heading', { level: 1, name: 'Rien à voir ici pour le jury' }).waitFor();
      expect(await jury.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Jury']);
      await jury.getByRole('link', { name: 'Voir les candidats' }).click();
      await jury.waitForURL(/\/staff\/jury$/);
      leaveTab(jury);

      const treasurer = await openConsole(runtime, browser, { account: 'treasurer' });
      await treasurer.getByRole('heading', { level: 1, name: 'Demandes' }).waitFor();
      await treasurer.getByRole('link', { name: one.name }).click();
      await treasurer.getByText('Votre groupe consulte ce dossier sans y répondre.').waitFor();
      expect(await treasurer.getByRole('button', { name: 'Envoyer la décision' }).count()).toBe(0);
      leaveTab(treasurer);
    },
    TEST_PATIENCE,
  );

  it(
    'tells an antenna that a file is another’s, and anybody that there is none',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'antenna:LYO', path });
      await page.getByRole('heading', { level: 1, name: 'Ce dossier relève d’une autre antenne' }).waitFor();
      await page.goto(`${runtime.site}/staff/applications/00000000-0000-4000-8000-000000000000`);
      await page.getByRole('heading', { level: 1, name: 'Introuvable' }).waitFor();
      // Cut off in the middle of a letter, as an address may come out of a mail.
      await goWithin(page, '/staff/growth/cases/%E0%A4%A');
      await page.getByText('Il a pu être mal recopié.').waitFor();
      await goWithin(page, path);
      await page.getByRole('heading', { level: 1, name: 'Ce dossier relève d’une autre antenne' }).waitFor();
      await goWithin(page, '/staff/jury/%E0%A4%A');
      await page.getByRole('heading', { level: 1, name: 'Introuvable' }).waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'again, after the session has expired, loses nothing of what was typed, to oneself',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', path });
      await page.getByRole('radio', { name: 'Refuser' }).check({ force: true });
      await page.getByLabel('Commentaire', { exact: true }).fill('Ce qui était écrit avant le déjeuner.');
      const letIn = await endSession(page);
      await page.getByRole('button', { name: 'Refuser la demande' }).click();
      const dialog = page.getByRole('dialog', { name: 'Votre session a expiré' });
      await dialog.waitFor();
      await letIn();
      await dialog.getByRole('button', { name: 'Se reconnecter' }).click();
      await page.getByRole('heading', { level: 1, name: one.name }).waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.getByLabel('Commentaire', { exact: true }).inputValue()).toBe(
        'Ce qui était écrit avant le déjeuner.',
      );
      expect(await page.getByRole('radio', { name: 'Refuser' }).isChecked()).toBe(true);

      // A colleague sits down at the same screen, and finds nothing of it.
      const letInAgain = await endSession(page);
      await page.getByRole('button', { name: 'Refuser la demande' }).click();
      await dialog.waitFor();
      await letInAgain();
      await page.context().clearCookies();
      await dialog.getByRole('button', { name: 'Se reconnecter' }).click();
      await chooseAccount(page, 'antenna:STE');
      await page.getByRole('button', { name: 'Envoyer la décision' }).waitFor();
      expect(await page.getByLabel(/^Commentaire/).inputValue()).toBe('');
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});

describe.each([
  { language: 'fr', width: 1280 },
  { language: 'en', width: 390 },
] as const)('the console in $language at $width pixels', ({ language, width }) => {
  const french = language === 'fr';

  it(
    'is accessible and fits, page by page',
    async () => {
      const page = await openConsole(runtime, browser, { account: 'admin', language, width });
      await page.getByRole('link', { name: one.name }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await page.getByRole('checkbox', { name: new RegExp(one.name) }).check({ force: true });
      await page.getByRole('button', { name: french ? 'Approuver la sélection' : 'Approve the selection' }).click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: french ? 'Annuler' : 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      await page.getByRole('link', { name: one.name }).click();
      await page.getByRole('heading', { name: french ? 'Déroulement' : 'Progress' }).waitFor();
      await page
        .getByText(french ? 'en cours, à l’étape' : 'running, at the step')
        .first()
        .waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      for (const [link, heading] of french
        ? [
            ['Demandes', 'Demandes'],
            ['Membres', 'Membres'],
          ]
        : [
            ['Applications', 'Applications'],
            ['Members', 'Members'],
          ]) {
        await page.getByRole('navigation').first().getByRole('link', { name: link }).click();
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        // The width of WCAG's reflow: a page of 1280 pixels enlarged four times.
        await page.setViewportSize({ width: 320, height: 900 });
        await expectNoSidewaysScroll(page);
        await expectNoCutBadge(page);
        await page.setViewportSize({ width, height: 900 });
      }
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});
