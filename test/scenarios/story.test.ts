import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../domain/application/form.ts';
import { SAMPLE_SELLER } from '../../domain/dues/policies.ts';
import { writeCamt } from '../../local/bank/camt.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { People } from '../support/people.ts';
import { type SentMail, START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { leaveTab, openTab } from '../support/tabs.ts';
import { openConsole } from '../web/staff/support/console.ts';
import { expectHeading, fillAll } from '../web/support/form-pages.ts';

/** `PICTURES=docs/images npm test -- test/scenarios/story` takes the pictures of the documentation. */
const PICTURES = process.env.PICTURES;
const PATIENCE = 400_000;

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

const visitor = (language: Language): Promise<Page> => openTab(browser, runtime.site, { language });

/** What every page of the story must be: accessible, and no wider than a telephone. */
const look = async (page: Page, picture: string): Promise<void> => {
  await expectAccessible(page);
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/${picture}.png` });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** The latest mail of a kind to an address, and the private link in it. */
const mailOf = async (to: string, template: string): Promise<{ mail: SentMail; link: string }> => {
  await runtime.settled();
  const mail = (await runtime.mail(to)).findLast((one) => one.template?.includes(template));
  if (mail === undefined) throw new Error(`No mail ${template} came to ${to}.`);
  return { mail, link: /http\S+\/application#[\w-]+/.exec(mail.text ?? '')?.[0] ?? '' };
};

/** Makes a page ask again what it shows, once the workflows have done what follows from the last act. */
const refreshed = async (page: Page, button: string): Promise<void> => {
  await runtime.settled();
  await page.getByRole('button', { name: button }).click();
};

/** What a company does with its invoice: it downloads it, and reads what to write on the transfer. */
const readInvoice = async (page: Page): Promise<{ reference: string; pdf: Buffer }> => {
  const invoice = page.getByRole('article', { name: /^Facture F/ });
  const download = page.waitForEvent('download');
  await invoice.getByRole('button', { name: /^Télécharger en PDF/ }).click();
  const reference = (await invoice.locator('dd', { hasText: /^RF/ }).textContent()) ?? '';
  return { reference: reference.replaceAll(/\s/g, ''), pdf: readFileSync(await (await download).path()) };
};

/** The treasurer's file of the day: the transfer of the company, and one that nobody can tell. */
const sendStatement = async (treasurer: Page, reference: string): Promise<void> => {
  const day = '2026-10-05';
  const entries = [
    { bookedOn: day, bankReference: 'B1', transactions: [{ cents: 300_00, payer: 'ATELIERS DU FURAN', reference }] },
    { bookedOn: day, bankReference: 'B2', transactions: [{ cents: 120_00, payer: 'M DUPONT', text: ['COTISATION'] }] },
  ];
  const file = writeCamt({
    iban: SAMPLE_SELLER.iban,
    statements: [{ id: '2026-10-05', from: day, to: day, openingCents: 12_000_00, entries }],
  });
  await treasurer
    .getByLabel('Choisir un fichier')
    .setInputFiles({ name: 'releve-2026-10-05.xml', mimeType: 'application/xml', buffer: Buffer.from(file) });
  await treasurer.getByRole('heading', { level: 1, name: 'releve-2026-10-05.xml' }).waitFor();
  await runtime.settled();
};

it(
  'a company joins, in French: form, mail, antenna, changes asked for and made, decision, dues, membership',
  async () => {
    const form = formOf({ company: { legalName: 'Ateliers du Furan' } });
    const { email } = form.contact;
    const page = await visitor('fr');
    await page.goto(runtime.site);
    await look(page, 'home');
    await fillAll(page, runtime.site, form, 'Saint-Étienne');
    await look(page, 'form-review');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await expectHeading(page, 'Votre demande est reçue');
    await look(page, 'form-sent');

    const { mail, link } = await mailOf(email, 'confirm-email');
    expect(mail.subject).toMatch(/adresse/i);
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirmer mon adresse' }).waitFor();
    await look(page, 'confirm-email');
    await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
    await refreshed(page, 'Actualiser');
    await page.getByText(/l’antenne Saint-Étienne – Roanne\s: la décision/).waitFor();
    await look(page, 'application');

    const staff = await openConsole(runtime, browser, { account: 'antenna:STE' });
    await staff.getByRole('link', { name: 'Ateliers du Furan' }).waitFor();
    await look(staff, 'inbox');
    await staff.getByRole('link', { name: 'Ateliers du Furan' }).click();
    await staff.getByRole('heading', { level: 1, name: 'Ateliers du Furan' }).waitFor();
    await look(staff, 'staff-application');
    await staff.getByRole('radio', { name: 'Demander des modifications' }).check({ force: true });
    await staff.getByLabel('Commentaire', { exact: true }).fill('Merci de vérifier votre chiffre d’affaires.');
    await staff.getByRole('button', { name: 'Demander les modifications' }).click();
    await staff.getByText('Décision enregistrée.').waitFor();

    await page.goto((await mailOf(email, 'changes-requested')).link);
    await page.getByRole('link', { name: 'Corriger ma demande' }).click();
    await expectHeading(page, 'Corriger votre demande');
    await look(page, 'correction');
    await page.getByLabel('Chiffre d’affaires').fill('1 300 000');
    await page.getByRole('button', { name: 'Renvoyer ma demande' }).click();
    await page.getByText('Demande corrigée : un champ modifié.').waitFor();
    await runtime.settled();

    await staff.reload();
    await staff.getByRole('radio', { name: 'Approuver' }).check({ force: true });
    await staff.getByRole('button', { name: 'Approuver la demande' }).click();
    await staff.getByText('Décision enregistrée.').waitFor();

    await mailOf(email, 'invoice-issued');
    await refreshed(page, 'Actualiser');
    const { reference, pdf } = await readInvoice(page);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('region', { name: 'Votre cotisation', exact: true }).evaluate((dues) => dues.scrollIntoView());
    await look(page, 'dues');
    const treasurer = await openConsole(runtime, browser, { account: 'treasurer', path: '/staff/treasury/bank' });
    await look(treasurer, 'bank');
    await sendStatement(treasurer, reference);
    await treasurer.getByText('Rapprochée', { exact: true }).waitFor();
    await look(treasurer, 'bank-statement');
    await treasurer.getByRole('link', { name: /^F\d{4}-\d{6}$/ }).click();
    await treasurer.getByRole('heading', { level: 1, name: /^Facture F/ }).waitFor();
    await look(treasurer, 'staff-invoice');
    leaveTab(treasurer);

    const welcome = await mailOf(email, 'member-admitted');
    const [number] = /M\d{6}/.exec(welcome.mail.text ?? '') ?? [];
    await refreshed(page, 'Actualiser');
    await page
      .getByText(number ?? 'no number')
      .first()
      .waitFor();
    await page.getByText('Réglée, merci !').waitFor();
    await look(page, 'member');
    await staff.goto(`${runtime.site}/staff/members`);
    await staff.getByRole('link', { name: 'Ateliers du Furan' }).first().click();
    await staff.getByRole('heading', { level: 1, name: 'Ateliers du Furan' }).waitFor();
    await look(staff, 'staff-member');
    leaveTab(page);
    leaveTab(staff);
  },
  PATIENCE,
);

it(
  'a company joins, in English: its mail and its pages are in English',
  async () => {
    const form = formOf({ company: { legalName: 'Loire Robotics' }, contact: { language: 'en' } });
    const answer = await fetch(`${runtime.site}/api/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    expect(answer.status).toBe(202);

    const { mail, link } = await mailOf(form.contact.email, 'confirm-email');
    expect(mail.subject).toMatch(/address/i);
    const page = await visitor('en');
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await refreshed(page, 'Refresh');
    await page
      .getByText(/Saint-Étienne – Roanne/)
      .first()
      .waitFor();
    await look(page, 'application-en');

    const staff = await openConsole(runtime, browser, { account: 'antenna:STE', language: 'en' });
    await look(staff, 'inbox-en');
    await staff.getByRole('link', { name: 'Loire Robotics' }).click();
    await staff.getByRole('radio', { name: 'Approve' }).check({ force: true });
    await look(staff, 'staff-application-en');
    await staff.getByRole('button', { name: 'Approve the application' }).click();
    await staff.getByText('Decision recorded.').waitFor();

    await mailOf(form.contact.email, 'invoice-issued');
    await (await People.of(runtime)).pay();
    const welcome = await mailOf(form.contact.email, 'member-admitted');
    expect(welcome.mail.subject).toMatch(/welcome/i);
    await refreshed(page, 'Refresh');
    await page
      .getByText(/M\d{6}/)
      .first()
      .waitFor();
    await look(page, 'member-en');
    leaveTab(page);
    leaveTab(staff);
  },
  PATIENCE,
);
