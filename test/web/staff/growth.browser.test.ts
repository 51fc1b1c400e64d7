import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import { answerWith, refusal } from '../growth/support/answers.ts';
import {
  applicationIdOf,
  candidates,
  caseIdOf,
  caseSummaries,
  conflictCase,
  jurors,
  juryCaseOf,
  juryCases,
  openedCase,
  policies,
  programme,
  staffCase,
  staffCompany,
} from '../growth/support/fixtures.ts';
import { type Account, NOWHERE, openConsole } from './support/console.ts';

// The console's pages of growth and of the jury, in states that would take months to reach.

const PATIENCE = 180_000;
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

const COMPANY = `/api/staff/growth/companies/${applicationIdOf(1)}`;
const CASE = `/api/staff/jury/cases/${caseIdOf(1)}`;
const ANSWERS: Record<string, unknown> = {
  'GET /api/staff/growth/cases': { items: caseSummaries, nextCursor: null },
  [`GET /api/staff/growth/cases/${caseIdOf(1)}`]: staffCase,
  'GET /api/staff/growth/policies': policies,
  'GET /api/staff/growth/companies': { items: candidates(60), nextCursor: null, closedYear: 2025 },
  [`GET ${COMPANY}`]: staffCompany,
  'GET /api/staff/programme': programme,
  'GET /api/staff/jury/jurors': { items: jurors },
  'GET /api/staff/jury/cases': { items: juryCases },
  [`GET ${CASE}`]: juryCaseOf(1),
};

