import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationForm } from '../../../domain/application/form.ts';
import { type LocalRegister, startLocalRegister } from '../../../local/register/server.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { claimsOf } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { madeOnce } from '../../support/made.ts';
import { comesToTheSame } from '../../support/rerun.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// Whatever a handler was doing when it died, running it again comes to the same end: each handler is killed around every
// write it makes of the table, before it arrives and before its answer does.

// The SDK's own retries would hide the crash.
process.env.AWS_MAX_ATTEMPTS = '1';

const T0 = '2026-10-05T08:00:00.000Z';
const T1 = '2026-10-06T08:00:00.000Z';
const T2 = '2026-10-07T08:00:00.000Z';
const headOffice = claimsOf(['admin']);

let world: World;
let register: LocalRegister;
let table: CrashingService;
beforeAll(async () => {
  [world, register] = await Promise.all([startWorld(), startLocalRegister()]);
  table = await startCrashing(String(process.env.AWS_ENDPOINT_URL_DYNAMODB));
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
  process.env.REGISTER_URL = register.url;
});
afterAll(async () => {
  await Promise.all([table.close(), register.close()]);
  await world.close();
});

type Ready = Submitted & { taskId: string; link: string; mailed: string; corrected: ApplicationForm };
const ready = (submitted: Submitted, rest: Partial<Ready> = {}): Ready => ({
  taskId: '',
  mailed: '',
  corrected: submitted.form,
  ...submitted,
  ...rest,
});

