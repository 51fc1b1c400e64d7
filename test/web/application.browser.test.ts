import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { StaffTaskPage } from '../../domain/contract/responses.ts';
import { fromForm } from '../../web/form/draft.ts';
import { type KeptDraft, NEW_APPLICATION } from '../../web/form/kept.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { People } from '../support/people.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { leaveTab, openTab } from '../support/tabs.ts';
import { expectHeading, fillAll } from './support/form-pages.ts';

const COMMUNE = {
  code: '42218',
  name: 'Saint-Étienne',
  departement: '42',
  region: '84',
  postcodes: ['42000', '42100', '42230'],
  population: 173_000,
  epci: { code: '244200770', name: 'Saint-Étienne Métropole' },
};
const PATIENCE = 90_000;

let runtime: TestRuntime;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  runtime = await TestRuntime.start({ clock: null });
  browser = await openBrowser();
}, START_PATIENCE);
afterEach(() => leaveTab(page));
afterAll(async () => {
  await browser?.close();
  await runtime?.dispose();
});

const visit = async (width = 1280): Promise<Page> => {
  page = await openTab(browser, runtime.site, { width });
  return page;
};
/** Comes back to a form that was filled in on an earlier visit, and is not sent yet. */
const comeBackTo = async (form: ReturnType<typeof formOf>): Promise<void> => {
  const savedAt = new Date().toISOString();
  const draft: KeptDraft = { key: crypto.randomUUID(), savedAt, draft: fromForm(form, COMMUNE) };
  page = await openTab(browser, runtime.site, { kept: { [NEW_APPLICATION]: JSON.stringify(draft) } });
  await page.goto(`${runtime.site}/join/review`);
  await expectHeading(page, 'Relisez votre demande');
};
const send = () => page.getByRole('button', { name: 'Envoyer ma demande' });

/** The private link of the latest mail to an address. */
const mailedLink = async (to: string, count = 1): Promise<string> => {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const mails = await runtime.mail(to);
    const [link] = /http\S+\/application#[\w-]+/.exec(mails.at(-1)?.text ?? '') ?? [];
    if (mails.length >= count && link !== undefined) return link;
    if (performance.now() > giveUpAt) throw new Error(`No mail with a link came to ${to}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const headOffice = async () => ({
  authorization: `Bearer ${await runtime.token('admin')}`,
  'content-type': 'application/json',
});

/** Excludes a member as the head office. */
const exclude = async (number: string, reason: string): Promise<void> => {
  const answer = await fetch(`${runtime.site}/api/staff/members/${number}/exclusion`, {
    method: 'POST',
    headers: await headOffice(),
    body: JSON.stringify({ reason }),
  });
  if (!answer.ok) throw new Error(await answer.text());
};

/** Answers the review of a company as the head office. */
const review = async (siren: string, body: object): Promise<void> => {
  const headers = await headOffice();
  const tasks = StaffTaskPage.parse(
    await (await fetch(`${runtime.site}/api/staff/tasks?limit=100`, { headers })).json(),
  );
  const task = tasks.items.find((item) => item.siren === siren);
  if (task === undefined) throw new Error(`There is no task for ${siren}.`);
  const answer = await fetch(`${runtime.site}/api/staff/tasks/${encodeURIComponent(task.taskId)}/answer`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
};

/** Posts a form as the page would; gives the private link. */
const apply = async (form: ReturnType<typeof formOf>): Promise<string> => {
  const answer = await fetch(`${runtime.site}/api/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(form),
  });
  return z.object({ trackingUrl: z.string() }).parse(await answer.json()).trackingUrl;
};

const status = (title: string) => page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();

/** Asks again until the status is this: what the workflow does takes a moment. Fails with the test's own patience. */
const until = async (title: string): Promise<void> => {
  const heading = page.getByRole('heading', { level: 2, name: title, exact: true });
  while (!(await heading.isVisible())) {
    const refresh = page.getByRole('button', { name: 'Actualiser' });
    if (await refresh.isVisible()) await refresh.click();
    await page.waitForTimeout(500);
  }
};

