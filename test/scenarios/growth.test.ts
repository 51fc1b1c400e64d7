import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import type { Language } from '../../domain/application/form.ts';
import { ApplicationAccepted, LinkApplication, StaffTaskPage } from '../../domain/contract/responses.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { People } from '../support/people.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { openConsole } from '../web/staff/support/console.ts';

/** `PICTURES=docs/images npm test -- test/scenarios/growth` takes the pictures of the documentation. */
const PICTURES = process.env.PICTURES;
const PATIENCE = 600_000;

// A fast-growing company is admitted, comes before a jury of five of whom one steps aside, and joins a cohort.

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

const JURORS = [
  { name: 'Hélène Vidal', role: 'chair' },
  { name: 'Marc Aubert', role: 'member' },
  { name: 'Nadia Kacem', role: 'member' },
  { name: 'Paul Rey', role: 'member' },
  { name: 'Sofia Lenoir', role: 'member' },
  { name: 'Jean Morel', role: 'deputy' },
] as const;
/** The one who has worked for the company, and the one who takes the seat. */
const TIED = 'Nadia Kacem';

const call = async (method: string, path: string, authorization: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${runtime.site}/api${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(read)}`);
  return read;
};

/** The private link in the latest mail to an address. */
const linkOf = async (to: string): Promise<string> => {
  await runtime.settled();
  const [token] = (await runtime.mail(to))
    .flatMap(({ text }) => /\/application#([\w-]+)/.exec(text ?? '')?.[1] ?? [])
    .slice(-1);
  if (token === undefined) throw new Error(`No link came to ${to}.`);
  return token;
};

/** A company that doubled in three years joins, as its mail and the head office let it. @returns its private link */
const join = async (legalName: string, language: Language): Promise<string> => {
  const form = formOf({
    company: { legalName, foundedOn: '2015-03-01' },
    contact: { language },
    figures: [
      { year: 2025, employees: 24, turnover: 2_400_000 },
      { year: 2024, employees: 19, turnover: 1_800_000 },
      { year: 2023, employees: 15, turnover: 1_300_000 },
      { year: 2022, employees: 12, turnover: 1_000_000 },
    ],
    growthProgramme: true,
  });
  ApplicationAccepted.parse(await call('POST', '/applications', '', form));
  const token = await linkOf(form.contact.email);
  const link = `Link ${token}`;
  const { openTasks } = LinkApplication.parse(await call('GET', '/link/application', link));
  await call('POST', `/link/tasks/${encodeURIComponent(openTasks[0]?.taskId ?? '')}/answer`, link, {});
  await runtime.settled();
  const admin = `Bearer ${await runtime.token('admin')}`;
  const { items } = StaffTaskPage.parse(await call('GET', '/staff/tasks?limit=100', admin));
  const task = items.find(({ siren }) => siren === form.company.siren);
  await call('POST', `/staff/tasks/${encodeURIComponent(task?.taskId ?? '')}/answer`, admin, {
    decision: 'approve',
    comment: '',
  });
  await runtime.settled();
  // Whoever joins pays first; the head office waives it here.
  await (await People.of(runtime)).settle();
  await runtime.settled();
  return token;
};

/** A juror at a browser of their own: signed in by name, as the user pool would. */
const jurorAt = async (name: string, language: Language): Promise<Page> => {
  const answer = await fetch(`${runtime.site}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ groups: ['jury'], name }),
  });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await answer.json());
  const { authority, clientId } = z
    .object({ authority: z.string(), clientId: z.string() })
    .parse(await (await fetch(`${runtime.site}/config.json`)).json());
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([key, user, chosen]) => {
      localStorage.setItem('traboule.language', chosen ?? 'fr');
      sessionStorage.setItem(key ?? '', user ?? '');
    },
    [
      `oidc.user:${authority}:${clientId}`,
      JSON.stringify({
        access_token: accessToken,
        token_type: 'Bearer',
        scope: 'openid',
        profile: { sub: name, name },
        expires_at: 4_000_000_000,
      }),
      language,
    ],
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${runtime.site}/staff`);
  return page;
};

/** What every page of the story must be: accessible, and no wider than a telephone. */
const look = async (page: Page, picture: string, fullPage = false): Promise<void> => {
  await expectAccessible(page);
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/${picture}.png`, fullPage });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
};