const asking = ({ applicationId }: Submitted, now = T1) => ({
  applicationId,
  now,
  taskToken: `token-${applicationId}`,
});
const step = ({ applicationId }: Submitted, now = T1) => ({ applicationId, now });
const first = (make: () => Promise<Ready>) => madeOnce(() => world, make);
const submitted = first(async () => ready(await submit(world, formOf(), T0)));
const confirmable = first(async () => {
  const one = await submitted();
  const { taskId, link } = await askToConfirm(world, one, T0);
  return ready(one, { taskId, mailed: link });
});
const inReview = first(async () => {
  const one = await submitted();
  return ready(one, { taskId: await bringToReview(world, one, T0) });
});
const answer = (taskId: string, body: Record<string, unknown>, key?: string) =>
  world.call('AnswerStaffTask', {
    staff: headOffice,
    params: { id: taskId },
    body,
    now: T1,
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
const decided = (decision: string) =>
  first(async () => {
    const one = await inReview();
    await answer(one.taskId, { decision, comment: 'Parce que.' });
    return one;
  });
const changesRequested = decided('request-changes');
const correctable = first(async () => {
  const one = await changesRequested();
  await world.task('applications/correct-application', { ...step(one), taskToken: `correct-${one.applicationId}` });
  const corrected = { ...one.form, contact: { ...one.form.contact, email: `new.${one.form.contact.email}` } };
  return { ...one, corrected, taskId: `${one.applicationId}~correct-application~${Date.parse(T1)}` };
});
const corrected = first(async () => {
  const one = await correctable();
  await world.call('AnswerLinkTask', {
    params: { id: one.taskId },
    link: one.link,
    body: { application: one.corrected },
    now: T1,
  });
  return one;
});
const proposed = first(async () => {
  const one = await submitted();
  await world.task('antenna/propose-antenna', step(one, T0));
  return one;
});

/** Everything kept of an application, without what differs from one to the next. */
const kept = async ({ applicationId, form, corrected: changed }: Ready): Promise<{ mails: unknown[] }> => {
  const { findApplication } = await import('../../../functions/data/applications.ts');
  const { listTasks } = await import('../../../functions/data/tasks.ts');
  const { listTimeline } = await import('../../../functions/data/timeline.ts');
  const { findSirenLock } = await import('../../../functions/data/siren-locks.ts');
  const { findMember } = await import('../../../functions/data/members.ts');
  const application = await findApplication(applicationId);
  const all = {
    application: { ...application, version: 0, updatedAt: '' },
    tasks: (await listTasks(applicationId)).map((task) => ({ ...task, revision: 0 })),
    timeline: await listTimeline(applicationId),
    lock: await findSirenLock(form.company.siren),
    member: await findMember(application?.memberNumber ?? 'none'),
    mails: [...new Set([form.contact.email, changed.contact.email])].flatMap((address) =>
      world.mailsTo(address).map(({ template, data }) => ({ template, keys: Object.keys(data) })),
    ),
  };
  const text = JSON.stringify(all)
    .replaceAll(applicationId, 'APPLICATION')
    .replaceAll(form.company.siren, 'SIREN')
    .replace(/M\d{6}/g, 'NUMBER')
    .replace(/"linkSha256":"\w+"/g, '"linkSha256":"HASH"')
    .replace(/"(keySha256|bodySha256)":"\w+"/g, '"$1":"HASH"');
  return JSON.parse(text);
};

const STEPS: [string, () => Promise<Ready>, (one: Ready) => Promise<unknown>][] = [
  ['reserve company', submitted, (one) => world.task('applications/reserve-company', step(one))],
  ['confirm e-mail', submitted, (one) => world.task('applications/confirm-email', asking(one))],
  ['look up company', submitted, (one) => world.task('applications/look-up-company', step(one))],
  ['propose antenna', confirmable, (one) => world.task('antenna/propose-antenna', step(one))],
  [
    'record antenna',
    proposed,
    (one) =>
      world.task('antenna/record-antenna', { ...step(one), antenna: 'STE', assignedBy: 'rule', communeCode: '42218' }),
  ],
  ['escalate review', inReview, (one) => world.task('applications/escalate-review', asking(one))],
  ['correct application', changesRequested, (one) => world.task('applications/correct-application', asking(one))],
  [
    'record correction',
    corrected,
    (one) => world.task('applications/record-correction', { ...step(one, T2), taskId: one.taskId }),
  ],
  ['admit member', decided('approve'), (one) => world.task('members/admit-member', step(one))],
  [
    'close application, refused',
    decided('refuse'),
    (one) => world.task('applications/close-application', { ...step(one), outcome: 'refused', reason: null }),
  ],
  [
    'close application, expired',
    confirmable,
    (one) =>
      world.task('applications/close-application', { ...step(one), outcome: 'expired', reason: 'email-unconfirmed' }),
  ],
];
/** Posts of the API: a crash answers 503, and the client posts again with its key. */
const POSTS: [string, () => Promise<Ready>, (one: Ready) => Promise<{ status: number }>][] = [
  [
    'confirming the address',
    confirmable,
    (one) =>
      world.call('AnswerLinkTask', {
        params: { id: one.taskId },
        link: one.mailed,
        body: {},
        now: T1,
        idempotencyKey: `confirm-${one.applicationId}`,
      }),
  ],
  [
    'deciding',
    inReview,
    (one) => answer(one.taskId, { decision: 'approve', comment: '' }, `decide-${one.applicationId}`),
  ],
  ['withdrawing', inReview, (one) => world.call('WithdrawApplication', { link: one.link, now: T1 })],
];

const killing = (
  arrange: () => Promise<Ready>,
  act: (one: Ready) => Promise<unknown>,
  died: (outcome: PromiseSettledResult<unknown>) => void,
): Promise<number> => comesToTheSame({ world, table, arrange, act, kept, died });

describe('a step that died', () => {
  it.each(STEPS)('%s comes to the same when it is run again', async (_, arrange, act) => {
    const requests = await killing(arrange, act, (outcome) => {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'TransientStoreError' } });
    });
    expect(requests).toBeGreaterThan(0);
  });
});

describe('a post that died', () => {
  it.each(POSTS)('%s comes to the same when it is sent again', async (_, arrange, act) => {
    await killing(arrange, act, (outcome) => {
      // The answer itself may have been stored before the crash: the rest is the redelivery job's.
      expect(outcome).toMatchObject({ status: 'fulfilled' });
      expect([202, 503]).toContain((outcome as PromiseFulfilledResult<{ status: number }>).value.status);
    });
  });
});