describe('sending', () => {
  it(
    'makes one application of a double click, and says what comes next',
    async () => {
      const form = formOf();
      await visit();
      const posts: (string | undefined)[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.headers()['idempotency-key']);
      });
      await fillAll(page, runtime.site, form, COMMUNE.name);
      await expectAccessible(page);
      await send().dblclick();
      await expectHeading(page, 'Votre demande est reçue');
      expect(posts).toHaveLength(1);
      expect(posts[0]).toMatch(/^[0-9a-f-]{36}$/);
      await page.getByText(form.contact.email).waitFor();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(page);
      // The form is empty again, in this tab and after a reload: what was sent is not sent twice.
      await page.getByRole('navigation').getByRole('link', { name: 'Adhérer' }).click();
      await page.getByRole('link', { name: 'Commencer' }).waitFor();
      await page.goBack();
      await page.reload();
      await expectHeading(page, 'Votre demande est reçue');
      await page.goto(`${runtime.site}/join`);
      await page.getByRole('link', { name: 'Commencer' }).waitFor();
      // The tab knows the link.
      await page.getByRole('navigation').getByRole('link', { name: 'Mon dossier' }).click();
      await expectHeading(page, form.company.legalName);
    },
    PATIENCE,
  );

  it(
    'works where the browser keeps nothing for any page',
    async () => {
      const form = formOf();
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      page = await context.newPage();
      await page.addInitScript(() => {
        for (const store of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, store, {
            get: () => {
              throw new DOMException('The browser is told to block all site data.', 'SecurityError');
            },
          });
        }
      });
      await fillAll(page, runtime.site, form, COMMUNE.name);
      await send().click();
      await expectHeading(page, 'Votre demande est reçue');
      await page.getByRole('navigation').getByRole('link', { name: 'Mon dossier' }).click();
      await expectHeading(page, form.company.legalName);
      await context.close();
    },
    PATIENCE,
  );

  it(
    'keeps everything when the service is away, and sends the same key again',
    async () => {
      const form = formOf();
      await comeBackTo(form);
      const keys: (string | undefined)[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
      });
      await page.route('**/api/applications', (route) => route.abort('connectionreset'));
      await send().click();
      const alert = page.getByRole('alert');
      await alert.getByText('Le service n’a pas pu être joint').waitFor();
      await expectAccessible(page);
      await page.reload();
      await expectHeading(page, 'Relisez votre demande');
      await page.getByText(form.company.legalName).waitFor();
      await send().click();
      await alert.getByText('Le service n’a pas pu être joint').waitFor();
      await page.unroute('**/api/applications');
      await alert.getByRole('button', { name: 'Réessayer' }).click();
      await expectHeading(page, 'Votre demande est reçue');
      expect(new Set(keys).size).toBe(1);
      expect(keys).toHaveLength(3);
    },
    PATIENCE,
  );

  it(
    'says that the answer is slow rather than wait for ever, and loses nothing',
    async () => {
      const form = formOf();
      await comeBackTo(form);
      await page.clock.install();
      await page.route('**/api/applications', () => undefined);
      await send().click();
      await page.getByText('Envoi en cours…').waitFor();
      await page.clock.fastForward(21_000);
      await page.getByRole('alert').getByText('La réponse se fait attendre').waitFor();
      // The clock is the context's, and stays as it is.
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    'puts what the service refused on its step and beside its field',
    async () => {
      const form = formOf();
      await comeBackTo(form);
      await page.route('**/api/applications', (route) =>
        route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'urn:traboule:problem:invalid-fields',
            title: 'Champs à corriger',
            status: 422,
            detail: '…',
            errors: [
              { path: 'contact.email', code: 'email.format', message: 'Cette adresse ne convient pas.' },
              { path: 'figures.0.year', code: 'figures.future', message: 'Cette année ne convient pas.' },
            ],
          }),
        }),
      );
      await send().click();
      await expectHeading(page, 'Votre contact');
      const summary = page.getByRole('alert');
      await summary.getByText('Cette adresse ne convient pas.').waitFor();
      expect(await page.getByLabel('Adresse e-mail').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Adresse e-mail').fill('autre@example.fr');
      await summary.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
      await expectHeading(page, 'Relisez votre demande');
      await page.getByText('Année : Cette année ne convient pas.').waitFor();
    },
    PATIENCE,
  );

  it(
    'explains that the company is known already, and where to ask for the link',
    async () => {
      const form = formOf();
      await apply(form);
      await comeBackTo(form);
      await send().click();
      await page.getByRole('alert').getByText('Entreprise déjà connue').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Demandez un nouveau lien' }).click();
      await expectHeading(page, 'Recevoir un nouveau lien');
      expect((await page.getByLabel('SIREN').inputValue()).replaceAll(/\s/g, '')).toBe(form.company.siren);
      await page.goBack();
      await expectHeading(page, 'Relisez votre demande');
      await page.getByText(form.company.legalName).waitFor();
    },
    PATIENCE,
  );

  it(
    'does not send an incomplete form, and says which part is missing',
    async () => {
      await visit();
      await page.goto(`${runtime.site}/join/review`);
      await send().click();
      await page.getByText('Il reste à compléter : Structure.').waitFor();
      await page.getByRole('link', { name: 'Modifier : Structure' }).click();
      await expectHeading(page, 'Votre structure');
    },
    PATIENCE,
  );
});