/** A person of the console, signed in, with the API's answers of growth given by the test. */
const visit = async (path: string, account: Account, more: Record<string, unknown> = {}) => {
  page = await openConsole(runtime, browser, { account, path: NOWHERE });
  const given = await answerWith(page, { ...ANSWERS, ...more });
  await goWithin(page, path);
  return given;
};
/** Goes to another page of the console, as its links do. */
const go = async (path: string): Promise<void> => {
  await goWithin(page, path);
};
/** Looks at a page in both languages, wide and on a telephone. @param axe false where the story of growth has it judged */
const look = async (axe: boolean): Promise<void> => {
  for (const [language, name] of [
    ['en', 'EN – English'],
    ['fr', 'FR – Français'],
  ] as const) {
    await page.getByRole('button', { name }).first().click();
    await page.locator(`html[lang=${language}]`).waitFor();
    if (axe) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
};

describe('every page', () => {
  it(
    'of growth fits a telephone in both languages, and is accessible',
    async () => {
      await visit('/staff/growth', 'admin');
      for (const [path, title, inTheStory] of [
        ['', 'Candidatures au programme', true],
        [`/cases/${encodeURIComponent(caseIdOf(1))}`, 'Ateliers du Furan', true],
        ['/companies', 'Entreprises', false],
        [`/companies/${applicationIdOf(1)}`, 'Ateliers du Furan', false],
        ['/policy', 'Critères de croissance', true],
        ['/programme', 'Programme', true],
        ['/jurors', 'Registre des jurés', true],
      ] as const) {
        await go(`/staff/growth${path}`);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        // Lists have a table and no further heading.
        await page.locator('main :is(h2, table)').first().waitFor();
        await look(!inTheStory);
      }
    },
    PATIENCE,
  );

  it(
    'of the jury does as well',
    async () => {
      const { answers } = await visit('/staff/jury', 'jury');
      await page.getByRole('table').waitFor();
      await look(true);
      // Before the file opens, and with it, the story has them judged; after a conflict and after the close it does not.
      // The company has another name in each, which says when the page shows it.
      for (const [companyName, state, inTheStory] of [
        ['À déclarer', juryCaseOf(1), true],
        ['À lire', openedCase, true],
        ['Sans ce juré', conflictCase, false],
        ['Jugée', { ...juryCases[3], caseId: caseIdOf(1) }, false],
      ] as const) {
        answers[`GET ${CASE}`] = { ...state, companyName };
        await go('/staff/jury');
        await go(`/staff/jury/${encodeURIComponent(caseIdOf(1))}`);
        await page.getByRole('heading', { level: 1, name: companyName, exact: true }).waitFor();
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await look(!inTheStory);
      }
    },
    PATIENCE,
  );
});

describe('the board', () => {
  it(
    'is walked with the arrows, from column to column',
    async () => {
      await visit('/staff/growth', 'admin');
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-card'));
      const first = page.locator('[data-lane="preparing"] [data-card]').first();
      await first.focus();
      await page.keyboard.press('ArrowRight');
      const jury = page.locator('[data-lane="jury"] [data-card]');
      expect(await focused()).toBe(await jury.first().getAttribute('data-card'));
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(await jury.nth(1).getAttribute('data-card'));
      await page.keyboard.press('ArrowLeft');
      expect(await focused()).toBe(
        await page.locator('[data-lane="preparing"] [data-card]').nth(1).getAttribute('data-card'),
      );
    },
    PATIENCE,
  );
});

describe('the what-if', () => {
  const rate = () => page.getByRole('textbox', { name: 'Forte croissance de l’effectif (OCDE) : Croissance par an' });

  it(
    'says who would enter before anything is published, follows the slider, and goes back',
    async () => {
      const { asked } = await visit('/staff/growth/policy', 'admin');
      await page.getByText('Entrées : 0 · sorties : 0').waitFor();
      const slider = page.getByRole('slider', { name: /Forte croissance de l’effectif \(OCDE\), Croissance par an/ });
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      expect(await rate().inputValue()).toBe('20,5');
      const doubling = page.getByRole('radio', { name: 'Appui' });
      expect(await doubling.count()).toBe(7);

      await page.getByText('3 autres réglages').first().click();
      await page.getByRole('textbox', { name: /Forte croissance de l’effectif.*Appréciation dès/ }).fill('3');
      await page.getByText(/adhérents? entrerai/).waitFor();
      await page.reload();
      await page.getByText(/adhérents? entrerai/).waitFor();
      await page.getByRole('button', { name: 'Revenir à la version en vigueur' }).click();
      await page.getByText('Entrées : 0 · sorties : 0').waitFor();
      expect(asked.every(({ route }) => route.startsWith('GET'))).toBe(true);
    },
    PATIENCE,
  );

  it(
    'refuses thresholds that make no sense, and publishes the others from a day',
    async () => {
      const publish = 'POST /api/staff/growth/policies';
      const { asked, answers } = await visit('/staff/growth/policy', 'admin', {
        [publish]: refusal('invalid-fields', [
          { path: 'version', code: 'policy.version-taken', message: 'Une version de ce nom est déjà publiée.' },
        ]),
      });
      await rate().fill('15');
      await page.getByText('La zone d’appréciation commence au-dessus du seuil').first().waitFor();
      await rate().fill('18');
      await page.getByText('Entrées').waitFor();
      await page.getByRole('button', { name: 'Publier…' }).click();
      expect(await page.getByLabel('Version', { exact: true }).getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Version', { exact: true }).fill('2028-01');
      // A digit too many, as a date field lets it through.
      await page.getByLabel('À partir du').fill('20288-01-01');
      await page.getByRole('button', { name: 'Publier…' }).click();
      expect(await page.getByLabel('À partir du').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('À partir du').fill('2028-01-01');
      await page.getByRole('button', { name: 'Publier…' }).click();
      await page.getByRole('dialog').getByText('À partir du 1er janvier 2028').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Oui, publier' }).click();
      await page.getByText('Une version de ce nom est déjà publiée.').waitFor();
      answers[publish] = policies;
      await page.getByLabel('Version', { exact: true }).fill('2028-02');
      await page.getByRole('button', { name: 'Publier…' }).click();
      await page.getByRole('button', { name: 'Oui, publier' }).click();
      await page.getByText('La version 2028-02 est publiée.').waitFor();
      const sent = asked.findLast(({ route }) => route === publish)?.body;
      expect(sent).toMatchObject({
        version: '2028-02',
        from: '2028-01-01',
        criteria: { 'oecd-employees': { rate: { numerator: 180, denominator: 1000 } } },
      });
    },
    PATIENCE,
  );
});

describe('a juror', () => {
  it(
    'declares before the file opens, votes once with reasons, and keeps what was typed over a reload',
    async () => {
      const task = `POST /api/staff/tasks/${openedCase.taskId}/answer`;
      const { asked, answers } = await visit(`/staff/jury/${encodeURIComponent(caseIdOf(1))}`, 'jury', {
        [`POST ${CASE}/declaration`]: openedCase,
        [task]: { taskId: openedCase.taskId, status: 'delivered' },
      });
      await page.getByRole('heading', { name: 'Avant d’ouvrir le dossier' }).waitFor();
      expect(await page.getByText('L’entreprise se présente').count()).toBe(0);
      await page.getByRole('button', { name: 'Déclarer et ouvrir le dossier' }).click();
      await page.getByText('Choisissez l’une des deux réponses.').waitFor();
      await page.getByRole('radio', { name: 'Je n’ai aucun lien d’intérêts' }).check({ force: true });
      answers[`GET ${CASE}`] = openedCase;
      await page.getByRole('button', { name: 'Déclarer et ouvrir le dossier' }).click();
      await page.getByRole('heading', { name: 'L’entreprise se présente' }).waitFor();

      await page.getByLabel('Vos raisons').fill('Une croissance solide.');
      await page.getByRole('button', { name: 'Voter' }).click();
      await page.getByText('Choisissez un vote.').waitFor();
      await page.reload();
      expect(await page.getByLabel('Vos raisons').inputValue()).toBe('Une croissance solide.');
      await page.getByRole('radio', { name: 'Retenir', exact: true }).check({ force: true });
      answers[`GET ${CASE}`] = {
        ...openedCase,
        taskId: null,
        vote: { jurorId: 'me', vote: 'admit', comment: 'Une croissance solide.', at: openedCase.dueAt },
      };
      await page.getByRole('button', { name: 'Voter' }).dblclick();
      await page.getByRole('heading', { name: 'Vous avez voté' }).waitFor();
      const votes = asked.filter(({ route }) => route === task);
      expect(votes.map(({ body }) => body)).toEqual([
        { vote: 'admit', conflict: false, comment: 'Une croissance solide.' },
      ]);
      expect(votes[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
      expect(asked.find(({ route }) => route.endsWith('/declaration'))?.body).toEqual({ conflict: false, reason: '' });
    },
    PATIENCE,
  );

  it(
    'steps aside with a reason, and is told when they do not sit',
    async () => {
      const { asked, answers } = await visit(`/staff/jury/${encodeURIComponent(caseIdOf(1))}`, 'jury', {
        [`POST ${CASE}/declaration`]: conflictCase,
      });
      await page.getByRole('radio', { name: 'J’ai un lien d’intérêts' }).check({ force: true });
      await page.getByRole('button', { name: 'Déclarer et me retirer' }).click();
      expect(await page.getByLabel('Quel lien').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Quel lien').fill('Je siège à son conseil.');
      answers[`GET ${CASE}`] = conflictCase;
      await page.getByRole('button', { name: 'Déclarer et me retirer' }).click();
      await page.getByRole('heading', { name: 'Vous avez déclaré un lien d’intérêts' }).waitFor();
      expect(asked.find(({ route }) => route.endsWith('/declaration'))?.body).toEqual({
        conflict: true,
        reason: 'Je siège à son conseil.',
      });
      answers[`GET ${CASE}`] = refusal('not-sitting');
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Vous ne siégez pas' }).waitFor();
    },
    PATIENCE,
  );
});

describe('staff', () => {
  it(
    'confirm figures against the accounts, saying which',
    async () => {
      const check = `POST ${COMPANY}/figures/2025`;
      const { asked } = await visit(`/staff/growth/companies/${applicationIdOf(1)}`, 'admin', {
        [check]: staffCompany,
      });
      await page.getByText('4 années restent à vérifier').waitFor();
      await page.getByRole('button', { name: 'Vérifier les chiffres de 2025' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      expect(await dialog.getByLabel('Vérifié sur').getAttribute('aria-invalid')).toBe('true');
      await dialog.getByLabel('Vérifié sur').fill('Liasse fiscale 2025.');
      await dialog.getByRole('button', { name: 'Confirmer' }).click();
      await page.getByText('Chiffres de 2025 vérifiés.').waitFor();
      expect(asked.find(({ route }) => route === check)?.body).toEqual({
        employees: 21,
        turnover: 2_040_000,
        comment: 'Liasse fiscale 2025.',
      });
    },
    PATIENCE,
  );

  it(
    'read every vote of a case and have nothing to change one with',
    async () => {
      await visit(`/staff/growth/cases/${encodeURIComponent(caseIdOf(1))}`, 'antenna:STE');
      await page.getByText('Vous lisez chaque vote ; personne ne le modifie.').waitFor();
      await page.getByText('Candidature retenue : 3 pour, 1 contre').waitFor();
      const table = page.getByRole('table', { name: 'Sièges et votes' });
      expect(await table.getByRole('row').count()).toBe(6);
      expect(await table.getByRole('button').count()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'recuse at the head office a juror who has not voted, and nobody else; what was typed stays when it fails',
    async () => {
      const path = `/api/staff/growth/cases/${caseIdOf(1)}`;
      const [session] = staffCase.sessions;
      const open = { ...session, closedAt: null, verdict: null, sentence: null };
      const { asked, answers } = await visit(`/staff/growth/cases/${encodeURIComponent(caseIdOf(1))}`, 'admin', {
        [`GET ${path}`]: { ...staffCase, stage: 'voting', endedAt: null, sessions: [open] },
        [`POST ${path}/recusals`]: refusal('seat-fixed'),
      });
      const silent = open.panel?.seats.find((seat) => !open.votes?.some(({ jurorId }) => jurorId === seat.jurorId));
      await page.getByRole('button', { name: /^Récuser/ }).click();
      const dialog = page.getByRole('dialog', { name: `Récuser ${silent?.name}` });
      await dialog.getByRole('button', { name: 'Récuser ce juré' }).click();
      expect(await dialog.getByLabel('Lien d’intérêts constaté').getAttribute('aria-invalid')).toBe('true');
      await dialog.getByLabel('Lien d’intérêts constaté').fill('Son associé la dirige.');
      await dialog.getByRole('button', { name: 'Récuser ce juré' }).click();
      await dialog.getByText('Ce juré a déjà voté').waitFor();
      expect(await dialog.getByLabel('Lien d’intérêts constaté').inputValue()).toBe('Son associé la dirige.');
      await expectAccessible(page);
      answers[`POST ${path}/recusals`] = caseSummaries[0];
      await dialog.getByRole('button', { name: 'Récuser ce juré' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Vote ouvert/);
      expect(asked.findLast(({ route }) => route === `POST ${path}/recusals`)?.body).toEqual({
        jurorId: silent?.jurorId,
        reason: 'Son associé la dirige.',
      });
    },
    PATIENCE,
  );

  it(
    'run the programme from the head office; an antenna records milestones and nothing else',
    async () => {
      const open = 'POST /api/staff/programme/cohorts';
      const exit = `POST /api/staff/programme/cohorts/c1/companies/${applicationIdOf(1)}/exit`;
      const { asked } = await visit('/staff/growth/programme', 'admin', { [open]: programme, [exit]: programme });
      await page.getByRole('button', { name: 'Ouvrir une promotion' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      expect(await dialog.getByLabel('Nom').getAttribute('aria-invalid')).toBe('true');
      await dialog.getByLabel('Nom').fill('Promotion Ampère');
      await dialog.getByLabel('Premier jour').fill('2027-09-01');
      await dialog.getByLabel('Dernier jour').fill('2027-01-01');
      await dialog.getByLabel('Places').fill('4');
      await dialog.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      await dialog.getByText('La période finit avant de commencer').waitFor();
      await dialog.getByLabel('Dernier jour').fill('2028-08-31');
      await dialog.getByRole('button', { name: 'Ouvrir', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(asked.findLast(({ route }) => route === open)?.body).toMatchObject({
        name: 'Promotion Ampère',
        capacity: 4,
      });

      await page.getByRole('button', { name: 'Changer de mentor' }).nth(1).click();
      await dialog.getByText('A un lien avec cette entreprise.').waitFor();
      expect(await dialog.getByRole('radio', { name: /Luc Faure/ }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Sortie…' }).first().click();
      await dialog.getByRole('radio', { name: 'Parcours achevé' }).check({ force: true });
      await dialog.getByLabel('Explication').fill('Trois étapes franchies.');
      await dialog.getByRole('button', { name: 'Confirmer la sortie' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(asked.findLast(({ route }) => route === exit)?.body).toEqual({
        reason: 'graduated',
        comment: 'Trois étapes franchies.',
      });
      leaveTab(page);

      await visit('/staff/growth/programme', 'antenna:STE');
      await page.getByText('Le siège gère le programme').waitFor();
      expect(await page.getByRole('button', { name: 'Noter une étape' }).count()).toBeGreaterThan(0);
      for (const name of ['Ouvrir une promotion', 'Sortie…', 'Changer de mentor', 'Changer']) {
        expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
      }
    },
    PATIENCE,
  );

  it(
    'keep the register of jurors at the head office: a removal says what became of open seats',
    async () => {
      const [chair] = jurors;
      const remove = `DELETE /api/staff/jury/jurors/${chair?.jurorId}`;
      const { asked } = await visit('/staff/growth/jurors', 'admin', {
        [remove]: { ...chair, active: false, seatsPassed: 2, seatsLost: 0 },
      });
      await page.getByRole('button', { name: `Retirer ${chair?.name} du registre` }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Oui, retirer' }).click();
      await page.getByText('2 sièges ouverts sont passés à des suppléants.').waitFor();
      expect(asked.some(({ route }) => route === remove)).toBe(true);
    },
    PATIENCE,
  );
});
