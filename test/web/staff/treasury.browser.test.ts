import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../../support/browser.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';
import { leaveTab } from '../../support/tabs.ts';
import { type Answers, answerWith, Refused } from '../support/dues-api.ts';
import {
  APPLICATION_ID,
  account,
  agedBalance,
  credits,
  invoicePage,
  linePage,
  policies,
  preview,
  queue,
  readOnlyInvoice,
  runningStatement,
  staffInvoice,
  statement,
  statementPage,
} from '../support/dues-fixtures.ts';
import { type Account, NOWHERE, openConsole, TEST_PATIENCE } from './support/console.ts';

const PATH = '/staff/treasury';
const INVOICE = `${PATH}/invoices/F2026-000042`;
const ACCEPTED = { number: 'F2026-000042', status: 'part-paid', balanceCents: 100_00 };

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
  'GET /staff/invoices': invoicePage,
  'GET /staff/invoices/F2026-000042': staffInvoice,
  'GET /staff/bank-statements': statementPage,
  'GET /staff/bank-statements/s1': statement,
  'GET /staff/bank-statements/s1/lines': linePage,
  'GET /staff/bank-lines': queue,
  'GET /staff/held-credits': credits,
  'GET /staff/aged-balance': agedBalance,
  [`GET /staff/applications/${APPLICATION_ID}/account`]: account,
  'GET /staff/dues-policies': policies,
};

/** A member of staff on a page of the treasury, whose API answers this. */
const open = async (
  path: string,
  answers: Answers = {},
  {
    as = 'treasurer',
    language = 'fr' as 'fr' | 'en',
    width = 1280,
  }: { as?: Account; language?: 'fr' | 'en'; width?: number } = {},
) => {
  page = await openConsole(runtime, browser, { account: as, path: NOWHERE, language, width });
  const all = { ...ANSWERS, ...answers };
  const asked = await answerWith(page, all);
  await goWithin(page, path);
  return { asked, all };
};
const posts = (asked: { request: string; body: string | null; key: string | null }[]) =>
  asked.filter(({ request }) => request.startsWith('POST'));
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('every page of the treasury', () => {
  const PAGES: [path: string, fr: RegExp, en: RegExp][] = [
    [PATH, /Factures et avoirs/, /Invoices and credit notes/],
    [INVOICE, /Facture F2026-000042/, /Invoice F2026-000042/],
    [`${PATH}/bank`, /Relevés bancaires/, /Bank statements/],
    [`${PATH}/bank/s1`, /releve-2026-10/, /releve-2026-10/],
    [`${PATH}/to-match`, /Virements à rapprocher/, /Transfers to match/],
    [`${PATH}/credits`, /Avances des entreprises/, /Credits held/],
    [`${PATH}/balance`, /Balance âgée/, /Aged balance/],
    [`${PATH}/accounts/${APPLICATION_ID}`, /Ateliers du Furan/, /Ateliers du Furan/],
    [`${PATH}/scale`, /Barème des cotisations/, /Scale of dues/],
    [`${PATH}/scale/new`, /Nouvelle version du barème/, /New version of the scale/],
  ];
  it.each(['fr', 'en'] as const)(
    'is accessible and fits a telephone, in %s',
    async (language) => {
      await open(PATH, {}, { as: 'admin', language });
      for (const [path, fr, en] of PAGES) {
        await goWithin(page, path);
        await heading(language === 'fr' ? fr : en);
        for (const width of [360, language === 'fr' ? 1280 : 390]) {
          await page.setViewportSize({ width, height: 844 });
          await expectNoSidewaysScroll(page);
        }
        await expectAccessible(page);
      }
    },
    2 * TEST_PATIENCE,
  );

  it(
    'says that there is nothing',
    async () => {
      const nothing = { items: [], nextCursor: null };
      await open(PATH, {
        'GET /staff/invoices': nothing,
        'GET /staff/bank-statements': nothing,
        'GET /staff/bank-lines': nothing,
        'GET /staff/held-credits': nothing,
      });
      for (const [link, text] of [
        [null, 'Aucune facture'],
        ['Banque', 'Aucun fichier'],
        ['À rapprocher', 'Rien à rapprocher'],
        ['Avances', 'Aucune avance'],
      ] as const) {
        if (link !== null) await page.getByRole('navigation').getByRole('link', { name: link }).first().click();
        await page.getByRole('heading', { name: text }).waitFor();
        await expectAccessible(page);
      }
    },
    TEST_PATIENCE,
  );

  it(
    'says what went wrong, and tries again',
    async () => {
      const { all } = await open(PATH, { 'GET /staff/aged-balance': new Refused(403, 'forbidden') });
      await page.getByRole('link', { name: 'Balance et exports' }).click();
      await page.getByRole('alert').getByText('Accès refusé').waitFor();
      await expectAccessible(page);
      all['GET /staff/aged-balance'] = agedBalance;
      await page.goBack();
      await heading('Factures et avoirs');
      await page.getByRole('link', { name: 'Balance et exports' }).click();
      await heading('Balance âgée');
    },
    TEST_PATIENCE,
  );
});