describe('the private link', () => {
  it(
    'is taken out of the address, and lasts over a reload',
    async () => {
      const form = formOf();
      const link = await apply(form);
      await visit();
      // Copied out of a sentence, with its full stop.
      await page.goto(`${link}.`);
      await expectHeading(page, form.company.legalName);
      expect(new URL(page.url()).hash).toBe('');
      await page.reload();
      await expectHeading(page, form.company.legalName);
      await page.getByRole('link', { name: 'Adhérer' }).first().click();
      await page.goBack();
      await expectHeading(page, form.company.legalName);
    },
    PATIENCE,
  );

  it(
    'that was cut short, or forged, opens nothing, and the page offers a new one',
    async () => {
      await visit(390);
      await page.goto(`${runtime.site}/application#x`);
      await expectHeading(page, 'Ce lien n’ouvre aucun dossier');
      await page.reload();
      await page.goto(`${runtime.site}/application#${'x'.repeat(43)}`);
      await expectHeading(page, 'Ce lien n’ouvre aucun dossier');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('link', { name: 'Recevoir un nouveau lien' }).click();
      await expectHeading(page, 'Recevoir un nouveau lien');
    },
    PATIENCE,
  );

  it(
    'of the answer does not confirm the address: it says where to look and sends the mail again',
    async () => {
      const form = formOf({
        company: { legalName: 'Elektrizitätswirtschaftsorganisationsgesellschaft Rhône-Alpes' },
        contact: { email: `une.adresse.sans.la.moindre.coupure.${crypto.randomUUID()}@example.fr` },
      });
      const link = await apply(form);
      await mailedLink(form.contact.email);
      await visit(360);
      await page.goto(link);
      await status('Confirmez votre adresse e-mail');
      await expectNoSidewaysScroll(page);
      await page.getByText('c’est lui qui prouve que l’adresse est la vôtre').waitFor();
      expect(await page.getByRole('button', { name: 'Confirmer mon adresse' }).count()).toBe(0);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Renvoyer l’e-mail' }).click();
      await page.getByText('E-mail renvoyé.').waitFor();
      await page.goto(await mailedLink(form.contact.email, 2));
      await page.getByRole('button', { name: 'Confirmer mon adresse' }).waitFor();
    },
    PATIENCE,
  );
});