describe.each(['fr', 'en'] as const)('growth, in %s', (language) => {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const company = say('Capteurs du Pilat', 'Pilat Sensors');
  const cohort = say('Promotion Vaucanson', 'Vaucanson cohort');
  const picture = (name: string): string => (language === 'fr' ? name : `${name}-en`);

  it(
    'a company is scored, judged by five of whom one steps aside, and joins a cohort',
    async () => {
      const staff = await openConsole(runtime, browser, { account: 'admin', language, path: '/staff/growth/jurors' });
      if (language === 'fr') await register(staff);
      await look(staff, picture('growth-jurors'));
      await openCohort(staff, cohort, say);
      const token = await join(company, language);
      const page = await companyAt(token, language);
      await candidacy(page, say);
      await look(page, picture('growth-score'), true);

      await vote(company, language, say, picture);
      await runtime.settled();

      await page.reload();
      await page
        .getByRole('heading', { name: say('Vous êtes dans le programme', 'You are in the programme') })
        .waitFor();
      await page.getByRole('heading', { name: cohort }).waitFor();
      await page.getByText('Anne Perrin, Perrin Industries').waitFor();
      await look(page, picture('growth-decision'));

      await staff.goto(`${runtime.site}/staff/growth`);
      await staff.getByRole('link', { name: company }).waitFor();
      await look(staff, picture('growth-board'));
      await staff.getByRole('link', { name: company }).click();
      await staff.getByText(say('4 pour, 1 contre', '4 for, 1 against')).first().waitFor();
      await staff.getByText(say('Je l’ai conseillée.', 'I advised it.')).waitFor();
      await staff.getByRole('rowheader', { name: /Jean Morel/ }).waitFor();
      await look(staff, picture('growth-case'));
      await staff.goto(`${runtime.site}/staff/growth/programme`);
      await staff.getByRole('link', { name: company }).waitFor();
      await look(staff, picture('growth-programme'));
      await staff.goto(`${runtime.site}/staff/growth/policy`);
      await staff.getByText(say('Entrées : 0 · sorties : 0', 'Entering: 0 · leaving: 0')).waitFor();
      await look(staff, picture('growth-policy'));
      await page.context().close();
      await staff.context().close();
    },
    PATIENCE,
  );
});

type Say = (fr: string, en: string) => string;

/** The head office fills the register: the first juror at the page, the others as the page would. */
const register = async (staff: Page): Promise<void> => {
  const [chair, ...others] = JURORS;
  await staff.getByRole('button', { name: 'Ajouter un juré' }).first().click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel('Nom', { exact: true }).fill(chair.name);
  await dialog.getByLabel('Adresse e-mail').fill('helene.vidal@example.fr');
  await dialog.getByLabel('Nom d’utilisateur').fill(chair.name);
  await dialog.getByLabel('Rôle').selectOption('chair');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await staff.getByRole('rowheader', { name: new RegExp(chair.name) }).waitFor();
  const admin = `Bearer ${await runtime.token('admin')}`;
  for (const { name, role } of others) {
    const email = `${name.split(' ')[1]?.toLowerCase()}@example.fr`;
    await call('POST', '/staff/jury/jurors', admin, {
      userName: name,
      name,
      email,
      language: 'fr',
      antenna: null,
      role,
    });
  }
  await staff.reload();
  await staff.getByRole('rowheader', { name: /Jean Morel/ }).waitFor();
};

