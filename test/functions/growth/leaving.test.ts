import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { StoredCase } from '../../../functions/data/growth-cases.ts';
import { ServiceError } from '../../support/aws-stub.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { formOf } from '../../support/forms.ts';
import type { KeptTable } from '../../support/kept-table.ts';
import { type Joined, joinMember, linesOf, memberOf } from '../../support/members.ts';
import { deaths } from '../../support/rerun.ts';
import { candidateForm, enterJurors, leaveUnpaid } from '../../support/screening.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(120_000);

// However a membership ends, what the company has with the growth programme ends with it: in the same transaction, so
// that a crash leaves both or neither, and told afterwards, by the redelivery job where the handler died.

// The SDK's own retries would hide the crash.
process.env.AWS_MAX_ATTEMPTS = '1';

const T0 = '2026-10-05T08:00:00.000Z';
const T1 = '2026-10-06T08:00:00.000Z';
const T2 = '2027-01-02T08:30:00.000Z';

let world: World;
let table: CrashingService;
beforeAll(async () => {
  world = await startWorld();
  table = await startCrashing(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
  await enterJurors((body) => world.call('AddJuror', { staff: ['admin'], body, now: T0 }));
});
afterAll(async () => {
  await table.close();
  await world.close();
});

const caseOf = async ({ applicationId }: Joined): Promise<StoredCase> => {
  const { listCasesOf } = await import('../../../functions/data/growth-cases.ts');
  const [first] = await listCasesOf(applicationId);
  if (first === undefined) throw new Error('There is no case.');
  return first;
};
const programmeNow = async () => (await import('../../../functions/data/programme.ts')).readProgramme();
const step = ({ applicationId }: Joined, now = T0) => ({ applicationId, caseId: `${applicationId}~1`, now });
const tokenOf = ({ applicationId }: Joined) => `votes-${applicationId}`;

/** A member whose jury has been asked to vote. */
const judged = async (): Promise<Joined> => {
  const one = await joinMember(world, T0, candidateForm());
  await world.task('growth/score-company', step(one));
  await world.task('jury/convene-jury', step(one));
  await world.task('jury/collect-votes', { ...step(one), taskToken: tokenOf(one) });
  return one;
};
/** The same without its jury: the state that waits, and its token. */
const waited = async (): Promise<Joined> => {
  const one = await joinMember(world, T0, candidateForm());
  await world.task('growth/score-company', step(one));
  const { writeCase } = await import('../../../functions/data/growth-cases.ts');
  await writeCase(await caseOf(one), { stage: 'voting', token: tokenOf(one) });
  return one;
};
/** A member that was given what there was of the programme; how its jury voted does not matter here. */
const enrolled = async (): Promise<Joined> => {
  const one = await judged();
  await world.task('jury/count-votes', step(one));
  const { place } = (await world.task('programme/enrol-in-programme', step(one))) as { place: string };
  await world.task('growth/close-case', { ...step(one), outcome: place });
  return one;
};
const openCohort = (name: string) =>
  world.call('OpenCohort', {
    staff: ['admin'],
    body: { name, from: '2026-10-01', to: '2029-06-30', capacity: 1, milestones: [] },
    now: T0,
  });
const redeliver = () => world.job('tasks/redeliver-answers', { time: T2 });

/** Every way a membership ends, and the reason the programme keeps. */
const ENDS: Record<string, { reason: string; end: (one: Joined) => Promise<unknown> }> = {
  lapse: {
    reason: 'lapsed',
    end: async ({ applicationId, number }) => {
      const { key } = await leaveUnpaid({ applicationId }, T0);
      await world.task('renewal/lapse-member', { applicationId, memberNumber: number, key, now: T1 });
    },
  },
  exclusion: {
    reason: 'left',
    end: async ({ number }) => {
      const body = { reason: 'Manquement à la charte.' };
      const reply = await world.call('ExcludeMember', { staff: ['admin'], params: { id: number }, body, now: T1 });
      expect(reply.status).toBe(202);
    },
  },
  resignation: {
    reason: 'left',
    end: async ({ number }) => {
      const body = { receivedOn: '2026-10-05', comment: '' };
      const reply = await world.call('TakeResignation', { staff: ['admin'], params: { id: number }, body, now: T1 });
      // Nothing ends before the membership does.
      expect(reply.body.endsOn).toBe('2026-12-31');
      await world.job('membership/end-memberships', { time: '2027-01-01T00:30:00Z' });
    },
  },
  transfer: {
    reason: 'left',
    end: async ({ number }) => {
      const company = { siren: formOf().company.siren, legalName: 'REPRENEUR', siret: null };
      const body = { company, reason: 'Fusion-absorption.' };
      const reply = await world.call('TransferMember', { staff: ['admin'], params: { id: number }, body, now: T1 });
      expect(reply.status).toBe(200);
    },
  },
};

const told = (one: Joined) => world.aws.of('SendTaskFailure').filter(({ taskToken }) => taskToken === tokenOf(one));
const openVotes = async ({ applicationId }: Joined) => {
  const { listTasks } = await import('../../../functions/data/tasks.ts');
  return (await listTasks(applicationId)).filter(({ kind, status }) => kind === 'jury-vote' && status === 'open');
};

// The first of all, while there is little in the table to bring back.
describe('a handler that died while a membership ended', () => {
  it('leaves the membership and the case ended, or neither; the next run and the redelivery job do the rest, once', async () => {
    const lapse = async ({ applicationId, number }: Joined, key: string) =>
      world.task('renewal/lapse-member', { applicationId, memberNumber: number, key, now: T1 });
    const one = await waited();
    const { key } = await leaveUnpaid(one, T0);
    const begun = await world.keep();
    table.recover();
    await lapse(one, key);
    const writes = [...table.writes()];
    const requests = table.recover();
    expect(requests).toBeGreaterThan(5);
    for (const { nth, crash } of deaths(writes, requests)) {
      await begun.bringBack();
      expect(told(one)).toEqual([]);
      table.crashAt(nth, crash);
      await Promise.allSettled([lapse(one, key)]);
      table.recover();
      const [{ status }, { abandoned }] = [await memberOf(one), await caseOf(one)];
      const lapsed = status === 'lapsed';
      expect({ nth, crash, closed: abandoned !== null }).toEqual({ nth, crash, closed: lapsed });
      // Killed after it was written, the redelivery job alone tells the workflow.
      await redeliver();
      if (lapsed) expect({ nth, crash, told: told(one).length > 0 }).toEqual({ nth, crash, told: true });
      await lapse(one, key);
      expect(await caseOf(one)).toMatchObject({ abandoned: { reason: 'lapsed' }, undeliveredSince: null });
      expect(told(one).length).toBeGreaterThan(0);
      expect((await linesOf(one)).filter((type) => type === 'candidacy-closed')).toHaveLength(1);
    }
    begun.close();
  });
});

describe('a company that a jury votes on', () => {
  let one: Joined;
  let begun: KeptTable;
  beforeAll(async () => {
    one = await judged();
    begun = await world.keep();
  });
  beforeEach(() => begun.bringBack());
  afterAll(() => begun.close());

  it.each(Object.entries(ENDS))(
    'leaves by %s: its case is closed, and its workflow told',
    async (_, { reason, end }) => {
      expect(await openVotes(one)).toHaveLength(5);
      await end(one);
      expect(await caseOf(one)).toMatchObject({ abandoned: { reason }, undeliveredSince: null });
      expect(await openVotes(one)).toEqual([]);
      expect(told(one)).toMatchObject([{ error: 'CaseClosedError' }]);
      expect((await linesOf(one)).filter((type) => type === 'candidacy-closed')).toHaveLength(1);
    },
  );

  it('goes on under another name after a transfer, and is screened under it, when it asks', async () => {
    await ENDS.transfer?.end(one);
    await world.task('growth/close-case', { ...step(one, T1), outcome: 'abandoned' });
    const params = { id: one.applicationId };
    expect((await world.call('StartScreening', { staff: ['admin'], params, now: T1 })).status).toBe(202);
    const { getCase } = await import('../../../functions/data/growth-cases.ts');
    expect(await caseOf(one)).toMatchObject({ companyName: one.form.company.legalName, stage: 'abandoned' });
    const second = await getCase(`${one.applicationId}~2`);
    expect(second).toMatchObject({ companyName: 'REPRENEUR', siren: (await memberOf(one)).company.siren });
    const view = await world.call('GetGrowthCompany', { staff: ['admin'], params, now: T1 });
    // The figures were of the company that was.
    expect(view.body).toMatchObject({ companyName: 'REPRENEUR', siren: second.siren, figures: [] });
  });
});

describe('a company in the programme, while another waits for a place', () => {
  let one: Joined;
  let waiting: Joined;
  let begun: KeptTable;
  beforeAll(async () => {
    await openCohort('Promotion Ampère');
    [one, waiting] = [await enrolled(), await enrolled()];
    begun = await world.keep();
  });
  beforeEach(() => begun.bringBack());
  afterAll(() => begun.close());

  it.each(Object.entries(ENDS))('leaves by %s: who waits has its place', async (_, { reason, end }) => {
    expect((await programmeNow()).waiting.entries.map(({ applicationId }) => applicationId)).toEqual([
      waiting.applicationId,
    ]);
    await end(one);
    const { cohorts, waiting: left } = await programmeNow();
    const participants = cohorts.flatMap((cohort) => cohort.participants);
    expect(left.entries).toEqual([]);
    expect(participants.filter(({ applicationId }) => applicationId === one.applicationId)).toMatchObject([
      { exit: { reason } },
    ]);
    expect(participants.filter(({ applicationId }) => applicationId === waiting.applicationId)).toMatchObject([
      { exit: null, told: true },
    ]);
    expect((await linesOf(one)).filter((type) => type === 'programme-left')).toHaveLength(1);
    expect(await caseOf(waiting)).toMatchObject({ stage: 'enrolled' });
  });
});

describe('a company that waits for a place', () => {
  it('waits no more once it is no member; those behind it keep their order', async () => {
    await openCohort('Promotion complète');
    const [, second, third, fourth] = [await enrolled(), await enrolled(), await enrolled(), await enrolled()];
    await ENDS.exclusion?.end(third);
    expect((await programmeNow()).waiting.entries.map(({ applicationId }) => applicationId)).toEqual([
      second.applicationId,
      fourth.applicationId,
    ]);
  });
});

describe('a handler that dies while a membership ends', () => {
  it('is not needed to tell who moved up: the redelivery job does', async () => {
    await openCohort('Promotion sans courrier');
    // Whoever waits already takes the place; the next one waits.
    const waiting = await enrolled();
    const before = await programmeNow();
    const holder = before.cohorts
      .flatMap(({ participants }) => participants)
      .findLast(({ exit, companyName }) => exit === null && companyName !== '');
    const entries = before.waiting.entries.map(({ applicationId }) => applicationId);
    expect(entries.at(-1)).toBe(waiting.applicationId);
    world.aws.on('SendEmail', () => {
      throw new ServiceError('TooManyRequestsException', 'later', 429);
    });
    const body = { reason: 'Manquement.' };
    const id = holder?.memberNumber ?? '';
    await world.call('ExcludeMember', { staff: ['admin'], params: { id }, body, now: T1 });
    world.aws.on('SendEmail', () => ({ MessageId: 'stub' }));
    world.aws.calls.length = 0;
    await redeliver();
    await redeliver();
    const moved = world.aws.of('SendEmail').filter((mail) => JSON.stringify(mail).includes('growth-moved-up'));
    expect(moved).toHaveLength(1);
    const { getApplication } = await import('../../../functions/data/applications.ts');
    const { form } = await getApplication(entries[0] ?? '');
    expect(JSON.stringify(moved)).toContain(form.contact.email);
  });
});
