import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import { expectAccessible, expectNoSidewaysScroll, goWithin, openBrowser } from '../support/browser.ts';
import { formOf } from '../support/forms.ts';
import { People } from '../support/people.ts';
import { START_PATIENCE, TestRuntime } from '../support/runtime.ts';
import { leaveTab, openTab } from '../support/tabs.ts';
import { openConsole } from '../web/staff/support/console.ts';

/** `PICTURES=docs/images npm test -- test/scenarios/growth` takes the pictures of the documentation. */
const PICTURES = process.env.PICTURES;
const PATIENCE = 400_000;

// A fast-growing company is admitted, comes before a jury of five of whom one steps aside, and joins a cohort. The story
// is played in French; each page it comes through is looked at in English too, by its own switch.

let runtime: TestRuntime;
let browser: Browser;
let people: People;
beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  people = await People.of(runtime);
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
const [CHAIR] = JURORS;
/** The one who has worked for the company; the deputy takes the seat. */
const TIED = 'Nadia Kacem';
const AGAINST = 'Paul Rey';

/** A company that doubled in three years, and asks for the programme. */
const COMPANY = formOf({
  company: { legalName: 'Capteurs du Pilat', foundedOn: '2015-03-01' },
  figures: [
    { year: 2025, employees: 24, turnover: 2_400_000 },
    { year: 2024, employees: 19, turnover: 1_800_000 },
    { year: 2023, employees: 15, turnover: 1_300_000 },
    { year: 2022, employees: 12, turnover: 1_000_000 },
  ],
  growthProgramme: true,
});
const NAME = COMPANY.company.legalName;
const FILE = {
  presentation: 'Nous mesurons l’usure des métiers à tisser. Du programme, nous attendons un regard sur l’export.',
  mergers: [],
  funds: [{ year: 2025, amount: 450_000 }],
};

const send = (method: string, path: string, authorization: string, body?: unknown): Promise<unknown> =>
  people.call(z.unknown(), method, `/api${path}`, {
    authorization,
    ...(body === undefined ? {} : { body, idempotencyKey: crypto.randomUUID() }),
  });

/** The token of a juror: signed in by name, as the user pool would. */
const tokenOf = async (name: string): Promise<string> => {
  const body = { groups: ['jury'], name };
  return (await people.call(z.object({ accessToken: z.string() }), 'POST', '/local/token', { body })).accessToken;
};

/** The head office fills the register of jurors, opens a cohort of one place and names a mentor. */
const prepare = async (): Promise<void> => {
  const admin = `Bearer ${await runtime.token('admin')}`;
  for (const { name, role } of JURORS) {
    const email = `${name.split(' ')[1]?.toLowerCase()}@example.fr`;
    const juror = { userName: name, name, email, language: 'fr', antenna: null, role };
    await send('POST', '/staff/jury/jurors', admin, juror);
  }
  await send('POST', '/staff/programme/mentors', admin, {
    name: 'Anne Perrin',
    email: 'anne.perrin@example.fr',
    organisation: 'Perrin Industries',
    antenna: null,
    most: 4,
    conflicts: [],
    active: true,
  });
  await send('POST', '/staff/programme/cohorts', admin, {
    name: 'Promotion Vaucanson',
    from: '2026-10-01',
    to: '2027-09-30',
    capacity: 1,
    milestones: [{ name: 'Diagnostic', dueOn: '2026-11-30' }],
  });
};

