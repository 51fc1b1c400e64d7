import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../support/browser.ts';
import { People } from '../../support/people.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import { answerAsColleague, apply, breakWorkflow, openConsole, read, TEST_PATIENCE } from './support/console.ts';

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

const pathOf = ({ applicationId }: { applicationId: string }) => `/staff/applications/${applicationId}`;
const choose = (page: Page, label: string) => page.getByRole('radio', { name: label }).check({ force: true });

describe('deciding on an application', () => {
  it(
    'asks why before it refuses, refuses once however often the button is pressed, and tells how it ended',
    async () => {
      const one = await apply(runtime, 'Velay Dentelle');
      const page = await openConsole(runtime, browser, { account: 'antenna:STE', path: pathOf(one) });
      await page.getByRole('heading', { level: 1, name: one.name }).waitFor();
      await page.getByRole('button', { name: 'Envoyer la décision' }).click();
      await page.getByText('Choisissez une décision.').waitFor();

      await choose(page, 'Refuser');
      await page.getByRole('button', { name: 'Refuser la demande' }).click();
      expect(await page.getByLabel('Commentaire', { exact: true }).getAttribute('aria-invalid')).toBe('true');

      let sent = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/answer')) sent += 1;
      });
      await page.getByLabel('Commentaire', { exact: true }).fill('La dentelle n’est pas du numérique.');
      await page.getByRole('button', { name: 'Refuser la demande' }).dblclick();
      await page.getByText('Décision enregistrée.').waitFor();
      await page.getByText('Refusée', { exact: true }).waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Demande refusée.' })
        .getByText('La dentelle n’est pas')
        .waitFor();
      expect(sent).toBe(1);
      leaveTab(page);
      await runtime.settled();
      expect(await read(runtime, one)).toMatchObject({
        status: 'refused',
        refusalComment: 'La dentelle n’est pas du numérique.',
      });
    },
    TEST_PATIENCE,
  );

  it(
    'keeps the comment when sending fails, and sends it when tried again',
    async () => {
      const one = await apply(runtime, 'Pilat Cartographie');
      const page = await openConsole(runtime, browser, { account: 'admin', path: pathOf(one) });
      await choose(page, 'Demander des modifications');
      await page.getByLabel('Commentaire', { exact: true }).fill('Merci de préciser vos effectifs.');
      await page.route('**/answer', (route) => route.abort());
      await page.getByRole('button', { name: 'Demander les modifications' }).click();
      await page.getByText('Votre commentaire est gardé.').waitFor();
      await page.reload();
      expect(await page.getByLabel('Commentaire', { exact: true }).inputValue()).toBe(
        'Merci de préciser vos effectifs.',
      );
      await page.unroute('**/answer');
      await page.getByRole('button', { name: 'Demander les modifications' }).click();
      await page.getByText('Décision enregistrée.').waitFor();
      await page
        .getByText('la demande attend l’entreprise')
        .or(page.getByText('Modifications demandées', { exact: true }))
        .first()
        .waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'takes "already answered" as news: says who was faster, and gives back what was typed',
    async () => {
      const one = await apply(runtime, 'Lignon Réseaux');
      const page = await openConsole(runtime, browser, { account: 'antenna:STE', path: pathOf(one) });
      await choose(page, 'Demander des modifications');
      await page.getByLabel('Commentaire', { exact: true }).fill('Quel est votre site ?');
      await answerAsColleague(runtime, one, { decision: 'approve', comment: '' });
      await page.getByRole('button', { name: 'Demander les modifications' }).click();
      const news = page.getByRole('status').filter({ hasText: 'Cette tâche a déjà sa réponse' });
      await news.getByText(/Traitée par .+, le /).waitFor();
      await news.getByText('Quel est votre site ?').waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'gives back what was typed when the page finds out by itself that a colleague was faster',
    async () => {
      const one = await apply(runtime, 'Dunières Textiles');
      const page = await openConsole(runtime, browser, { account: 'antenna:STE', path: pathOf(one) });
      await choose(page, 'Refuser');
      await page.getByLabel('Commentaire', { exact: true }).fill('Le tissage n’est pas du numérique.');
      await answerAsColleague(runtime, one, { decision: 'approve', comment: '' });
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
      const news = page.getByRole('status').filter({ hasText: 'Cette tâche a déjà sa réponse' });
      await news.getByText(/Traitée par .+, le /).waitFor();
      await news.getByText('Le tissage n’est pas du numérique.').waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'settles a contested antenna between those that claim the company',
    async () => {
      const one = await apply(runtime, 'Cance Papier', 'Annonay');
      const page = await openConsole(runtime, browser, { account: 'admin', path: pathOf(one) });
      await page.getByText(/Annonay Rhône Agglo relève de plusieurs antennes/).waitFor();
      await page.getByRole('button', { name: 'Retenir cette antenne' }).click();
      await page.getByText('Choisissez une antenne.').waitFor();
      const candidates = page.getByRole('radiogroup', { name: 'Quelle antenne ?' }).getByRole('radio');
      expect(await candidates.count()).toBe(2);
      await choose(page, 'Saint-Étienne – Roanne');
      await page.getByRole('button', { name: 'Retenir cette antenne' }).click();
      await page.getByText('Décision enregistrée.').waitFor();
      // The next question follows by itself: the review, by the antenna that was chosen.
      await page.getByRole('heading', { name: 'Votre décision' }).waitFor();
      leaveTab(page);
      expect(await read(runtime, one)).toMatchObject({ antenna: 'STE', assignedBy: 'staff', status: 'in-review' });
    },
    TEST_PATIENCE,
  );
});

describe('the workflow of an application', () => {
  it(
    'is drawn with where it stands, and told as a list',
    async () => {
      const one = await apply(runtime, 'Renaison Textile');
      const page = await openConsole(runtime, browser, { account: 'admin', path: pathOf(one) });
      await page.getByRole('img', { name: /Adhésion : en cours, à l’étape « Examiner la demande »/ }).waitFor();
      await page.getByText('Liste', { exact: true }).click();
      const steps = page.getByRole('list', { name: 'Étapes de « Adhésion »' });
      const current = steps.locator('[aria-current="step"]');
      expect(await current.count()).toBe(1);
      expect(await current.innerText()).toContain('Examiner la demande');
      await page.getByText('Choix de l’antenne', { exact: true }).click();
      await page.getByText('terminé').waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );

  it(
    'that failed stands out in the list, and goes on from where it stopped when staff say so',
    async () => {
      const one = await apply(runtime, 'Bourbince Fonderie');
      await breakWorkflow(runtime, one);
      expect((await read(runtime, one)).status).toBe('failed');

      const page = await openConsole(runtime, browser, { account: 'admin', path: '/staff/applications' });
      await page.getByText('1 traitement s’est interrompu').waitFor();
      await page.getByRole('link', { name: 'Voir' }).click();
      await page.getByRole('heading', { level: 1, name: 'Traitements en échec' }).waitFor();
      await page.getByRole('link', { name: one.name }).click();
      await page.getByText('Le traitement s’est interrompu').waitFor();
      await page.getByRole('button', { name: 'Reprendre le traitement' }).click();
      const dialog = page.getByRole('dialog', { name: 'Reprendre le traitement ?' });
      await dialog.getByText(one.name).waitFor();
      await dialog.getByRole('button', { name: 'Reprendre', exact: true }).click();
      await page.getByText('Le traitement est reparti.').waitFor();
      await page.getByRole('heading', { name: 'Votre décision' }).waitFor();
      leaveTab(page);
      await runtime.settled();
      expect((await read(runtime, one)).status).toBe('in-review');
    },
    TEST_PATIENCE,
  );

  it(
    'leads to a member, found in the list of members',
    async () => {
      const one = await apply(runtime, 'Anse Logistique', 'Villeurbanne');
      const page = await openConsole(runtime, browser, { account: 'antenna:LYO', path: pathOf(one) });
      await choose(page, 'Approuver');
      await page.getByRole('button', { name: 'Approuver la demande' }).click();
      await page.getByText('Demande approuvée.').first().waitFor();
      await runtime.settled();
      await (await People.of(runtime)).pay();
      await runtime.settled();
      await page.reload();
      await page.getByRole('link', { name: /^Membre M\d{6}$/ }).click();
      await page.getByRole('heading', { level: 1, name: one.name }).waitFor();
      await page.getByRole('link', { name: 'Tous les membres' }).click();
      await page
        .getByRole('row')
        .filter({ hasText: one.name })
        .getByText(/\bM\d{6}\b/)
        .waitFor();
      leaveTab(page);
    },
    TEST_PATIENCE,
  );
});
