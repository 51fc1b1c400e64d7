import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab, openTab } from '../../support/tabs.ts';
import { type Answers, answerWith, Refused } from '../support/dues-api.ts';
import { mailingAudience, mailingList, memberDetail, memberList, savedViews } from '../support/member-fixtures.ts';
import { NOWHERE, openConsole, TEST_PATIENCE } from './support/console.ts';

const PATH = '/staff/members';
const MEMBER = `${PATH}/M000004`;
const MAILINGS = '/staff/mailings';

let runtime: TestRuntime;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
}, START_PATIENCE);
afterEach(() => leaveTab(page));
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

const ANSWERS: Answers = {
  'GET /staff/members': memberList,
  'GET /staff/directory/views': savedViews,
  'GET /staff/members/M000004': memberDetail,
  'GET /staff/mailings': mailingList,
  'GET /staff/mailings/audience': mailingAudience,
};
const goTo = (path: string) => goWithin(page, path);

/** The head office on a page of the members, whose API answers this. */
const open = async (path: string, answers: Answers = {}, language: 'fr' | 'en' = 'fr') => {
  page = await openConsole(runtime, browser, { account: 'admin', path: NOWHERE, language });
  const queries: URLSearchParams[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/api/staff/members') queries.push(url.searchParams);
  });
  const all = { ...ANSWERS, ...answers };
  const asked = await answerWith(page, all);
  await goTo(path);
  return { asked, all, queries };
};
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const address = () => new URL(page.url()).search;

describe('the members’ pages', () => {
  it.each([
    ['fr', 'Membres', 'Messages envoyés', 'Écrire aux membres'],
    ['en', 'Members', 'Messages sent', 'Write to members'],
  ] as const)(
    'are accessible and fit a telephone, in %s',
    async (language, title, sent, write) => {
      await open(PATH, {}, language);
      for (const [path, name] of [
        [PATH, title],
        [MEMBER, memberDetail.company.legalName],
        [MAILINGS, sent],
        [`${MAILINGS}/new`, write],
      ] as const) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await goTo(path);
        await heading(name);
        await expectAccessible(page);
        for (const width of [390, 360]) {
          await page.setViewportSize({ width, height: 844 });
          await expectNoSidewaysScroll(page);
        }
      }
    },
    2 * TEST_PATIENCE,
  );

  it(
    'say what is empty, and what went wrong',
    async () => {
      const { all } = await open(`${PATH}?dues=late`, {
        'GET /staff/members': { items: [], nextCursor: null, total: 0 },
      });
      await page.getByText('Aucun membre ne correspond à ces filtres.').waitFor();
      all['GET /staff/members/M000004'] = new Refused(404, 'not-found');
      await goTo(MEMBER);
      await heading('Introuvable');
      all['GET /staff/members/M000004'] = new Refused(403, 'wrong-antenna');
      await goTo('/staff/members/M000004?again');
      all['GET /staff/members'] = new Refused(503, 'unavailable');
      await goTo(`${PATH}?size=micro`);
      await page.getByRole('alert').first().waitFor();
    },
    TEST_PATIENCE,
  );
});

describe('the directory', () => {
  it(
    'keeps search, filters, order and columns in the address, and Back undoes them',
    async () => {
      const { queries } = await open(PATH);
      await heading('Membres');
      await page.getByRole('row', { name: /Zinc/ }).waitFor();
      expect(queries.at(-1)?.toString()).toBe('sort=name');
      await page.getByLabel('Cotisation').selectOption('late');
      await page.waitForURL(/dues=late/);
      await page.getByRole('button', { name: 'Effectif' }).click();
      await page.waitForURL(/sort=employees/);
      await page.getByRole('button', { name: 'Effectif' }).click();
      await page.waitForURL(/sort=-employees/);
      expect(await page.getByRole('columnheader', { name: 'Effectif' }).getAttribute('aria-sort')).toBe('descending');
      await page.getByRole('button', { name: 'Colonnes' }).click();
      await page.getByRole('checkbox', { name: 'SIREN' }).check();
      await page.getByRole('columnheader', { name: 'SIREN' }).waitFor();
      await page.keyboard.press('Escape');
      const searched = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === '(a+)+$');
      await page.getByLabel('Rechercher').fill('(a+)+$');
      await searched;
      expect(queries.at(-1)?.get('sort')).toBe('-employees');
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes('-employees'));
      await page.goBack();
      await page.goBack();
      await page.waitForURL((url) => url.search === '');
    },
    TEST_PATIENCE,
  );

  it(
    'shows a saved view, and keeps a new one under its name',
    async () => {
      const { asked, all } = await open(PATH);
      await page.getByRole('link', { name: 'Retards de la Loire' }).click();
      await page.waitForURL(/antenna=STE/);
      expect(address()).toBe('?antenna=STE&dues=late&sort=-turnover&columns=name%2Cstatus%2Cdues%2Cturnover');
      await page.getByRole('columnheader', { name: 'Chiffre d’affaires HT' }).waitFor();
      await page.getByLabel('Taille').selectOption('micro');
      await page.getByRole('button', { name: 'Enregistrer cette vue' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Enregistrer cette vue' }).click();
      await dialog.getByText('Ce champ est à remplir.').waitFor();
      await dialog.getByLabel('Nom de la vue').fill('Petits retards');
      all['POST /staff/directory/views'] = savedViews;
      await dialog.getByRole('button', { name: 'Enregistrer cette vue' }).click();
      await dialog.waitFor({ state: 'detached' });
      const sent = asked.find(({ request }) => request === 'POST /staff/directory/views');
      expect(JSON.parse(sent?.body ?? '')).toEqual({
        name: 'Petits retards',
        view: {
          filter: { antenna: 'STE', dues: 'late', size: 'micro' },
          sort: '-turnover',
          columns: ['name', 'status', 'dues', 'turnover'],
        },
      });
    },
    TEST_PATIENCE,
  );

  it(
    'exports what it shows, from the real API',
    async () => {
      const { all } = await open(`${PATH}?columns=name,number`);
      expect(all['GET /staff/directory/export']).toBeUndefined();
      await page.getByRole('row', { name: /Zinc/ }).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Excel' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^membres-\d{4}-\d\d-\d\d\.xlsx$/);
      await page.getByText('Le fichier est dans vos téléchargements.').waitFor();
    },
    TEST_PATIENCE,
  );
});