/** The company joins, as its mail, the head office and the treasurer let it. @returns its private link */
const join = async (): Promise<string> => {
  await people.apply([COMPANY]);
  await people.goOnUntil(1, () => runtime.settled());
  const mails = await runtime.mail(COMPANY.contact.email);
  const [token] = mails.flatMap(({ text }) => /\/application#([\w-]+)/.exec(text ?? '')?.[1] ?? []).slice(-1);
  if (token === undefined) throw new Error('No link came.');
  return token;
};

/** A browser of somebody's own, which speaks French. @param session what its tab knows already */
const visitor = (session: Record<string, string> = {}): Promise<Page> =>
  openTab(browser, runtime.site, { language: 'fr', session });

/** A juror at a browser, signed in. */
const jurorAt = async (name: string): Promise<Page> => {
  const config = z.object({ authority: z.string(), clientId: z.string() });
  const { authority, clientId } = await people.call(config, 'GET', '/config.json');
  const page = await visitor({
    [`oidc.user:${authority}:${clientId}`]: JSON.stringify({
      access_token: await tokenOf(name),
      token_type: 'Bearer',
      scope: 'openid',
      profile: { sub: name, name },
      expires_at: 4_000_000_000,
    }),
  });
  await page.goto(`${runtime.site}/staff`);
  return page;
};

/** What every page of the story must be, in both languages: accessible, and no wider than a telephone. */
const look = async (page: Page, picture: string, english: string, fullPage = false): Promise<void> => {
  await expectAccessible(page);
  if (PICTURES !== undefined) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/${picture}.png`, fullPage });
  }
  await page.getByRole('button', { name: 'EN – English' }).first().click();
  await page.getByText(english).first().waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'FR – Français' }).first().click();
  await page.locator('html[lang=fr]').waitFor();
};

const declaring = (page: Page) => page.getByRole('link', { name: `Déclarer mes liens avec ${NAME}` });

/** Who is tied says so before the file opens, and never sees it. */
const stepAside = async (): Promise<void> => {
  const page = await jurorAt(TIED);
  await declaring(page).click();
  await page.getByRole('radio', { name: 'J’ai un lien' }).check({ force: true });
  await page.getByLabel('Quel lien').fill('Je l’ai conseillée.');
  await look(page, 'growth-declaration', 'Before the file opens');
  await page.getByRole('button', { name: 'Déclarer et me retirer' }).click();
  await page.getByRole('heading', { name: 'Vous avez déclaré un lien d’intérêts' }).waitFor();
  expect(await page.getByText('L’entreprise se présente').count()).toBe(0);
  leaveTab(page);
};

/** The chair declares no tie, reads the file and votes. */
const voteAtThePage = async (): Promise<void> => {
  const page = await jurorAt(CHAIR.name);
  await declaring(page).waitFor();
  await look(page, 'growth-jury', 'To declare');
  await declaring(page).click();
  await page.getByRole('radio', { name: 'Je n’ai aucun lien' }).check({ force: true });
  await page.getByRole('button', { name: 'Déclarer et ouvrir le dossier' }).click();
  await page.getByRole('radio', { name: 'Retenir', exact: true }).check({ force: true });
  await page.getByLabel('Vos raisons').fill('Une croissance solide, un carnet plein.');
  await look(page, 'growth-vote', 'Your reasons');
  await page.getByRole('button', { name: 'Voter', exact: true }).click();
  await page.getByRole('heading', { name: 'Vous avez voté' }).waitFor();
  leaveTab(page);
};

/** Another juror declares and votes as the page would. */
const vote = async (name: string, choice: string, comment: string): Promise<void> => {
  const bearer = `Bearer ${await tokenOf(name)}`;
  const Cases = z.object({ items: z.array(z.object({ caseId: z.string(), taskId: z.string().nullable() })) });
  const [one] = Cases.parse(await send('GET', '/staff/jury/cases', bearer)).items;
  if (one === undefined || one.taskId === null) throw new Error(`${name} is not asked.`);
  const declaration = { conflict: false, reason: '' };
  await send('POST', `/staff/jury/cases/${encodeURIComponent(one.caseId)}/declaration`, bearer, declaration);
  const answer = { vote: choice, conflict: false, comment };
  await send('POST', `/staff/tasks/${encodeURIComponent(one.taskId)}/answer`, bearer, answer);
};

it(
  'a company is scored, judged by five of whom one steps aside, and joins a cohort',
  async () => {
    await prepare();
    const [page, token] = [await visitor(), await join()];
    await send('PATCH', '/link/growth/file', `Link ${token}`, FILE);
    await page.goto(`${runtime.site}/application#${token}`);
    await page.getByRole('link', { name: 'Voir ma croissance' }).click();
    await page.getByRole('heading', { name: 'Éligible au programme' }).waitFor();
    await page.getByRole('heading', { name: 'Le jury examine votre dossier' }).waitFor();
    await look(page, 'growth-score', 'Eligible for the programme', true);

    await stepAside();
    await voteAtThePage();
    const others = JURORS.map(({ name }) => name).filter((name) => name !== CHAIR.name && name !== TIED);
    for (const name of others) {
      if (name === AGAINST) await vote(name, 'decline', 'Deux clients font l’essentiel du chiffre d’affaires.');
      else await vote(name, 'admit', 'L’équipe est prête à grandir.');
    }
    await runtime.settled();

    await page.reload();
    await page.getByRole('heading', { name: 'Vous êtes dans le programme' }).waitFor();
    await page.getByRole('heading', { name: 'Promotion Vaucanson' }).waitFor();
    await page.getByText('Anne Perrin, Perrin Industries').waitFor();
    await page.getByText('Deux clients font l’essentiel').waitFor();
    await look(page, 'growth-decision', 'You are in the programme');
    leaveTab(page);

    const staff = await openConsole(runtime, browser, { account: 'admin', path: '/staff/growth' });
    await staff.getByRole('link', { name: NAME }).waitFor();
    await look(staff, 'growth-board', 'Admitted to the programme');
    await staff.getByRole('link', { name: NAME }).click();
    await staff.getByText('4 pour, 1 contre').first().waitFor();
    await staff.getByText('Je l’ai conseillée.').waitFor();
    await staff.getByRole('rowheader', { name: /Jean Morel/ }).waitFor();
    await look(staff, 'growth-case', '4 for, 1 against');
    for (const [path, there, picture, english] of [
      ['programme', staff.getByRole('link', { name: NAME }), 'growth-programme', 'Open a cohort'],
      ['policy', staff.getByText('Entrées : 0 · sorties : 0'), 'growth-policy', 'Entering: 0 · leaving: 0'],
      ['jurors', staff.getByRole('rowheader', { name: /Jean Morel/ }), 'growth-jurors', 'Add a juror'],
    ] as const) {
      await goWithin(staff, `/staff/growth/${path}`);
      await there.waitFor();
      await look(staff, picture, english);
    }
    leaveTab(staff);
  },
  PATIENCE,
);
