import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import type { Language } from '../../domain/application/form.ts';
import { LinkApplication } from '../../domain/contract/responses.ts';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { leaveTab, openTab } from '../support/tabs.ts';
import { type Answers, answerWith, Refused } from './support/dues-api.ts';
import { LINK_DUES, quote } from './support/dues-fixtures.ts';
import { expectHeading, fillCompany, goOn } from './support/form-pages.ts';

const PATIENCE = 90_000;

let runtime: TestRuntime;
let browser: Browser;
let link: string;
let tab: Page;

beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  const answer = await fetch(`${runtime.site}/api/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(formOf({ company: { legalName: 'Ateliers du Furan' } })),
  });
  link = z.object({ trackingUrl: z.string() }).parse(await answer.json()).trackingUrl;
}, START_PATIENCE + PATIENCE);
afterEach(() => leaveTab(tab));
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

const visit = async (
  path: string,
  answers: Answers,
  { language = 'fr', width = 1280 }: { language?: Language; width?: number } = {},
): Promise<{ page: Page; asked: Awaited<ReturnType<typeof answerWith>> }> => {
  const page = await openTab(browser, runtime.site, { width, language });
  tab = page;
  const asked = await answerWith(page, answers);
  await page.goto(path.startsWith('http') ? path : `${runtime.site}${path}`);
  return { page, asked };
};
const dues = (page: Page, name = 'Votre cotisation') => page.getByRole('region', { name, exact: true });

/** From the first step to the figures, with what they need before. */
const toFigures = async (page: Page): Promise<void> => {
  await fillCompany(page, formOf());
  await page
    .getByRole('region', { name: 'Votre cotisation' })
    .getByText(/l’effectif et le chiffre/)
    .waitFor();
  // The steps in between ask for nothing that dues depend on.
  await goWithin(page, '/join/figures');
  await expectHeading(page, 'Vos chiffres');
};

describe('the quote on the form', () => {
  it(
    'says what is missing, then each line with its reason, while one types; and again before sending',
    async () => {
      const { page, asked } = await visit('/join/company', { 'GET /dues/quote': quote });
      await dues(page)
        .getByText(/le type de structure, la date de création et l’effectif/)
        .waitFor();
      await expectAccessible(page);
      await toFigures(page);
      await page.getByLabel('Effectif').fill('12');
      await page.getByLabel('Chiffre d’affaires').fill('1 450 000');
      await dues(page).getByText('Cotisation, tranche de 10 à 19 salariés').waitFor();
      await dues(page).getByText('12 salariés en 2025').waitFor();
      await dues(page)
        .getByText(/^300,00\s€ la première année$/)
        .waitFor();
      // A number typed digit by digit is one question.
      expect(asked).toHaveLength(1);
      await page.getByLabel('Effectif').pressSequentially('345');
      await page.waitForResponse(/dues\/quote/);
      expect(asked).toHaveLength(2);
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
      await page.goto(`${runtime.site}/join/review`);
      await dues(page).getByText('Cotisation, tranche de 10 à 19 salariés').waitFor();
    },
    PATIENCE,
  );

  it(
    'stands in nobody’s way when it cannot be had',
    async () => {
      const { page } = await visit('/join/company', { 'GET /dues/quote': new Refused(503, 'unavailable') });
      await toFigures(page);
      await page.getByLabel('Effectif').fill('12');
      await page.getByLabel('Chiffre d’affaires').fill('1 450 000');
      await dues(page).getByText('Vous pouvez continuer sans lui').waitFor();
      await expectAccessible(page);
      await goOn(page);
      await expectHeading(page, 'Votre antenne et le programme');
    },
    PATIENCE,
  );
});

describe('the dues behind the link', () => {
  it(
    'say what is to be paid and how: values to copy, a code to scan',
    async () => {
      const { page } = await visit(link, { 'GET /link/dues': LINK_DUES.open });
      const invoice = page.getByRole('article', { name: 'Facture F2026-000042' });
      await invoice
        .getByText(/^1\s234,56\s€$/)
        .first()
        .waitFor();
      await invoice.getByText('Au plus tard le 4 novembre 2026').waitFor();
      await invoice
        .getByRole('img', { name: /Code QR de virement : 1\s234,56\s€ à Cluster numérique .* RF842026000042/ })
        .waitFor();
      await invoice.getByRole('button', { name: 'Copier : IBAN' }).click();
      await invoice.getByText('Copié').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('FR1420041010050500013M02606');
      await invoice.getByRole('button', { name: 'Copier : Montant' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1234,56');
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
    PATIENCE,
  );

  it(
    'save the documents under their number, and say when they cannot be had',
    async () => {
      const { page } = await visit(link, {
        'GET /link/dues': LINK_DUES.open,
        'GET /link/invoices/F2026-000042/xml': new Refused(503, 'unavailable'),
      });
      await page.route('**/api/link/invoices/F2026-000042/pdf', (route) =>
        route.fulfill({ contentType: 'application/pdf', body: '%PDF-1.7' }),
      );
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Télécharger en PDF : Facture F2026-000042' }).click();
      expect((await download).suggestedFilename()).toBe('F2026-000042.pdf');
      await page.getByRole('button', { name: /Télécharger le XML/ }).click();
      await page.getByRole('alert').getByText('Service indisponible').waitFor();
      await expectAccessible(page);
    },
    PATIENCE,
  );

  it(
    'ask for a delay: errors beside the fields, one request of two clicks, nothing typed lost on the way',
    async () => {
      const answers: Answers = {
        'GET /link/dues': LINK_DUES.open,
        'POST /link/invoices/F2026-000042/delay-request': new Refused(503, 'unavailable'),
      };
      const { page, asked } = await visit(link, answers);
      await page.getByRole('button', { name: 'Demander un délai' }).click();
      const dialog = page.getByRole('dialog', { name: 'Demander un délai de paiement' });
      const send = dialog.getByRole('button', { name: 'Envoyer la demande' });
      await send.click();
      await dialog.getByText(/Choisissez un jour après le 4 novembre 2026/).waitFor();
      await dialog.getByText('Ce champ est à remplir.').waitFor();
      await dialog.locator('input[type="date"]:focus').waitFor();
      await expectAccessible(page);
      await dialog.getByLabel('Payer au plus tard le').fill('2026-12-01');
      await dialog.getByLabel('Pourquoi ce délai ?').fill('Un client nous paie en retard.');
      await send.click();
      await dialog.getByRole('alert').waitFor();
      await dialog.getByRole('button', { name: 'Annuler' }).click();
      await page.getByRole('button', { name: 'Demander un délai' }).click();
      expect(await dialog.getByLabel('Pourquoi ce délai ?').inputValue()).toBe('Un client nous paie en retard.');

      answers['POST /link/invoices/F2026-000042/delay-request'] = {
        number: 'F2026-000042',
        status: 'open',
        balanceCents: 1_234_56,
      };
      answers['GET /link/dues'] = LINK_DUES.late;
      const before = asked.filter(({ request }) => request.startsWith('POST')).length;
      await send.dblclick();
      await page.getByText('Délai demandé jusqu’au 31 octobre 2026').waitFor();
      expect(asked.filter(({ request }) => request.startsWith('POST')).length - before).toBe(1);
    },
    PATIENCE,
  );

  it(
    'show what was paid, what the bank took back, and what is settled, in English too',
    async () => {
      const first = await visit(link, { 'GET /link/dues': LINK_DUES.late }, { width: 360 });
      await first.page.getByText('Échéance du 20 septembre 2026 dépassée').waitFor();
      await first.page.getByText(/repris par la banque le 13 septembre 2026/).waitFor();
      await expectNoSidewaysScroll(first.page);
      await expectAccessible(first.page);
      leaveTab(first.page);

      const { page } = await visit(link, { 'GET /link/dues': LINK_DUES.settled }, { language: 'en', width: 390 });
      await page.getByText('Paid, thank you!').waitFor();
      await page.getByText(/You paid €50\.00 more than was due/).waitFor();
      await page.getByRole('article', { name: 'Credit note A2026-000003' }).waitFor();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
    PATIENCE,
  );

  it(
    'of the next period take the figures as they are typed, say what is wrong with them, and keep them',
    async () => {
      const own = await fetch(`${runtime.site}/api/link/application`, {
        headers: { authorization: `Link ${new URL(link).hash.slice(1)}` },
      });
      const application = LinkApplication.parse(await own.json());
      const latestFigures = { year: new Date().getFullYear() - 1, employees: 41, turnover: 4_700_000 };
      const task = { taskId: 'figures', kind: 'confirm-figures', dueAt: '2026-12-01T06:00:00.000Z', note: null };
      const { page, asked } = await visit(link, {
        'GET /link/application': {
          ...application,
          openTasks: [{ ...task, answerable: true }],
          membership: { standing: 'to-renew', until: '2026-12-31', latestFigures },
        },
        'POST /link/tasks/figures/answer': { taskId: 'figures', status: 'delivered' },
      });
      const confirm = page.getByRole('button', { name: 'Confirmer mes chiffres' });
      await page.getByText(/ceux de \d{4}\s: 41 personnes, 4\s700\s000\s€/).waitFor();
      expect(await page.getByLabel('Effectif').inputValue()).toBe('41');
      // A decimal left out would be ten times the people, and another rate.
      await page.getByLabel('Effectif').fill('2,5');
      await page.getByLabel('Chiffre d’affaires').fill('-12');
      await confirm.click();
      await page.getByText(/Indiquez un nombre entier, sans décimales/).waitFor();
      await page.getByText(/Ce nombre ne peut pas être négatif/).waitFor();
      await expectAccessible(page);
      await page.getByLabel('Effectif').fill('3');
      await page.reload();
      // Typed in one language, it is the same number in the other.
      await page.getByRole('button', { name: 'EN – English' }).click();
      await page.getByLabel('Turnover').fill('1,450,000');
      await page.getByRole('button', { name: 'FR – Français' }).click();
      expect(await page.getByLabel('Effectif').inputValue()).toBe('3');
      await Promise.all([page.waitForResponse(/tasks\/figures\/answer/), confirm.click()]);
      const posted = asked.find(({ request }) => request.startsWith('POST'));
      expect(JSON.parse(posted?.body ?? 'null')).toEqual({
        figures: { year: expect.any(Number), employees: 3, turnover: 1_450_000 },
      });
    },
    PATIENCE,
  );

  it(
    'lead to the card payment once, and say when it is not to be had',
    async () => {
      const answers: Answers = {
        'GET /link/dues': LINK_DUES.open,
        'POST /link/invoices/F2026-000042/checkout': new Refused(404, 'card-payment-off'),
      };
      const { page, asked } = await visit(link, answers);
      await page.getByRole('button', { name: 'Payer par carte' }).click();
      await page.getByRole('alert').waitFor();
      await expectAccessible(page);
      answers['POST /link/invoices/F2026-000042/checkout'] = { url: `${runtime.site}/charter` };
      await page.getByRole('button', { name: 'Payer par carte' }).dblclick();
      await page.waitForURL('**/charter');
      expect(asked.filter(({ request }) => request.endsWith('/checkout'))).toHaveLength(2);
    },
    PATIENCE,
  );

  it(
    'say that they could not be loaded, beside the rest of the page',
    async () => {
      const { page } = await visit(link, { 'GET /link/dues': new Refused(503, 'unavailable') });
      await dues(page).getByText('Votre cotisation n’a pas pu être chargée.').waitFor();
      await page.getByRole('heading', { name: 'Historique' }).waitFor();
      await expectAccessible(page);
    },
    PATIENCE,
  );
});
