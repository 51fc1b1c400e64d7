import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { DossierRights } from '../../../domain/contract/rights-routes.ts';
import type { Route } from '../../../domain/contract/route.ts';
import { ROUTES } from '../../../domain/contract/routes.ts';
import { enrol } from '../../../domain/programme/programme.ts';
import { DossierExport } from '../../../domain/rights/export.ts';
import { bankFile, credit, reconcile } from '../../support/bank.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { invoiceFor, payInvoice } from '../../support/dues.ts';
import { formOf } from '../../support/forms.ts';
import { joinMember } from '../../support/members.ts';
import { comesToTheSame } from '../../support/rerun.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(90_000);

// What becomes of the people of a dossier, through the real handlers and jobs on a real table.

// The SDK's own retries would hide the crash.
process.env.AWS_MAX_ATTEMPTS = '1';

const T0 = '2027-03-15T08:00:00.000Z';
const T1 = '2027-03-20T08:00:00.000Z';
/** Three years after it ended, and the night after. */
const EVE = '2030-03-20T02:15:00.000Z';
let world: World;
let table: CrashingService;
beforeAll(async () => {
  world = await startWorld();
  table = await startCrashing(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
});
afterAll(async () => {
  await table.close();
  await world.close();
});

type Item = { PK: string; SK: string } & Record<string, unknown>;
const everything = async (): Promise<Item[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: table.url, region: 'eu-west-3' }));
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: String(process.env.TABLE_NAME), ExclusiveStartKey: start }),
    );
    items.push(...z.array(z.looseObject({ PK: z.string(), SK: z.string() })).parse(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  client.destroy();
  return items;
};
const keysOf = async (applicationId: string): Promise<string[]> =>
  (await everything()).filter(({ PK }) => PK === `APPLICATION#${applicationId}`).map(({ SK }) => SK);

const refused = async (now = T0): Promise<Submitted> => {
  const one = await submit(world, formOf(), now);
  const taskId = await bringToReview(world, one, now);
  const body = { decision: 'refuse', comment: 'Hors du secteur.' };
  await world.call('AnswerStaffTask', { params: { id: taskId }, staff: ['admin'], body, now: T1 });
  await world.task('applications/close-application', {
    applicationId: one.applicationId,
    outcome: 'refused',
    reason: null,
    now: T1,
  });
  return one;
};

/** A company that joined, was invoiced and paid, and was excluded. */
const former = async () => {
  const one = await joinMember(world, T0);
  const { number } = await invoiceFor(one, T0);
  await payInvoice(number, T0);
  await world.call('ExcludeMember', {
    params: { id: one.number },
    staff: ['admin'],
    body: { reason: 'Manquement à la charte.' },
    now: T1,
  });
  return { ...one, invoice: number };
};

const retention = (time: string) => world.job('rights/retention', { time });
const rights = (applicationId: string, now: string) =>
  world.call('GetDossierRights', { params: { id: applicationId }, staff: ['admin'], now });
const lastCounts = async (): Promise<unknown> => {
  const { findLastRun } = await import('../../../functions/data/schedule-runs.ts');
  return (await findLastRun('retention'))?.counts;
};

describe('every kind of item', () => {
  it('is classified, by its key and as it lies in the table', async () => {
    const keys = await import('../../../functions/data/keys.ts');
    const { HOLDINGS, kindOf } = await import('../../../functions/data/holdings.ts');
    const kinds = Object.keys(keys).filter((name) => name.endsWith('Key'));
    expect(Object.keys(HOLDINGS).sort()).toEqual(kinds.sort());
    await former();
    await refused();
    const unknown = (await everything()).filter((item) => kindOf(item) === null);
    expect(unknown.map(({ PK, SK }) => `${PK} ${SK}`)).toEqual([]);
  });

  it('is told apart from every other', async () => {
    const { HOLDINGS, kindOf } = await import('../../../functions/data/holdings.ts');
    for (const [kind, { pk, sk }] of Object.entries(HOLDINGS)) {
      const full = (start: string) => (start === '' || start.endsWith('#') ? `${start}x` : start);
      expect([kind, kindOf({ PK: full(pk), SK: full(sk) })]).toEqual([kind, kind]);
    }
  });

  it('stands in the register of processing', async () => {
    const { HOLDINGS } = await import('../../../functions/data/holdings.ts');
    const register = readFileSync('docs/privacy.md', 'utf8');
    for (const { pk, sk } of Object.values(HOLDINGS))
      expect(register).toContain(`| \`${pk}\` \`${sk === '' ? '<' : sk}`);
  });
});

describe('an application that came to nothing', () => {
  it('is erased whole after three years, and not a day before', async () => {
    const { applicationId } = await refused();
    await retention('2030-03-19T02:15:00.000Z');
    expect(await keysOf(applicationId)).toContain('APPLICATION');
    await retention(EVE);
    expect(await keysOf(applicationId)).toEqual([]);
    expect(await lastCounts()).toMatchObject({ erased: expect.any(Number) });
    await retention(EVE);
    expect(await lastCounts()).toMatchObject({ erased: 0, removed: 0 });
  });

  it('comes to the same wherever the job is killed', async () => {
    const requests = await comesToTheSame({
      world,
      table,
      arrange: refused,
      act: () => retention(EVE),
      kept: async ({ applicationId }) => {
        const keys = await keysOf(applicationId);
        expect(keys).toEqual([]);
        return { keys, mails: [] };
      },
      died: (outcome) => expect(outcome.status).toBe('rejected'),
    });
    expect(requests).toBeGreaterThan(0);
  });

  it('that staff take up again is in no list any more', async () => {
    const one = await submit(world, formOf(), T0);
    const { recordFailure } = await import('../../../functions/applications/failure.ts');
    const { changeApplication } = await import('../../../functions/data/applications.ts');
    await changeApplication(one.applicationId, (application) => ({
      application: { ...application, executionName: one.applicationId },
      at: T0,
      events: [],
    }));
    world.aws.on('DescribeExecution', () => ({ status: 'FAILED' }));
    await recordFailure(one.applicationId, T1);
    expect(await keysOf(one.applicationId)).toContain('RETENTION');
    await world.call('RestartApplication', { params: { id: one.applicationId }, staff: ['admin'], body: {}, now: T1 });
    expect(await keysOf(one.applicationId)).not.toContain('RETENTION');
  });
});

describe('a member that left', () => {
  it('leaves its accounts for ten years, names nobody, and then goes whole', async () => {
    const { applicationId, number, form, invoice } = await former();
    expect((await rights(applicationId, T1)).body).toMatchObject({ erasedFrom: '2030-03-20' });
    await retention(EVE);
    const left = (await everything()).filter(
      ({ PK }) => PK === `APPLICATION#${applicationId}` || PK === `MEMBER#${number}`,
    );
    const names = left.map(({ SK }) => SK.split('#')[0]);
    expect(new Set(names)).toEqual(
      new Set(['APPLICATION', 'DUES', 'EVENT', 'INVOICE', 'MEMBER', 'PERIOD', 'RECEIVABLE', 'RETENTION']),
    );
    expect(names.filter((name) => name === 'EVENT')).toHaveLength(1);
    const { email, phone } = form.contact;
    const accounts = ['INVOICE', 'RECEIVABLE'];
    const others = left.filter(({ SK }) => !accounts.includes(SK.split('#')[0] ?? ''));
    for (const value of [email, phone]) expect(JSON.stringify(others)).not.toContain(value);
    expect((await world.call('GetInvoice', { params: { number: invoice }, staff: ['admin'], now: EVE })).status).toBe(
      200,
    );
    expect(DossierRights.parse((await rights(applicationId, EVE)).body)).toMatchObject({
      erased: true,
      accounts: { keptUntil: '2037-12-31' },
    });
    const listed = await world.call('ListMembers', { staff: ['admin'], query: { limit: '100' }, now: EVE });
    expect(JSON.stringify(listed.body)).not.toContain(number);

    await retention('2037-12-31T02:15:00.000Z');
    expect(await keysOf(applicationId)).toContain(`INVOICE#${invoice}`);
    await retention('2038-01-01T02:15:00.000Z');
    const traces = (await everything()).filter(
      (item) =>
        item.PK.includes(applicationId) || item.PK === `MEMBER#${number}` || item.GSI2PK === `LEDGER#${applicationId}`,
    );
    expect(traces.filter(({ PK }) => !PK.startsWith('ACCESS#') && !PK.startsWith('MAIL#'))).toEqual([]);
    expect((await world.call('GetInvoice', { params: { number: invoice }, staff: ['admin'], now: EVE })).problem).toBe(
      'not-found',
    );
  });

  it('comes to the same wherever the job is killed, the night after', async () => {
    const requests = await comesToTheSame({
      world,
      table,
      arrange: former,
      act: () => retention(EVE),
      kept: async ({ applicationId, number }) => {
        const keys = await keysOf(applicationId);
        const [lists] = (await everything()).filter(
          ({ PK, SK }) => PK === `APPLICATION#${applicationId}` && SK === 'RETENTION',
        );
        const line = (await everything()).filter(({ PK, SK }) => PK === `MEMBER#${number}` && SK === 'ENTRY');
        return { keys, stage: lists?.stage, from: lists?.from, line, mails: [] };
      },
      died: (outcome) => expect(outcome.status).toBe('rejected'),
    });
    expect(requests).toBeGreaterThan(0);
  });

  it('is named in no cohort any more that it had a place in', async () => {
    const one = await joinMember(world, T0);
    await world.call('OpenCohort', {
      staff: ['admin'],
      body: { name: 'Promotion 2027', from: '2027-01-01', to: '2027-12-31', capacity: 3, milestones: [] },
      now: T0,
    });
    const { changeProgramme, readProgramme } = await import('../../../functions/data/programme.ts');
    const { company } = one.form;
    const candidate = {
      applicationId: one.applicationId,
      caseId: `${one.applicationId}~1`,
      memberNumber: one.number,
      companyName: company.legalName,
      siren: company.siren,
      antenna: 'STE' as const,
    };
    await changeProgramme((programme) => enrol(programme, candidate, { at: T0, on: T0.slice(0, 10) }));
    const left = await world.call('LeaveCohort', {
      params: { id: (await readProgramme()).cohorts[0]?.cohortId ?? '', applicationId: one.applicationId },
      staff: ['admin'],
      body: { reason: 'withdrawn', comment: `${company.legalName} cesse.` },
      now: T1,
    });
    expect(left.status).toBe(200);
    const named = async () => JSON.stringify((await readProgramme()).cohorts).includes(company.legalName);
    expect(await named()).toBe(true);
    await world.call('ExcludeMember', {
      params: { id: one.number },
      staff: ['admin'],
      body: { reason: 'X.' },
      now: T1,
    });
    await retention(EVE);
    expect(await keysOf(one.applicationId)).toEqual([]);
    expect(await named()).toBe(false);
    expect((await readProgramme()).cohorts[0]?.participants).toHaveLength(1);
  });

  it('keeps its accounts for ten years from the last of what was booked, a refund among it', async () => {
    const one = await joinMember(world, T0);
    const { applicationId } = one;
    const { number, totalCents } = await invoiceFor(one, T0);
    await world.call('PayInvoice', {
      params: { number },
      staff: ['treasurer'],
      body: { method: 'transfer', cents: totalCents + 50_00, receivedOn: T1.slice(0, 10), note: '' },
      now: T1,
    });
    const { listPayments } = await import('../../../functions/data/payments.ts');
    const held = (await listPayments(applicationId)).find(({ heldCents }) => heldCents > 0);
    const refunded = await world.call('RefundCredit', {
      params: { id: held?.paymentId ?? '' },
      staff: ['admin'],
      body: { cents: null, reason: 'Payé deux fois.' },
      now: '2028-01-05T08:00:00.000Z',
    });
    expect(refunded.status).toBe(202);
    expect((await rights(applicationId, EVE)).body).toMatchObject({ accounts: { keptUntil: '2038-12-31' } });
  });

  it('is kept while it owes', async () => {
    const one = await joinMember(world, T0);
    await invoiceFor(one, T0);
    await world.call('ExcludeMember', {
      params: { id: one.number },
      staff: ['admin'],
      body: { reason: 'Impayés.' },
      now: T1,
    });
    await retention(EVE);
    expect(await lastCounts()).toMatchObject({ waiting: expect.any(Number) });
    const request = {
      params: { id: one.applicationId },
      staff: ['admin'],
      body: { reason: 'À sa demande.' },
      now: EVE,
    };
    expect((await world.call('EraseDossier', request)).problem).toBe('claim-open');
    await retention('2032-03-20T02:15:00.000Z');
    expect((await rights(one.applicationId, EVE)).body).toMatchObject({ erased: true });
  });
});

describe('a file of the bank', () => {
  it('goes with the payers it names, ten years after its year, wherever the job was killed before', async () => {
    await reconcile(world, bankFile([credit('REF1', 50_00, { payer: 'MARTIN JEANNE' })]), T0);
    const named = async () => (await everything()).filter((item) => JSON.stringify(item).includes('MARTIN JEANNE'));
    expect(await named()).toHaveLength(2);
    await retention('2037-12-31T02:15:00.000Z');
    expect(await named()).toHaveLength(2);
    const { getStatement, listStatements } = await import('../../../functions/data/bank-statements.ts');
    const [file] = (await listStatements({ limit: 10 })).items;
    const { removeAll } = await import('../../../functions/data/dossiers.ts');
    const { bankLineKey, chunkKey } = await import('../../../functions/data/keys.ts');
    const { statementId = '' } = file ?? {};
    // What a run leaves that was killed between the lines and the file.
    await removeAll([bankLineKey(statementId, 0), chunkKey(statementId, 0)]);
    await retention('2038-01-01T02:15:00.000Z');
    expect(await named()).toEqual([]);
    await expect(getStatement(statementId)).rejects.toMatchObject({ type: 'not-found' });
  });
});

describe('a request', () => {
  it('to erase is refused for a member, and heeded for a former one, once however often it is sent', async () => {
    const member = await joinMember(world, T0);
    const request = (id: string) =>
      world.call('EraseDossier', { params: { id }, staff: ['admin'], body: { reason: 'Lettre du 3 mars.' }, now: T1 });
    expect((await request(member.applicationId)).problem).toBe('membership-runs');
    const { applicationId } = await former();
    for (let time = 0; time < 2; time += 1) {
      expect((await request(applicationId)).body).toEqual({ keptUntil: '2037-12-31' });
    }
    const keys = await keysOf(applicationId);
    expect(keys.filter((key) => key.startsWith('EVENT#'))).toHaveLength(1);
  });

  it('for what is held gets all of it, without what is others’', async () => {
    const { applicationId, link, form } = await former();
    for (const options of [{ staff: ['admin'] }, { link }]) {
      const name = 'link' in options ? 'ExportLinkDossier' : 'ExportDossier';
      const reply = await world.call(name, { params: { id: applicationId }, ...options, now: T1 });
      const { sections } = DossierExport.parse(reply.body);
      for (const section of [
        'application',
        'member',
        'periods',
        'tasks',
        'timeline',
        'dues',
        'invoices',
        'ledger',
      ] as const) {
        expect([section, (sections[section] ?? []).length > 0]).toEqual([section, true]);
      }
      expect(reply.text).toContain(form.contact.email);
      for (const secret of ['"token"', '"PK"', '"GSI1PK"', 'staff-admin']) expect(reply.text).not.toContain(secret);
    }
  });
});

/** What staff read one of, and that is no dossier of a company: machines, files of the bank, one question. */
const NO_DOSSIER = [
  'GetStaffTask',
  'GetApplicationWorkflow',
  'ListWorkflowExecutions',
  'GetWorkflowExecution',
  'ListExecutionEvents',
  'GetBankStatement',
  'ListBankLines',
];

describe('the access log', () => {
  it('is written by every route through which staff open a part of a dossier', () => {
    const noted = Object.entries<Route>(ROUTES).flatMap(([name, { caller, method, params, entry }]) => {
      if (caller !== 'staff' || method !== 'GET' || params === undefined) return [];
      const source = readFileSync(`functions/${entry}.api.ts`, 'utf8');
      return /noteOpened\(|invoiceForStaff\(/.test(source) ? [] : [name];
    });
    expect(noted.sort()).toEqual([...NO_DOSSIER].sort());
  });

  it('notes who opened what, once an hour, and is kept a year', async () => {
    const { applicationId, number } = await joinMember(world, T0);
    const open = (now: string) => world.call('GetMember', { params: { id: number }, staff: ['admin'], now });
    for (const now of [T1, '2027-03-20T08:59:59.000Z', '2027-03-20T09:00:00.000Z']) await open(now);
    const { access } = DossierRights.parse((await rights(applicationId, '2027-03-21T08:00:00.000Z')).body);
    expect(access.map(({ at, opened }) => `${at} ${opened}`)).toEqual([
      '2027-03-21T08:00:00.000Z rights',
      '2027-03-20T09:00:00.000Z member',
      '2027-03-20T08:00:00.000Z member',
    ]);
    await retention('2028-03-20T02:15:00.000Z');
    const { listAccess } = await import('../../../functions/data/access-log.ts');
    expect((await listAccess(applicationId)).map(({ at }) => at.slice(0, 10))).toEqual(['2027-03-21']);
  });
});

describe('an address that nobody confirms', () => {
  it('ends its application, when its workflow did not, once', async () => {
    const one = await submit(world, formOf(), T0);
    await askToConfirm(world, one, T0);
    const expire = (time: string) => world.job('applications/expire-applications', { time });
    const statusOf = async () => {
      const { getApplication } = await import('../../../functions/data/applications.ts');
      return (await getApplication(one.applicationId)).status;
    };
    await expire('2027-03-29T08:00:00.000Z');
    expect(await statusOf()).toBe('confirming-email');
    await expire('2027-03-30T08:00:01.000Z');
    await expire('2027-03-31T08:00:01.000Z');
    expect(await statusOf()).toBe('expired');
    const mails = world.mailsTo(one.form.contact.email).map(({ template }) => template);
    expect(mails.filter((template) => template.includes('application-expired'))).toHaveLength(1);
  });
});

describe('the weekly digest', () => {
  it('goes to each reader once a week, in their language, when something waits', async () => {
    const one = await submit(world, formOf(), T0);
    await bringToReview(world, one, T0);
    const readers = [
      { name: 'Samira', email: 'samira@example.org', language: 'fr', antenna: 'STE' },
      { name: 'John', email: 'john@example.org', language: 'en', antenna: null },
      { name: 'Annie', email: 'annie@example.org', language: 'fr', antenna: 'ANN' },
    ];
    for (const body of readers) await world.call('AddDigestReader', { staff: ['admin'], body, now: T0 });
    const digest = (time: string) => world.job('digest/send-weekly-digest', { time });
    await digest('2027-03-22T06:30:00.000Z');
    await digest('2027-03-23T06:30:00.000Z');
    const [mail, ...others] = world.mailsTo('samira@example.org');
    expect(others).toEqual([]);
    expect(mail?.template).toMatch(/weekly-digest-fr$/);
    expect(mail?.data.lines).toContain(one.form.company.legalName);
    expect(world.mailsTo('john@example.org').map(({ template }) => template)).toEqual([
      expect.stringMatching(/weekly-digest-en$/),
    ]);
    expect(world.mailsTo('annie@example.org')).toEqual([]);
    await digest('2027-03-29T05:30:00.000Z');
    expect(world.mailsTo('samira@example.org')).toHaveLength(2);
    const { body } = await world.call('ListDigestReaders', { staff: ['admin'], now: T0 });
    const [first] = z.object({ items: z.array(z.object({ readerId: z.string() })) }).parse(body).items;
    await world.call('RemoveDigestReader', { params: { id: first?.readerId ?? '' }, staff: ['admin'], now: T0 });
    expect((await world.call('ListDigestReaders', { staff: ['admin'], now: T0 })).body.items).toHaveLength(2);
  });
});