describe('a member', () => {
  it(
    'gets a contact and a note; what was typed stays when it fails',
    async () => {
      const { asked, all } = await open(MEMBER);
      await heading(memberDetail.company.legalName);
      await page.getByText('Aussi pour : Représentant légal, Technique, Communication').waitFor();
      await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
      const dialog = page.getByRole('dialog');
      for (const [label, value] of [
        ['Prénom', 'Luc'],
        ['Nom', 'Morel'],
        ['Fonction', 'DSI'],
        ['E-mail', 'luc@exemple.fr'],
      ] as const) {
        await dialog.getByLabel(label, { exact: true }).fill(value);
      }
      await dialog.getByRole('checkbox', { name: 'Technique' }).check();
      all['POST /staff/members/M000004/contacts'] = new Refused(422, 'invalid-fields', [
        { path: 'email', code: 'contact.known', message: 'Un autre contact a déjà cette adresse.' },
      ]);
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.getByText('Un autre contact a déjà cette adresse.').waitFor();
      expect(await dialog.getByLabel('Prénom').inputValue()).toBe('Luc');
      const { contact, contacts } = memberDetail;
      all['POST /staff/members/M000004/contacts'] = { contact, contacts };
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      const sent = asked.filter(({ request }) => request === 'POST /staff/members/M000004/contacts').at(-1);
      expect(JSON.parse(sent?.body ?? '')).toMatchObject({
        email: 'luc@exemple.fr',
        phone: null,
        roles: ['technical'],
      });

      await page.getByLabel('Nouvelle note').fill('Rappeler lundi.');
      all['POST /staff/members/M000004/notes'] = { items: memberDetail.notes };
      await page.getByRole('button', { name: 'Ajouter la note' }).click();
      await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
      const note = asked.find(({ request }) => request === 'POST /staff/members/M000004/notes');
      expect([JSON.parse(note?.body ?? ''), note?.key]).toEqual([
        { text: 'Rappeler lundi.' },
        expect.stringMatching(/^[\da-f-]{36}$/),
      ]);

      // Put right twice: the second time begins with what stands there.
      const own = memberDetail.notes.find(({ mine }) => mine);
      all[`PATCH /staff/members/M000004/notes/${own?.noteId}`] = { items: memberDetail.notes };
      for (const time of [1, 2]) {
        await page.getByRole('button', { name: 'Modifier' }).last().click();
        expect([time, await page.getByLabel('Modifier la note').inputValue()]).toEqual([time, own?.text]);
        await page.getByRole('button', { name: 'Enregistrer' }).click();
        await page.getByLabel('Modifier la note').waitFor({ state: 'detached' });
      }
    },
    TEST_PATIENCE,
  );
});

describe('a message to members', () => {
  it(
    'is seen as its reader gets it, sent to whom the filters mean, once it is asked whether that is meant',
    async () => {
      const { asked, all } = await open(`${PATH}?dues=late`);
      await page.getByRole('link', { name: 'Écrire à ces membres' }).click();
      await heading('Écrire aux membres');
      await page.getByText('128 membres', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Envoyer à 128 membres' }).click();
      await page.getByText('Ce champ est à remplir.').first().waitFor();
      for (const [section, subject, body] of [
        ['En français', 'Rencontre du 12 mars', 'Rendez-vous à 18 h.'],
        ['En anglais', 'Meeting on 12 March', 'Join us at 6 pm.'],
      ] as const) {
        const part = page.getByRole('region', { name: section });
        await part.getByLabel('Objet').fill(subject);
        await part.getByLabel('Message').fill(body);
      }
      const preview = page.getByRole('article', { name: 'Aperçu' });
      await preview.getByText('Bonjour Inès,').waitFor();
      await preview.getByText('Ne plus recevoir ces messages').waitFor();
      all['POST /staff/mailings'] = { mailingId: 'mailing-1', recipients: 128 };
      await page.getByRole('button', { name: 'Envoyer à 128 membres' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Envoyer' }).click();
      await heading('Messages envoyés');
      const sent = asked.filter(({ request }) => request === 'POST /staff/mailings');
      expect(sent).toHaveLength(1);
      expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
        filter: { dues: 'late' },
        texts: { en: { subject: 'Meeting on 12 March' } },
      });
    },
    TEST_PATIENCE,
  );

  it.each([
    ['fr', 'Messages du cluster', 'Ne plus les recevoir', 'Désabonnement enregistré.'],
    ['en', 'Messages of the cluster', 'Receive them no more', 'You are unsubscribed.'],
  ] as const)(
    'is ended from its own link without signing in, in %s',
    async (language, title, button, said) => {
      page = await openTab(browser, runtime.site, { width: 390, height: 844, language });
      const path = `/subscriptions/${'a'.repeat(43)}`;
      const asked = await answerWith(page, { [`POST ${path}`]: { subscribed: false } });
      await page.goto(`${runtime.site}/unsubscribe/${'a'.repeat(43)}`);
      await heading(title);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: button }).click();
      await page.getByText(said).waitFor();
      expect(asked.map(({ request }) => request)).toEqual([`POST ${path}`]);
    },
    TEST_PATIENCE,
  );
});