describe('an application', () => {
  it(
    'is confirmed, corrected and accepted, and the page follows without a reload',
    async () => {
      const form = formOf();
      await apply(form);
      await visit();
      await page.goto(await mailedLink(form.contact.email));
      await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
      await status('Votre demande est examinée');
      await page.getByText(/l’antenne Saint-Étienne – Roanne\s: la décision/).waitFor();
      await expectAccessible(page);

      const comment = 'Le chiffre d’affaires est celui du groupe.';
      await review(form.company.siren, { decision: 'request-changes', comment });
      await page.getByRole('button', { name: 'Actualiser' }).click();
      await status('Des modifications vous sont demandées');
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Corriger ma demande' }).click();
      await expectHeading(page, 'Corriger votre demande');
      await page.getByText(comment).waitFor();
      await expectAccessible(page);
      expect(await page.getByLabel('Dénomination sociale').inputValue()).toBe(form.company.legalName);
      await page.getByLabel('Chiffre d’affaires').fill('450 000');
      await page.getByText('Un champ modifié').waitFor();
      await page.reload();
      await page.getByText('Un champ modifié').waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Renvoyer ma demande' }).click();
      await status('Votre demande est examinée');
      await page.getByText('Demande corrigée : un champ modifié.').waitFor();
      // On a telephone too, what can be done comes before all that has happened.
      expect(await page.locator('main h2').last().textContent()).toBe('Historique');
      await expectNoSidewaysScroll(page);

      await review(form.company.siren, { decision: 'approve', comment: 'Bienvenue !' });
      await page.getByRole('button', { name: 'Actualiser' }).click();
      await status('Votre cotisation est à régler');
      await expectAccessible(page);
      await (await People.of(runtime)).pay();
      await until('Bienvenue parmi les membres !');
      const number = await page.getByText(/^M\d{6}$/).textContent();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      // Once it is over, nobody is welcomed: why it ended, and the way back.
      await exclude(number ?? '', 'Manquement à la charte.');
      await page.getByRole('button', { name: 'Actualiser' }).click();
      await status('Votre adhésion a pris fin');
      await page.locator('figure').getByText('Manquement à la charte.').waitFor();
      await page.getByRole('link', { name: 'Adhérer de nouveau' }).waitFor();
      expect(await page.getByText('Bienvenue parmi').count()).toBe(0);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Ouvrir mon adhésion' }).click();
      await page.getByText('L’adhésion a pris fin').waitFor();
    },
    PATIENCE,
  );

  it(
    'is withdrawn once one has said so twice, in English too',
    async () => {
      const form = formOf({ contact: { language: 'en' } });
      const link = await apply(form);
      await visit();
      await page.goto(link);
      await page.getByRole('button', { name: 'Withdraw my application' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Withdraw your application?').waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'No, keep it' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Withdraw my application' }).click();
      await dialog.getByRole('button', { name: 'Yes, withdraw it' }).click();
      await status('You withdrew your application');
      expect(await page.getByRole('button', { name: 'Withdraw my application' }).count()).toBe(0);
      await expectAccessible(page);
      // The tab goes on in the language of what was read in it.
      await page.goto(`${runtime.site}/link`);
      await expectHeading(page, 'Get a new link');
    },
    PATIENCE,
  );

  it(
    'that was refused gives the reason',
    async () => {
      const form = formOf();
      await apply(form);
      await visit();
      await page.goto(await mailedLink(form.contact.email));
      await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
      await status('Votre demande est examinée');
      await review(form.company.siren, { decision: 'refuse', comment: 'Hors du numérique.' });
      await page.getByRole('button', { name: 'Actualiser' }).click();
      await status('Votre demande n’a pas été acceptée');
      await page.getByText('Hors du numérique.').first().waitFor();
      await expectAccessible(page);
    },
    PATIENCE,
  );
});
