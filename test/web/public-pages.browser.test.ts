import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { leaveTab, openTab } from '../support/tabs.ts';
import { expectHeading, fillCompany, goOn } from './support/form-pages.ts';

let runtime: TestRuntime;
let browser: Browser;
let tab: Page;

beforeAll(async () => {
  runtime = await TestRuntime.start({ clock: null });
  browser = await openBrowser();
}, START_PATIENCE);
afterEach(() => leaveTab(tab));
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

/** A fresh visitor; what the page complains of on its console fails the test. */
const visit = async (path: string, width = 1280): Promise<Page> => {
  const page = await openTab(browser, runtime.site, { width, height: 844 });
  tab = page;
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${runtime.site}${path}`);
  await page.locator('h1').waitFor();
  return page;
};

const inEnglish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /English/ }).click();
};

const PAGES = [
  '/',
  '/join',
  '/join/company',
  '/join/establishment',
  '/join/contact',
  '/join/figures',
  '/join/antenna',
  '/join/charter',
  '/join/review',
  '/application',
  '/link',
  '/charter',
  '/nowhere',
];

describe('every public page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit('/nowhere');
  }, 60_000);

  it.each(PAGES)(
    '%s is accessible and fits a telephone, in both languages',
    async (path) => {
      const before = await page.title();
      await goWithin(page, path);
      await page.waitForFunction((title) => document.title !== title, before);
      await page.getByRole('button', { name: /Français/ }).click();
      await page.locator('html[lang=fr]').waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      const french = await page.title();
      await inEnglish(page);
      await page.waitForFunction((title) => document.title !== title, french);
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectNoSidewaysScroll(page);
    },
    60_000,
  );
});

describe('languages', () => {
  it('begins in French, keeps the choice over a reload and names the page in it', async () => {
    const page = await visit('/join');
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    expect(await page.title()).toBe('Demander l’adhésion – Traboule');
    await inEnglish(page);
    await expectHeading(page, 'Apply for membership');
    await page.reload();
    await expectHeading(page, 'Apply for membership');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toBe('Apply for membership – Traboule');
  }, 60_000);

  it('says errors again in the language chosen', async () => {
    const page = await visit('/join/company');
    await goOn(page);
    await page.getByText('5 champs sont à revoir').waitFor();
    await inEnglish(page);
    await page.getByText('5 fields need another look').waitFor();
    await page.getByText('Please fill in this field.').first().waitFor();
  }, 60_000);
});

describe('keyboard and focus', () => {
  it('skips to the content without touching the address', async () => {
    const page = await visit('/join');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Aller au contenu' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect(new URL(page.url()).hash).toBe('');
  }, 60_000);

  it('moves the focus to the heading of the page one comes to', async () => {
    const page = await visit('/');
    await page.getByRole('link', { name: 'Demander l’adhésion' }).click();
    await expectHeading(page, 'Demander l’adhésion');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  }, 60_000);

  it('sums errors up at the top, takes the focus there, and leads to each field', async () => {
    const page = await visit('/join/company');
    await goOn(page);
    const summary = page.getByRole('alert');
    await summary.getByText('5 champs sont à revoir').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await expectAccessible(page);
    await summary.getByRole('link', { name: 'Date de création' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-company-foundedOn');
    const field = page.getByLabel('Date de création');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const texts = await Promise.all(described.map((id) => page.locator(`[id="${id}"]`).textContent()));
    expect(texts.join(' ')).toContain('Ce champ est à remplir.');
  }, 60_000);
});

describe('the company', () => {
  it('has its SIREN grouped and checked while it is typed', async () => {
    const page = await visit('/join/company');
    const field = page.getByLabel('SIREN', { exact: true });
    await field.pressSequentially('33151849');
    expect(await field.inputValue()).toBe('331\u00a0518\u00a049');
    expect(await field.getAttribute('aria-invalid')).not.toBe('true');
    await field.press('7');
    await page.getByText(/Ce SIREN n’existe pas/).waitFor();
    await field.press('Backspace');
    await field.press('8');
    await page.getByText('Ce numéro est bien formé.').waitFor();
    expect(await page.getByText(/Ce SIREN n’existe pas/).count()).toBe(0);
  }, 60_000);

  it('keeps the caret where one corrects', async () => {
    const page = await visit('/join/company');
    const field = page.getByLabel('SIREN', { exact: true });
    await field.fill('331518498');
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 2));
    await page.keyboard.press('Backspace');
    await page.keyboard.press('9');
    expect(await field.inputValue()).toBe('391\u00a0518\u00a0498');
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2);
  }, 60_000);

  it('tells those from abroad what to do', async () => {
    const page = await visit('/join/company');
    await page.getByText('Votre structure n’est pas immatriculée en France ?').click();
    await page.getByText(/Un établissement en France en a un/).waitFor();
    await expectAccessible(page);
  }, 60_000);
});

describe('the commune', () => {
  it('is chosen by itself where the postcode has one', async () => {
    const page = await visit('/join/establishment');
    await page.getByLabel('Code postal').fill('69100');
    await page.getByText('Une commune a le code postal 69100.').waitFor();
    // 69100 is the INSEE code of Irigny, too: that is no answer to a postcode.
    expect(await page.getByLabel('Commune', { exact: true }).inputValue()).toBe('69266');
  }, 60_000);

  it('is to be chosen where there are several, and chosen again when the postcode changes', async () => {
    const page = await visit('/join/establishment');
    const commune = page.getByLabel('Commune', { exact: true });
    await page.getByLabel('Code postal').fill('42410');
    await page.getByText(/communes ont le code postal 42410/).waitFor();
    expect(await commune.inputValue()).toBe('');
    await commune.selectOption({ label: 'Chavanay' });
    expect(await commune.inputValue()).toBe('42056');
    await page.getByLabel('Code postal').fill('69001');
    await page.getByText('Une commune a le code postal 69001.').waitFor();
    expect(await commune.inputValue()).toBe('69381');
  }, 60_000);

  it('is an arrondissement in Lyon, and none for a CEDEX code', async () => {
    const page = await visit('/join/establishment');
    await page.getByLabel('Code postal').fill('69003');
    await page.getByText('Une commune a le code postal 69003.').waitFor();
    await page.getByLabel('Code postal').fill('69999');
    await page.getByText(/Aucune commune n’a le code postal 69999/).waitFor();
  }, 60_000);

  it('can be asked for again when the network was away', async () => {
    const page = await visit('/join/establishment');
    await page.route('**/api/communes**', (route) => route.abort());
    await page.getByLabel('Numéro et voie').fill('1 rue de la République');
    await page.getByLabel('Code postal').fill('69100');
    const retry = page.getByRole('alert').getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    await page.unroute('**/api/communes**');
    await retry.click();
    await page.getByText('Une commune a le code postal 69100.').waitFor();
    expect(await page.getByLabel('Numéro et voie').inputValue()).toBe('1 rue de la République');
  }, 60_000);
});

describe('figures', () => {
  it('take French numbers, show them grouped, and are added and removed without losing the focus', async () => {
    const page = await visit('/join/figures');
    const turnover = page.getByLabel('Chiffre d’affaires');
    await turnover.fill('1450000');
    await turnover.blur();
    expect((await turnover.inputValue()).replaceAll(/\s/g, ' ')).toBe('1 450 000');
    // Coming back with the keyboard selects what is there: typing replaces it.
    await page.getByLabel('Effectif').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('98765');
    await turnover.blur();
    expect((await turnover.inputValue()).replaceAll(/\s/g, ' ')).toBe('98 765');
    await page.getByRole('button', { name: 'Ajouter un exercice' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-figures-1-year');
    const years = await page.getByLabel('Année', { exact: true }).all();
    const [first, second] = await Promise.all(years.map((year) => year.inputValue()));
    expect(Number(second)).toBe(Number(first) - 1);
    await page.getByRole('button', { name: 'Retirer l’exercice 2' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-figures-0-year');
    await turnover.fill('12,5');
    await turnover.blur();
    await page.getByText('Indiquez un nombre entier, sans décimales.').waitFor();
  }, 60_000);
});

describe('the draft', () => {
  it('survives a reload and a closed tab, says so, and can be cleared', async () => {
    const form = formOf();
    const page = await visit('/join/company');
    await fillCompany(page, form);
    await page.reload();
    await page.getByText(/gardée sur cet appareil, a été reprise/).waitFor();
    expect(await page.getByLabel('Dénomination sociale').inputValue()).toBe(form.company.legalName);
    expect(await page.getByRole('radio', { name: 'Entreprise', exact: true }).isChecked()).toBe(true);

    const again = await page.context().newPage();
    await page.close();
    tab = again;
    await again.goto(`${runtime.site}/join`);
    await again.getByText('Vous avez une demande commencée').waitFor();
    await expectAccessible(again);
    await again.getByRole('button', { name: 'Effacer et recommencer' }).click();
    await again.getByRole('dialog').getByRole('button', { name: 'Effacer', exact: true }).click();
    await again.getByRole('link', { name: 'Commencer' }).click();
    await expectHeading(again, 'Votre structure');
    expect(await again.getByLabel('Dénomination sociale').inputValue()).toBe('');
    await again.reload();
    expect(await again.getByLabel('Dénomination sociale').inputValue()).toBe('');
  }, 60_000);

  it('keeps the rows of figures too', async () => {
    const page = await visit('/join/figures');
    await page.getByLabel('Effectif').fill('12');
    await page.getByRole('button', { name: 'Ajouter un exercice' }).click();
    await page.getByLabel('Effectif').nth(1).fill('9');
    await page.reload();
    await expectHeading(page, 'Vos chiffres');
    expect(await page.getByLabel('Effectif').count()).toBe(2);
    await page.getByRole('button', { name: 'Retirer l’exercice 1' }).click();
    await page.waitForTimeout(400);
    await page.reload();
    await expectHeading(page, 'Vos chiffres');
    expect(await page.getByLabel('Effectif').count()).toBe(1);
    expect(await page.getByLabel('Effectif').inputValue()).toBe('9');
  }, 60_000);

  it('goes one step back with the back button, nothing lost', async () => {
    const form = formOf();
    const page = await visit('/join/company');
    await fillCompany(page, form);
    await goOn(page);
    await expectHeading(page, 'Votre établissement');
    await page.getByLabel('Numéro et voie').fill('1 rue de la République');
    await page.goBack();
    await expectHeading(page, 'Votre structure');
    expect(await page.getByLabel('Dénomination sociale').inputValue()).toBe(form.company.legalName);
    await page.goForward();
    await expectHeading(page, 'Votre établissement');
    expect(await page.getByLabel('Numéro et voie').inputValue()).toBe('1 rue de la République');
  }, 60_000);
});

describe('asking for a link', () => {
  it('checks what is typed, then answers the same whether there is an application or not', async () => {
    const page = await visit('/link?siren=331518498');
    expect(await page.getByLabel('SIREN').inputValue()).toBe('331\u00a0518\u00a0498');
    await page.getByLabel('Adresse e-mail').fill('nobody');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText(/Cette adresse e-mail n’est pas complète/).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Adresse e-mail').fill('nobody@example.fr');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await page.getByText('C’est parti').waitFor();
  }, 60_000);
});

describe('the code of a page', () => {
  const CODE = '**/assets/charter-page-*.js';

  it('that does not come leaves the frame and a way on; reloading shows the page', async () => {
    const page = await visit('/');
    await page.route(CODE, (route) => route.abort());
    await goWithin(page, '/charter');
    await expectHeading(page, 'Cette page n’a pas pu s’afficher');
    await expectAccessible(page);
    await page.getByRole('contentinfo').waitFor();
    await page.unroute(CODE);
    await page.getByRole('button', { name: 'Recharger la page' }).click();
    await page.getByRole('heading', { level: 1, name: /[Cc]harte/ }).waitFor();
  }, 60_000);

  it('that does not come keeps no other page away, and is asked for again by whoever comes back', async () => {
    const page = await visit('/');
    await page.route(CODE, (route) => route.abort());
    await page.getByRole('contentinfo').getByRole('link', { name: 'Charte des membres' }).click();
    await expectHeading(page, 'Cette page n’a pas pu s’afficher');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await page.title()).toBe('Cette page n’a pas pu s’afficher – Traboule');
    await page.getByRole('navigation').getByRole('link', { name: 'Adhérer' }).click();
    await expectHeading(page, 'Demander l’adhésion');
    await page.unroute(CODE);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Charte des membres' }).click();
    await page.getByRole('heading', { level: 1, name: /[Cc]harte/ }).waitFor();
  }, 60_000);

  it('that is asked for off the network waits for it, and comes by itself', async () => {
    const page = await visit('/');
    await page.route(CODE, (route) => route.abort());
    await page.context().setOffline(true);
    await goWithin(page, '/charter');
    await expectHeading(page, 'Cette page demande le réseau');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Toujours hors connexion.').waitFor();
    await expectAccessible(page);
    await page.unroute(CODE);
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: /[Cc]harte/ }).waitFor();
  }, 60_000);

  it('is waited for under a placeholder, and is there at once from then on', async () => {
    const page = await visit('/');
    const held = new Promise<Route>((resolve) => void page.route(CODE, resolve));
    await goWithin(page, '/charter');
    await page.locator('main [role=status]').waitFor();
    await (await held).continue();
    const charter = page.getByRole('heading', { level: 1, name: /[Cc]harte/ });
    await charter.waitFor();
    await goWithin(page, '/');
    await charter.waitFor({ state: 'detached' });
    await goWithin(page, '/charter');
    // Within the turn in which the address changed: nothing was waited for.
    expect(await page.locator('main h1').textContent()).toMatch(/[Cc]harte/);
  }, 60_000);
});