/** Opens a cohort of one place with a milestone, and names its mentor once. */
const openCohort = async (staff: Page, name: string, say: Say): Promise<void> => {
  await staff.goto(`${runtime.site}/staff/growth/programme`);
  if ((await staff.getByText('Anne Perrin').count()) === 0 && say('fr', 'en') === 'fr') {
    const admin = `Bearer ${await runtime.token('admin')}`;
    await call('POST', '/staff/programme/mentors', admin, {
      name: 'Anne Perrin',
      email: 'anne.perrin@example.fr',
      organisation: 'Perrin Industries',
      antenna: null,
      most: 4,
      conflicts: [],
      active: true,
    });
  }
  await staff
    .getByRole('button', { name: say('Ouvrir une promotion', 'Open a cohort') })
    .first()
    .click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByLabel(say('Nom', 'Name'), { exact: true }).fill(name);
  await dialog.getByLabel(say('Premier jour', 'First day')).fill('2026-10-01');
  await dialog.getByLabel(say('Dernier jour', 'Last day')).fill('2027-09-30');
  await dialog.getByLabel(say('Places', 'Places')).fill('1');
  await dialog.getByRole('button', { name: say('Ajouter une étape', 'Add a milestone') }).click();
  await dialog.getByLabel(say('Étape 1', 'Milestone 1'), { exact: true }).fill(say('Diagnostic', 'Diagnosis'));
  await dialog.getByLabel(say('Échéance', 'Due')).fill('2026-11-30');
  await dialog.getByRole('button', { name: say('Ouvrir', 'Open'), exact: true }).click();
  await staff.getByRole('heading', { name }).waitFor();
};

const companyAt = async (token: string, language: Language): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => localStorage.setItem('traboule.language', chosen), language);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${runtime.site}/application#${token}`);
  return page;
};

/** From its own page the company reads its score and, unless its admission opened one already, asks to be screened. */
const candidacy = async (page: Page, say: Say): Promise<void> => {
  await page.getByRole('link', { name: say('Voir ma croissance', 'See my growth') }).click();
  await page.getByRole('heading', { name: say('Éligible au programme', 'Eligible for the programme') }).waitFor();
  const ask = page.getByRole('button', { name: say('Demander un examen', 'Ask to be screened') });
  if ((await ask.count()) > 0) await ask.click();
  await runtime.settled();
  await page.reload();
  await page
    .getByRole('heading', { name: say('Le jury examine votre dossier', 'The jury is reading your file') })
    .waitFor();
};

/** Five sit: one declares a tie and leaves the seat to the deputy; four vote for, one against. */
const vote = async (
  company: string,
  language: Language,
  say: Say,
  picture: (name: string) => string,
): Promise<void> => {
  const order = [TIED, ...JURORS.map(({ name }) => name).filter((name) => name !== TIED)];
  for (const name of order) {
    const page = await jurorAt(name, language);
    const declare = page.getByRole('link', {
      name: say(`Déclarer mes liens avec ${company}`, `Declare my interests in ${company}`),
    });
    await declare.waitFor();
    if (name === 'Hélène Vidal') await look(page, picture('growth-jury'));
    await declare.click();
    if (name === TIED) {
      await page.getByRole('radio', { name: say('J’ai un lien', 'I have a conflict') }).check({ force: true });
      await page.getByLabel(say('Quel lien', 'Which tie')).fill(say('Je l’ai conseillée.', 'I advised it.'));
      await look(page, picture('growth-declaration'));
      await page.getByRole('button', { name: say('Déclarer et me retirer', 'Declare and step aside') }).click();
      await page
        .getByRole('heading', {
          name: say('Vous avez déclaré un lien d’intérêts', 'You declared a conflict of interest'),
        })
        .waitFor();
      expect(await page.getByText(say('L’entreprise se présente', 'The company presents itself')).count()).toBe(0);
      await runtime.settled();
    } else {
      await page.getByRole('radio', { name: say('Je n’ai aucun lien', 'I have no conflict') }).check({ force: true });
      await page
        .getByRole('button', { name: say('Déclarer et ouvrir le dossier', 'Declare and open the file') })
        .click();
      const against = name === 'Paul Rey';
      const choice = against ? say('Ne pas retenir', 'Decline') : say('Retenir', 'Admit');
      await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
      await page
        .getByLabel(say('Vos raisons', 'Your reasons'))
        .fill(
          against
            ? say('Trop tôt.', 'Too early.')
            : say(`La croissance est là (${name[0]}).`, `The growth is there (${name[0]}).`),
        );
      if (name === 'Hélène Vidal') await look(page, picture('growth-vote'));
      await page.getByRole('button', { name: say('Voter', 'Vote'), exact: true }).click();
      await page.getByRole('heading', { name: say('Vous avez voté', 'You have voted') }).waitFor();
    }
    await page.context().close();
  }
};