describe('the invoices', () => {
  it(
    'are found by text, status and lateness, which the address keeps',
    async () => {
      const { asked } = await open(PATH);
      await page.getByRole('link', { name: 'Belledonne Capteurs' }).waitFor();
      await page.getByLabel('Rechercher').fill('furan');
      await page.waitForURL(/q=furan/);
      await page.getByLabel('État').selectOption({ label: 'Réglée en partie' });
      await page.getByRole('switch', { name: 'En retard seulement' }).click({ force: true });
      await page.waitForURL(/status=part-paid.*late=true.*q=furan/);
      expect(asked.length).toBeGreaterThanOrEqual(3);
      await page.getByRole('link', { name: 'Ateliers du Furan' }).click();
      await heading('Facture F2026-000042');
      await page.goBack();
      await heading('Factures et avoirs');
      expect(await page.getByLabel('Rechercher').inputValue()).toBe('furan');
    },
    TEST_PATIENCE,
  );

  it(
    'are waived in part with a reason: errors beside the fields, nothing lost, one effect of two clicks',
    async () => {
      const { asked, all } = await open(INVOICE, {
        'POST /staff/invoices/F2026-000042/waiver': new Refused(422, 'invalid-fields', [
          { path: 'cents', code: 'amount.above', message: 'C’est plus que ce qui reste dû.' },
        ]),
      });
      await page.getByRole('button', { name: 'Accorder une remise' }).click();
      const dialog = page.getByRole('dialog', { name: 'Accorder une remise ?' });
      const confirm = dialog.getByRole('button', { name: 'Accorder la remise' });
      await dialog.getByRole('radio', { name: 'Une partie' }).check();
      await dialog.getByLabel('Montant').fill('12,345');
      await confirm.click();
      await dialog.getByText(/deux décimales au plus/).waitFor();
      await dialog.getByText('Ce champ est à remplir.').waitFor();
      await expectAccessible(page);
      expect(posts(asked)).toHaveLength(0);

      await dialog.getByLabel('Montant').fill('1 000,50');
      await dialog.getByLabel('Motif').fill('Geste du bureau.');
      await confirm.click();
      await dialog.getByText('C’est plus que ce qui reste dû.').waitFor();
      expect(JSON.parse(posts(asked)[0]?.body ?? '')).toEqual({ cents: 1_000_50, reason: 'Geste du bureau.' });
      // Closed and opened again, even after a reload, what was typed is there.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Accorder une remise' }).click();
      expect(await dialog.getByLabel('Montant').inputValue()).toBe('1 000,50');

      all['POST /staff/invoices/F2026-000042/waiver'] = new Refused(503, 'unavailable');
      await dialog.getByLabel('Montant').fill('100');
      await confirm.click();
      await dialog.getByRole('alert').waitFor();
      all['POST /staff/invoices/F2026-000042/waiver'] = ACCEPTED;
      await confirm.dblclick();
      await page.getByText('Remise accordée.').waitFor();
      const [, failed, done, ...more] = posts(asked);
      expect(more).toEqual([]);
      // The same body sent again carries the same key.
      expect(done?.key).toBe(failed?.key);
      expect(done?.key).toMatch(/^[0-9a-f-]{36}$/);
    },
    TEST_PATIENCE,
  );

  it(
    'take a payment by hand, a credit note and the answer to a delay, each confirmed',
    async () => {
      const { asked } = await open(INVOICE, {
        'POST /staff/invoices/F2026-000042/payment': ACCEPTED,
        'POST /staff/invoices/F2026-000042/credit-note': { ...ACCEPTED, creditNote: 'A2026-000009' },
        'POST /staff/invoices/F2026-000042/delay': ACCEPTED,
      });
      await page.getByRole('button', { name: 'Saisir un règlement' }).click();
      const payment = page.getByRole('dialog', { name: 'Saisir un règlement' });
      expect(await payment.getByLabel('Montant').inputValue()).toBe('634,56');
      await payment.getByLabel('Montant').fill('700');
      await payment.getByText(/65,44\s€ de plus que ce qui reste dû/).waitFor();
      await expectAccessible(page);
      await payment.getByRole('button', { name: 'Enregistrer le règlement' }).click();
      await page.getByText('Règlement enregistré.').waitFor();

      await page.getByRole('button', { name: 'Émettre un avoir' }).click();
      const credit = page.getByRole('dialog', { name: 'Émettre un avoir ?' });
      await credit.getByLabel('Motif').fill('Effectif corrigé.');
      await credit.getByRole('button', { name: 'Émettre l’avoir' }).click();
      await page.getByRole('link', { name: 'A2026-000009' }).waitFor();

      await page.getByRole('button', { name: 'Refuser le délai' }).click();
      const delay = page.getByRole('dialog', { name: 'Refuser le délai ?' });
      await delay.getByRole('button', { name: 'Refuser le délai' }).click();
      await page.getByText('Délai refusé.').waitFor();
      expect(posts(asked).map(({ body }) => JSON.parse(body ?? ''))).toEqual([
        expect.objectContaining({ method: 'cheque', cents: 700_00 }),
        { cents: null, reason: 'Effectif corrigé.' },
        { decision: 'decline', comment: '' },
      ]);
    },
    TEST_PATIENCE,
  );

  it(
    'are read alone by an antenna',
    async () => {
      await open(PATH, { 'GET /staff/invoices/F2026-000042': readOnlyInvoice }, { as: 'antenna:STE' });
      await page.getByRole('link', { name: 'Ateliers du Furan' }).click();
      await page.getByRole('button', { name: 'PDF (Factur-X)' }).waitFor();
      expect(await page.getByRole('button', { name: /remise|avoir|règlement|délai/ }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Banque' }).count()).toBe(0);
    },
    TEST_PATIENCE,
  );
});

describe('the bank', () => {
  const file = { name: 'releve.xml', mimeType: 'application/xml', buffer: Buffer.from('<Document>é</Document>') };

  it(
    'takes a file, compressed, and follows its lines to their result',
    async () => {
      const { asked, all } = await open(`${PATH}/bank`, {
        'POST /staff/bank-statements': { statementId: 's1', lines: 6, known: false },
        'GET /staff/bank-statements/s1': { ...runningStatement, statementId: 's1' },
      });
      const sent = page.waitForRequest((request) => request.method() === 'POST');
      await page.getByLabel('Choisir un fichier').setInputFiles(file);
      const body = (await sent).postDataBuffer();
      if (body !== null) expect(gunzipSync(body).toString()).toBe('<Document>é</Document>');
      await page
        .getByText(/3\s250 lignes rapprochées sur 10\s000/)
        .first()
        .waitFor();
      await expectAccessible(page);
      all['GET /staff/bank-statements/s1'] = statement;
      await page.getByText('2 lignes attendent que vous disiez').waitFor();
      await page.getByRole('button', { name: 'Partielle 1' }).click();
      await page.waitForURL(/state=part/);
      await page.getByText('Moins que ce qui est dû').waitFor();
      expect(posts(asked)).toHaveLength(1);
    },
    TEST_PATIENCE,
  );

  it(
    'explains a file that it cannot take, and says that a known one changed nothing',
    async () => {
      const { asked, all } = await open(`${PATH}/bank`, {
        'POST /staff/bank-statements': new Refused(422, 'not-camt053'),
      });
      await page.getByLabel('Choisir un fichier').setInputFiles({ ...file, name: 'photo.jpg' });
      await page.getByRole('alert').getByText('photo.jpg').waitFor();
      await expectAccessible(page);
      const dropped = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        for (const name of ['octobre.xml', 'novembre.xml']) data.items.add(new File(['<Document/>'], name));
        return data;
      });
      await page.getByRole('region', { name: 'Envoyer un relevé' }).dispatchEvent('drop', { dataTransfer: dropped });
      await page.getByRole('alert').getByText('un seul fichier à la fois').waitFor();
      expect(posts(asked)).toHaveLength(1);
      all['POST /staff/bank-statements'] = { statementId: 's1', lines: 6, known: true };
      await page.getByLabel('Choisir un fichier').setInputFiles(file);
      await page.getByText('Ce fichier avait déjà été envoyé').waitFor();
    },
    TEST_PATIENCE,
  );

  it(
    'has a queue: proposals, a search by hand, what the choice comes to, and a line set aside with a reason',
    async () => {
      const { asked, all } = await open(`${PATH}/to-match`, {
        'POST /staff/bank-lines/l4/match': linePage.items[0],
        'POST /staff/bank-lines/l7/dismissal': linePage.items[0],
      });
      const first = page.getByRole('article', { name: 'SAS FURAN ATELIERS' });
      await first.getByRole('button', { name: /^Rapprocher/ }).click();
      await first.getByText('Choisissez au moins une facture.').waitFor();
      await first.getByRole('checkbox', { name: /Ateliers du Furan/ }).check();
      await first.getByText(/Tout sera réglé, et 50,00\s€ gardés/).waitFor();
      await first.getByRole('button', { name: 'Chercher une autre facture' }).click();
      // Whatever is owed may stand on a later page than what is settled.
      all['GET /staff/invoices'] = { items: [], nextCursor: 'further' };
      await first.getByLabel('Chercher une facture').fill('drôme');
      await first.getByRole('button', { name: 'Chercher plus loin' }).waitFor();
      all['GET /staff/invoices'] = invoicePage;
      await first.getByRole('button', { name: 'Chercher plus loin' }).click();
      await first.getByRole('button', { name: /Drôme Cloud/ }).click();
      await first.getByText(/Règlement partiel\s: 1\s184,56\s€ resteront dus/).waitFor();
      await expectAccessible(page);
      // A colleague was faster with one of the two: it is out of sight, and is not paid unseen.
      const [line, ...others] = queue.items;
      const matched = all['POST /staff/bank-lines/l4/match'];
      all['POST /staff/bank-lines/l4/match'] = new Refused(409, 'invoice-settled');
      all['GET /staff/bank-lines'] = { ...queue, items: [{ ...line, proposals: [] }, ...others] };
      await first.getByRole('button', { name: /^Rapprocher/ }).click();
      await first.getByText('Facture soldée').waitFor();
      await first.getByRole('checkbox', { name: /Ateliers du Furan/ }).waitFor({ state: 'detached' });
      all['POST /staff/bank-lines/l4/match'] = matched;
      all['GET /staff/bank-lines'] = { ...queue, items: others };
      await first.getByRole('button', { name: /^Rapprocher/ }).click();
      await page.getByText(/Virement de SAS FURAN ATELIERS .* rapproché/).waitFor();
      await first.waitFor({ state: 'detached' });
      expect(posts(asked).map(({ body }) => JSON.parse(body ?? ''))).toEqual([
        { numbers: ['F2026-000042', 'F2026-000039'] },
        { numbers: ['F2026-000039'] },
      ]);

      await page.getByRole('button', { name: /^Écarter/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Écarter cette ligne ?' });
      await dialog.getByRole('button', { name: 'Écarter la ligne' }).click();
      await dialog.getByText('Ce champ est à remplir.').waitFor();
      await dialog.getByLabel('Motif').fill('Remboursement de frais.');
      all['GET /staff/bank-lines'] = { items: [], nextCursor: null };
      await dialog.getByRole('button', { name: 'Écarter la ligne' }).click();
      await page.getByRole('heading', { name: 'Rien à rapprocher' }).waitFor();
    },
    TEST_PATIENCE,
  );

  it(
    'holds credits to use for an invoice or to pay back',
    async () => {
      const done = { paymentId: 'p9', heldCents: 0 };
      const { asked } = await open(`${PATH}/credits`, {
        'POST /staff/payments/p9/use': done,
        'POST /staff/payments/p9/refund': done,
      });
      await page.getByRole('button', { name: 'Utiliser l’avance de Ateliers du Furan' }).click();
      const use = page.getByRole('dialog', { name: 'Régler une facture avec l’avance' });
      await use.getByRole('button', { name: 'Régler avec l’avance' }).click();
      await use.getByText('Choisissez une facture.').waitFor();
      await use.getByRole('radio', { name: /F2026-000042/ }).check();
      await expectAccessible(page);
      await use.getByRole('button', { name: 'Régler avec l’avance' }).click();
      await page.getByText('L’avance de Ateliers du Furan a réglé la facture.').waitFor();

      await page.getByRole('button', { name: 'Rendre l’avance de Ateliers du Furan' }).click();
      const refund = page.getByRole('dialog', { name: 'Enregistrer un remboursement' });
      await refund.getByLabel('Motif').fill('À sa demande.');
      await refund.getByRole('button', { name: 'Enregistrer le remboursement' }).click();
      await page.getByText('Le remboursement de Ateliers du Furan est enregistré.').waitFor();
      expect(posts(asked).map(({ body }) => JSON.parse(body ?? ''))).toEqual([
        { number: 'F2026-000042' },
        { cents: null, reason: 'À sa demande.' },
      ]);
    },
    TEST_PATIENCE,
  );
});

describe('the accounts', () => {
  it(
    'show what is owed by age as a picture that is also said, down to one company',
    async () => {
      await open(`${PATH}/balance`);
      await page.getByRole('img', { name: /Diagramme en barres .*Plus de 90 jours : 1\s234,56\s€/ }).waitFor();
      await page.locator('.recharts-bar-rectangle path').first().waitFor();
      await page.getByRole('button', { name: /^31 à 60 jours/ }).click();
      await page.waitForURL(/age=31-60/);
      await page.getByText('Une entreprise (31 à 60 jours)').waitFor();
      await page.getByRole('button', { name: /^Plus de 90 jours/ }).click();
      await page.getByRole('link', { name: 'Ateliers du Furan' }).click();
      await page.getByRole('table', { name: 'Mouvements du compte, dans l’ordre' }).waitFor();
      await page.getByText(/doit 634,56\s€/).waitFor();
      await page.goBack();
      await page.getByText('Une entreprise (Plus de 90 jours)').waitFor();
    },
    TEST_PATIENCE,
  );

  it(
    'are exported by year',
    async () => {
      await open(`${PATH}/balance`);
      await page.route('**/api/staff/ledger?*', (route) =>
        route.fulfill({
          body: 'JournalCode\t',
          headers: { 'content-disposition': 'attachment; filename="123456782FEC20251231.txt"' },
        }),
      );
      await page.getByLabel('Année').selectOption('2025');
      const request = page.waitForRequest(/ledger/);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Télécharger le FEC' }).click();
      expect(new URL((await request).url()).search).toBe('?format=fec&year=2025');
      expect((await download).suggestedFilename()).toBe('123456782FEC20251231.txt');
      await page.getByText('Fichier téléchargé.').waitFor();
    },
    TEST_PATIENCE,
  );
});

describe('the scale', () => {
  it(
    'is written from the last version: a gap is said as it is typed, what changes is shown, then it is published',
    async () => {
      const { asked, all } = await open(
        `${PATH}/scale`,
        { 'POST /staff/dues-policies/preview': preview },
        { as: 'admin' },
      );
      await page.getByRole('link', { name: 'Préparer une version' }).click();
      await heading('Nouvelle version du barème');
      const second = page.getByRole('group', { name: 'Tranche 2' });
      await second.getByLabel('De').fill('600000');
      await second.getByText(/500\s000/).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Voir ce qui change' }).click();
      await page.getByRole('alert').getByText('points sont à revoir').waitFor();
      expect(posts(asked)).toHaveLength(0);

      await second.getByLabel('De').fill('500000');
      await page.getByRole('button', { name: 'Ajouter une tranche' }).click();
      await page.getByRole('button', { name: 'Retirer la tranche 3' }).click();
      await page.getByLabel('Nom de la version').fill('2028-01');
      await page.getByLabel('Premier jour').fill('2028-01-01');
      // A reload loses nothing that was typed.
      await page.reload();
      expect(await page.getByLabel('Nom de la version').inputValue()).toBe('2028-01');
      await page.getByRole('button', { name: 'Voir ce qui change' }).click();
      await page.getByText('La cotisation de 2 membres change').waitFor();
      await page.getByText(/^\+6\s850,00\s€$/).waitFor();
      await expectAccessible(page);

      all['POST /staff/dues-policies'] = new Refused(409, 'version-conflict');
      await page.getByRole('button', { name: 'Publier à partir du 1er janvier 2028' }).click();
      const dialog = page.getByRole('dialog', { name: 'Publier la version 2028-01 ?' });
      await dialog.getByRole('button', { name: 'Publier cette version' }).click();
      await dialog.getByRole('alert').waitFor();
      all['POST /staff/dues-policies'] = { version: '2028-01', from: '2028-01-01' };
      await dialog.getByRole('button', { name: 'Publier cette version' }).click();
      await page.getByText('La version 2028-01 est publiée.').waitFor();
    },
    TEST_PATIENCE,
  );

  it(
    'is read by all and written by the head office alone',
    async () => {
      await open(`${PATH}/scale`, {}, { as: 'antenna:STE' });
      await page.getByText('250 personnes et plus').waitFor();
      expect(await page.getByRole('link', { name: 'Préparer une version' }).count()).toBe(0);

      // Nor is a bank file for an antenna to send, whatever address it types.
      await goWithin(page, `${PATH}/bank`);
      await heading(/Relevés bancaires/);
      expect(await page.locator('input[type=file]').count()).toBe(0);
    },
    TEST_PATIENCE,
  );
});
