import { ListExecutionsCommand, ListStateMachinesCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../../domain/application/form.ts';
import { StaffInvoicePage } from '../../../../domain/contract/dues-responses.ts';
import {
  ApplicationAccepted,
  LinkApplication,
  StaffApplication,
  StaffTaskPage,
} from '../../../../domain/contract/responses.ts';
import { formOf } from '../../../support/forms.ts';
import type { TestRuntime } from '../../../support/runtime.ts';
import { openTab } from '../../../support/tabs.ts';

// What the tests of the console need beside the console itself: companies that applied, colleagues who are faster, and
// a person at a browser.

export const TEST_PATIENCE = 90_000;

const PLACES = {
  'Saint-Étienne': { postcode: '42000', communeCode: '42218' },
  Villeurbanne: { postcode: '69100', communeCode: '69266' },
  Annonay: { postcode: '07100', communeCode: '07010' },
} as const;
export type Place = keyof typeof PLACES;

/** A company whose application waits for staff. */
export type Applied = { applicationId: string; siren: string; name: string };

const call = async (runtime: TestRuntime, path: string, authorization: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${runtime.site}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(read)}`);
  return read;
};

/** Has a company apply and confirm its address through the mail, as the applicant would; it then waits for staff. */
export const apply = async (runtime: TestRuntime, name: string, place: Place = 'Saint-Étienne'): Promise<Applied> => {
  const siren = formOf().company.siren;
  const form = formOf({ company: { siren, legalName: name }, establishment: PLACES[place] });
  const { applicationId } = ApplicationAccepted.parse(await call(runtime, '/applications', '', form));
  await runtime.settled();
  const [mail] = await runtime.mail(form.contact.email);
  const link = `Link ${/application#([\w-]+)/.exec(mail?.text ?? '')?.[1]}`;
  const { openTasks } = LinkApplication.parse(await call(runtime, '/link/application', link));
  await call(runtime, `/link/tasks/${encodeURIComponent(openTasks[0]?.taskId ?? '')}/answer`, link, {});
  await runtime.settled();
  return { applicationId, siren, name };
};

/** The application as the head office reads it. */
export const read = async (runtime: TestRuntime, { applicationId }: Applied): Promise<StaffApplication> =>
  StaffApplication.parse(
    await call(runtime, `/staff/applications/${applicationId}`, `Bearer ${await runtime.token('admin')}`),
  );

/** A colleague of the head office answers the open task of a company. */
export const answerAsColleague = async (runtime: TestRuntime, { siren }: Applied, body: object): Promise<void> => {
  const bearer = `Bearer ${await runtime.token('admin')}`;
  const { items } = StaffTaskPage.parse(await call(runtime, '/staff/tasks?limit=100', bearer));
  const task = items.find((item) => item.siren === siren);
  if (task === undefined) throw new Error(`No task for ${siren}.`);
  await call(runtime, `/staff/tasks/${encodeURIComponent(task.taskId)}/answer`, bearer, body);
};

/** Approves an application and enters the payment of its dues. @returns the membership number */
export const admit = async (runtime: TestRuntime, one: Applied): Promise<string> => {
  await answerAsColleague(runtime, one, { decision: 'approve', comment: '' });
  await runtime.settled();
  const bearer = `Bearer ${await runtime.token('treasurer')}`;
  const { items } = StaffInvoicePage.parse(await call(runtime, '/staff/invoices?status=open&limit=100', bearer));
  const invoice = items.find(({ siren }) => siren === one.siren);
  if (invoice === undefined) throw new Error(`No invoice for ${one.name}.`);
  const { number, balanceCents: cents, issuedOn: receivedOn } = invoice;
  await call(runtime, `/staff/invoices/${number}/payment`, bearer, { method: 'transfer', cents, receivedOn, note: '' });
  await runtime.settled();
  const { memberNumber } = await read(runtime, one);
  if (memberNumber === null) throw new Error(`${one.name} is no member.`);
  return memberNumber;
};

/** Makes the workflow of an application fail, as an operator's stop does: nothing expects it. */
export const breakWorkflow = async (runtime: TestRuntime, { applicationId }: Applied): Promise<void> => {
  const client = new SFNClient({
    endpoint: runtime.aws,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const joining = stateMachines.find(({ name }) => name?.endsWith('joining'));
  const { executions = [] } = await client.send(
    new ListExecutionsCommand({ stateMachineArn: joining?.stateMachineArn, statusFilter: 'RUNNING' }),
  );
  const execution = executions.find(({ name }) => name === applicationId);
  await client.send(
    new StopExecutionCommand({ executionArn: execution?.executionArn, error: 'Stopped', cause: 'For a test' }),
  );
  client.destroy();
  await runtime.settled();
};

export type Account = 'admin' | 'treasurer' | 'jury' | 'antenna:STE' | 'antenna:LYO';
const ON_THE_PAGE: Record<Account, RegExp> = {
  admin: /Siège|Head office/,
  treasurer: /Trésorerie|Treasury/,
  jury: /Jury/,
  'antenna:STE': /STE/,
  'antenna:LYO': /LYO/,
};

/** Signs in on the page of the identity provider. */
export const chooseAccount = async (page: Page, account: Account): Promise<void> => {
  await page.waitForURL(/\/signin\//);
  await page.getByRole('button', { name: ON_THE_PAGE[account] }).first().click();
};

type Visit = {
  account: Account;
  path?: string;
  language?: Language;
  width?: number;
  /** Signs in on the provider's page, instead of continuing what a person of this account began in another tab. */
  anew?: boolean;
};

/** A page of the console that asks the API for nothing: where to begin when the API's answers are the test's own. */
export const NOWHERE = '/staff/nowhere';

/** What a tab keeps of being signed in, by runtime and account. */
const sessions = new WeakMap<TestRuntime, Map<Account, Record<string, string>>>();

const inConsole = (url: URL): boolean =>
  url.pathname.startsWith('/staff') && !url.pathname.startsWith('/staff/callback');

/** A person at a browser, signed in, on a page of the console. */
export const openConsole = async (
  runtime: TestRuntime,
  browser: Browser,
  { account, path = '/staff', language = 'fr', width = 1280, anew = false }: Visit,
): Promise<Page> => {
  const known = sessions.get(runtime) ?? new Map<Account, Record<string, string>>();
  sessions.set(runtime, known);
  const session = anew ? undefined : known.get(account);
  const page = await openTab(browser, runtime.site, { width, language, session });
  await page.goto(`${runtime.site}${path}`);
  if (session !== undefined) {
    await page.waitForURL(inConsole);
    return page;
  }
  await page.getByRole('button', { name: language === 'fr' ? 'Se connecter' : 'Sign in' }).click();
  await chooseAccount(page, account);
  await page.waitForURL(inConsole);
  if (anew) return page;
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:')));
  known.set(
    account,
    await page.evaluate(() =>
      Object.fromEntries(Object.entries(sessionStorage).filter(([key]) => key.startsWith('oidc.user:'))),
    ),
  );
  return page;
};

/**
 * Makes the API refuse the tab's token and the provider refuse to renew it, as after a long lunch.
 * @returns what lets both take tokens again
 */
export const endSession = async (page: Page): Promise<() => Promise<void>> => {
  const api = '**/api/staff/**';
  const renewal = '**/signin/token';
  await page.route(api, (route) => {
    const headers = route.request().headers();
    return route.continue({ headers: { ...headers, authorization: `${headers.authorization}x` } });
  });
  await page.route(renewal, (route) =>
    route.fulfill({ status: 400, json: { error: 'invalid_grant', error_description: 'refresh token expired' } }),
  );
  return async () => {
    await page.unroute(api);
    await page.unroute(renewal);
  };
};
