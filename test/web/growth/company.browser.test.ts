import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../domain/application/form.ts';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab, openTab } from '../../support/tabs.ts';
import { answerWith, refusal } from './support/answers.ts';
import { growthOf, growthStates } from './support/fixtures.ts';

// The company's pages in states that would take months to reach; the story of growth plays them with the real API.

const PATIENCE = 120_000;
let runtime: TestRuntime;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
}, START_PATIENCE);
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});
afterEach(() => leaveTab(page));

const visit = async (answers: Record<string, unknown>, path = '', language: Language = 'fr', width = 1280) => {
  const session = { 'traboule.link': 'x'.repeat(43) };
  page = await openTab(browser, runtime.site, { width, height: 844, language, session });
  await page.goto(`${runtime.site}/nowhere`);
  const given = await answerWith(page, answers);
  await goWithin(page, `/application/growth${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, ...given };
};
const look = async (page: Page): Promise<void> => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};

/** Looks at a page in both languages on a telephone. @param axe in which languages axe judges it */
const lookInBoth = async (page: Page, axe: readonly Language[]): Promise<void> => {
  for (const [language, name] of [
    ['en', 'EN – English'],
    ['fr', 'FR – Français'],
  ] as const) {
    await page.getByRole('button', { name }).first().click();
    await page.locator(`html[lang=${language}]`).waitFor();
    if (axe.includes(language)) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
};

describe('a company’s growth', () => {
  it(
    'is accessible and fits a telephone, whatever its state',
    async () => {
      const { page, answers } = await visit({ 'GET /api/link/growth': growthStates.none }, '', 'fr', 360);
      for (const [state, growth] of Object.entries(growthStates)) {
        // The company has another name in each, which says when the page shows it.
        const companyName = `Société ${state}`;
        answers['GET /api/link/growth'] = { ...growth, companyName };
        await goWithin(page, '/nowhere');
        await goWithin(page, '/application/growth');
        await page.getByText(companyName).first().waitFor();
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        if (growth.figures.length > 0) {
          await page.getByText('Les chiffres du graphique').click();
          await page.getByRole('table').waitFor();
        }
        // The states that the story comes through are judged there, in both languages.
        await lookInBoth(page, state === 'voting' || state === 'enrolled' ? [] : ['fr']);
      }
    },
    PATIENCE,
  );

  it(
    'has pages for its figures and its file that do as well',
    async () => {
      const { page } = await visit({ 'GET /api/link/growth': growthStates.none }, '/figures', 'fr', 360);
      for (const [path, shown] of [
        ['/figures', page.getByRole('button', { name: 'Ajouter une année' })],
        ['/file', page.getByLabel('Votre présentation')],
      ] as const) {
        await goWithin(page, `/application/growth${path}`);
        await shown.waitFor();
        await lookInBoth(page, ['fr', 'en']);
        await page.setViewportSize({ width: 1280, height: 900 });
        await expectNoSidewaysScroll(page);
        await page.setViewportSize({ width: 360, height: 844 });
      }
    },
    PATIENCE,
  );
});

describe('a company', () => {
  it(
    'adds a year: what is missing is said beside its field, what was typed outlives a reload, a second click sends nothing',
    async () => {
      const young = growthStates.young;
      const { page, asked, answers } = await visit(
        { 'GET /api/link/growth': young, 'POST /api/link/growth/figures': growthOf(4, { missing: [] }) },
        '/figures',
      );
      await page.getByRole('button', { name: 'Ajouter une année' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Année').fill('2023');
      await dialog.getByLabel('Effectif').fill('3');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      const turnover = dialog.getByLabel('Chiffre d’affaires HT');
      expect(await turnover.getAttribute('aria-invalid')).toBe('true');
      expect(await turnover.evaluate((field) => field === document.activeElement)).toBe(true);
      await expectAccessible(page);
      await page.reload();
      await page.getByRole('button', { name: 'Ajouter une année' }).click();
      expect(await dialog.getByLabel('Année').inputValue()).toBe('2023');
      await turnover.fill('90 000');

      answers['POST /api/link/growth/figures'] = refusal('invalid-fields', [
        { path: 'year', code: 'figures.year-known', message: 'Les chiffres de 2023 sont déjà donnés.' },
      ]);
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.getByText('Les chiffres de 2023 sont déjà donnés.').waitFor();
      expect(await turnover.inputValue()).toMatch(/^90\s000$/);

      answers['POST /api/link/growth/figures'] = growthOf(4, { missing: [] });
      await dialog.getByRole('button', { name: 'Enregistrer' }).dblclick();
      await page.getByText('Chiffres enregistrés').waitFor();
      const posts = asked.filter(({ route }) => route.startsWith('POST'));
      expect(posts.map(({ body }) => body)).toEqual(
        Array.from({ length: 2 }, () => ({ year: 2023, employees: 3, turnover: 90_000 })),
      );
    },
    PATIENCE,
  );

  it(
    'corrects a year with a comment, and sees where each figure comes from',
    async () => {
      const { page, asked } = await visit(
        { 'GET /api/link/growth': growthStates.none, 'PATCH /api/link/growth/figures/2024': growthStates.none },
        '/figures',
      );
      await page.getByText('1 version précédente').click();
      await page.getByText('Deux salariés avaient été oubliés.').waitFor();
      await page.getByText('Le registre public indique 20–49 salariés').waitFor();
      await page.getByRole('button', { name: 'Corriger les chiffres de 2024' }).click();
      await page.getByText('Ces chiffres ont été vérifiés par l’équipe').waitFor();
      await page.getByLabel('Effectif').fill('19');
      await page.getByLabel('Pourquoi (facultatif)').fill('Une embauche en décembre.');
      await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('Chiffres enregistrés').waitFor();
      expect(asked.at(-1)?.body).toEqual({
        employees: 19,
        turnover: 1_500_000,
        comment: 'Une embauche en décembre.',
      });
    },
    PATIENCE,
  );

  it(
    'writes its file, keeps it over a mishap, and sends funds by year',
    async () => {
      const { page, asked, answers } = await visit(
        { 'GET /api/link/growth': growthStates.empty, 'PATCH /api/link/growth/file': refusal('unavailable') },
        '/file',
      );
      await page.getByLabel('Votre présentation').fill('Nous tissons des données.');
      await page.getByRole('button', { name: 'Ajouter une levée' }).click();
      await page.getByLabel('Année').fill('2025');
      await page.getByLabel('Montant').fill('300 000');
      await page.getByRole('button', { name: 'Enregistrer le dossier' }).click();
      await page.getByRole('alert').waitFor();
      await page.reload();
      expect(await page.getByLabel('Votre présentation').inputValue()).toBe('Nous tissons des données.');
      answers['PATCH /api/link/growth/file'] = growthStates.none;
      await page.getByRole('button', { name: 'Enregistrer le dossier' }).click();
      await page.getByText('Dossier enregistré.').waitFor();
      expect(asked.at(-1)?.body).toEqual({
        presentation: 'Nous tissons des données.',
        mergers: [],
        funds: [{ year: 2025, amount: 300_000 }],
      });
    },
    PATIENCE,
  );

  it(
    'asks to be screened once, however often it clicks',
    async () => {
      const accepted = { caseId: 'x', stage: 'scoring' };
      const { page, asked, answers } = await visit({
        'GET /api/link/growth': growthStates.none,
        'POST /api/link/growth/screening': accepted,
      });
      answers['GET /api/link/growth'] = growthStates.voting;
      await page.getByRole('button', { name: 'Demander un examen' }).dblclick();
      await page.getByRole('heading', { name: 'Le jury examine votre dossier' }).waitFor();
      await page.getByText('2 votes exprimés sur 5').waitFor();
      expect(asked.filter(({ route }) => route.startsWith('POST'))).toHaveLength(1);
    },
    PATIENCE,
  );

  it(
    'answers the jury, and appeals with its grounds',
    async () => {
      const asking = growthStates['more-asked'];
      const [task] = asking.openTasks;
      const answer = `POST /api/link/tasks/${task?.taskId}/answer`;
      const { page, asked, answers } = await visit({
        'GET /api/link/growth': asking,
        [answer]: { taskId: task?.taskId, status: 'delivered' },
      });
      await page.getByText('Qui dirige le développement à l’export ?').waitFor();
      await page.getByRole('button', { name: 'Envoyer au jury' }).click();
      expect(await page.getByLabel('Votre réponse').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Votre réponse').fill('Quarante pour cent.');
      answers['GET /api/link/growth'] = growthStates.declined;
      await page.getByRole('button', { name: 'Envoyer au jury' }).click();
      await page.getByRole('heading', { name: 'Votre candidature n’est pas retenue' }).waitFor();
      expect(asked.find(({ route }) => route === answer)?.body).toEqual({ message: 'Quarante pour cent.' });

      const [appeal] = growthStates.declined.openTasks;
      const appealing = `POST /api/link/tasks/${appeal?.taskId}/answer`;
      answers[appealing] = { taskId: appeal?.taskId, status: 'delivered' };
      await page.getByText('Le carnet de commandes repose sur deux clients').waitFor();
      await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
      await page.getByText('Choisissez d’accepter ou de faire appel.').waitFor();
      await page.getByRole('radio', { name: 'Nous faisons appel' }).check({ force: true });
      await page.getByLabel('Vos arguments').fill('Un troisième client a signé.');
      answers['GET /api/link/growth'] = growthStates.voting;
      await page.getByRole('button', { name: 'Faire appel' }).click();
      await page.getByRole('heading', { name: 'Le jury examine votre dossier' }).waitFor();
      expect(asked.find(({ route }) => route === appealing)?.body).toEqual({
        appeal: true,
        grounds: 'Un troisième client a signé.',
      });
    },
    PATIENCE,
  );

  it(
    'is told when its link does not work, or when the service is away',
    async () => {
      const { page } = await visit({ 'GET /api/link/growth': refusal('invalid-link') });
      await page.getByRole('heading', { name: 'Ce lien n’ouvre aucun dossier' }).waitFor();
      leaveTab(page);
      const away = await visit({ 'GET /api/link/growth': refusal('forbidden') });
      await away.page.getByRole('alert').waitFor();
      await look(away.page);
    },
    PATIENCE,
  );
});
