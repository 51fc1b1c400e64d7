import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { ErrorName } from '../../../domain/errors.ts';
import { antennaAssignment } from '../../../workflows/antenna-assignment.ts';
import { dues } from '../../../workflows/dues.ts';
import { highGrowthScreening } from '../../../workflows/high-growth-screening.ts';
import { joining } from '../../../workflows/joining.ts';
import { renewal } from '../../../workflows/renewal.ts';
import { ServiceError } from '../../support/aws-stub.ts';
import { type CrashingService, startCrashing } from '../../support/crashing.ts';
import { invoiceFor, quoteFor } from '../../support/dues.ts';
import { claimsOf } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { madeOnce } from '../../support/made.ts';
import { joinMember } from '../../support/members.ts';
import { askToConfirm, bringToReview, type Submitted, startWorld, submit, type World } from '../../support/world.ts';

// Every name that a workflow retries or catches is thrown by the real handlers, under that very name.

process.env.AWS_MAX_ATTEMPTS = '1';
// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

const T0 = '2026-10-05T08:00:00.000Z';

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
beforeEach(() => world.aws.reset());

/** What Step Functions is told of a failed invocation: the error's name. */
const nameOf = async (run: Promise<unknown>): Promise<string> => {
  const [outcome] = await Promise.allSettled([run]);
  if (outcome.status === 'fulfilled') return 'none';
  return z.object({ name: z.string() }).parse(outcome.reason).name;
};
const withdrawn = madeOnce(
  () => world,
  async (): Promise<Submitted> => {
    const one = await submit(world, formOf(), T0);
    await world.call('WithdrawApplication', { link: one.link, now: T0 });
    return one;
  },
);

const thrown = new Set<string>();
const expectName = async (run: Promise<unknown>, name: string): Promise<void> => {
  expect(await nameOf(run)).toBe(name);
  thrown.add(name);
};

describe('DuplicateCompanyError', () => {
  it('is thrown when another application took the SIREN', async () => {
    const one = await submit(world, formOf(), T0);
    const { releaseSiren } = await import('../../../functions/data/siren-locks.ts');
    const { transact } = await import('../../../functions/data/table.ts');
    await transact([releaseSiren(one.form.company.siren, one.applicationId)]);
    const other = await submit(world, formOf({ company: { siren: one.form.company.siren } }), T0);
    const reserve = ({ applicationId }: Submitted) =>
      world.task('applications/reserve-company', { applicationId, now: T0 });
    await expectName(reserve(one), ErrorName.DuplicateCompany);
    expect(await nameOf(reserve(other))).toBe('none');
  });

  it('is thrown when the company became a member meanwhile', async () => {
    const one = await submit(world, formOf(), T0);
    const { handSirenToMember } = await import('../../../functions/data/siren-locks.ts');
    const { transact } = await import('../../../functions/data/table.ts');
    await transact(handSirenToMember(one.form.company.siren, one.applicationId, 'M000999', T0));
    const run = world.task('applications/reserve-company', { applicationId: one.applicationId, now: T0 });
    await expectName(run, ErrorName.DuplicateCompany);
  });
});

describe('ApplicationWithdrawnError', () => {
  const asking = ['applications/confirm-email', 'applications/review-application', 'applications/escalate-review'];
  it.each([
    ['applications/reserve-company', {}],
    ['applications/look-up-company', {}],
    ['antenna/propose-antenna', {}],
    ['antenna/record-antenna', { antenna: 'STE', assignedBy: 'rule', communeCode: '42218' }],
    ['members/admit-member', {}],
    ...[...asking, 'applications/correct-application', 'antenna/choose-antenna'].map((entry): [string, object] => [
      entry,
      { taskToken: 'token' },
    ]),
  ])('is thrown by %s once the applicant withdrew', async (entry, rest) => {
    const { applicationId } = await withdrawn();
    await expectName(world.task(entry, { applicationId, now: T0, ...rest }), ErrorName.ApplicationWithdrawn);
  });

  const withdrawnOnceInvoiced = madeOnce(
    () => world,
    async () => {
      const one = await submit(world, formOf(), T0);
      const { number } = await invoiceFor(one, T0);
      await quoteFor(one, T0, `${one.applicationId}~other`);
      await world.call('WithdrawApplication', { link: one.link, now: T0 });
      return { ...one, number };
    },
  );
  it.each([
    ['dues/draw-up-quote', (id: string) => ({ duesId: `${id}~joining`, purpose: 'joining', period: null })],
    ['invoices/issue-invoice', (id: string) => ({ duesId: `${id}~other` })],
    ['dues/plan-collection', (_: string, number: string) => ({ number })],
    ['dues/await-payment', (_: string, number: string) => ({ number, taskToken: 'token' })],
    ['dues/remind-company', (_: string, number: string) => ({ number, step: 'reminder:-7' })],
    ['dues/mark-unpaid', (_: string, number: string) => ({ number })],
  ])('is thrown by %s once the applicant withdrew', async (entry, rest) => {
    const { applicationId, number } = await withdrawnOnceInvoiced();
    const input = { applicationId, now: T0, ...rest(applicationId, number) };
    await expectName(world.task(entry, input), ErrorName.ApplicationWithdrawn);
  });

  it('is thrown by record-correction too', async () => {
    const one = await submit(world, formOf(), T0);
    const review = await bringToReview(world, one, T0);
    const body = { decision: 'request-changes', comment: 'Le SIRET.' };
    await world.call('AnswerStaffTask', { staff: claimsOf(['admin']), params: { id: review }, body, now: T0 });
    const { applicationId } = one;
    await world.task('applications/correct-application', { applicationId, now: T0, taskToken: 'token' });
    const taskId = `${applicationId}~correct-application~${Date.parse(T0)}`;
    const answer = { params: { id: taskId }, link: one.link, body: { application: one.form }, now: T0 };
    expect((await world.call('AnswerLinkTask', answer)).status).toBe(202);
    await world.call('WithdrawApplication', { link: one.link, now: T0 });
    const run = world.task('applications/record-correction', { applicationId, now: T0, taskId });
    await expectName(run, ErrorName.ApplicationWithdrawn);
  });
});

describe('CaseClosedError', () => {
  /** A member whose screening was withdrawn before it began. */
  const closed = madeOnce(
    () => world,
    async (): Promise<{ applicationId: string; caseId: string }> => {
      const one = await submit(world, formOf({ growthProgramme: true }), T0);
      const review = await bringToReview(world, one, T0);
      const body = { decision: 'approve', comment: '' };
      await world.call('AnswerStaffTask', { staff: claimsOf(['admin']), params: { id: review }, body, now: T0 });
      const { applicationId } = one;
      await world.task('members/admit-member', { applicationId, now: T0 });
      expect((await world.call('WithdrawCandidacy', { link: one.link, now: T0 })).status).toBe(202);
      return { applicationId, caseId: `${applicationId}~1` };
    },
  );
  const asking = [
    'jury/collect-votes',
    'jury/remind-jurors',
    'jury/ask-chair',
    'growth/ask-company',
    'growth/await-appeal',
  ];
  it.each([
    ...['growth/score-company', 'jury/convene-jury', 'jury/count-votes', 'programme/enrol-in-programme'].map(
      (entry): [string, object] => [entry, {}],
    ),
    ...asking.map((entry): [string, object] => [entry, { taskToken: 'token' }]),
  ])('is thrown by %s once the company withdrew', async (entry, rest) => {
    await expectName(world.task(entry, { ...(await closed()), now: T0, ...rest }), ErrorName.CaseClosed);
  });
});

describe('passing faults', () => {
  it('of the table are TransientStoreError', async () => {
    const { applicationId } = await submit(world, formOf(), T0);
    table.crashAt(1, 'request-lost');
    await expectName(world.task('applications/reserve-company', { applicationId, now: T0 }), ErrorName.TransientStore);
    table.recover();
  });

  it.each([
    ['InternalServiceErrorException', 500],
    ['TooManyRequestsException', 429],
    ['LimitExceededException', 400],
  ])('of the mail service (%s) are TransientMailError', async (name, status) => {
    const { applicationId } = await submit(world, formOf(), T0);
    world.aws.on('SendEmail', () => {
      throw new ServiceError(name, 'stub', status);
    });
    const run = world.task('applications/confirm-email', { applicationId, now: T0, taskToken: 'token' });
    await expectName(run, ErrorName.TransientMail);
  });

  it('of Step Functions are TransientWorkflowError', async () => {
    const one = await submit(world, formOf(), T0);
    const { taskId, link } = await askToConfirm(world, one, T0);
    await world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now: T0 });
    world.aws.on('SendTaskSuccess', () => {
      throw new ServiceError('ThrottlingException');
    });
    const { applicationId } = one;
    const run = world.task('applications/confirm-email', { applicationId, now: T0, taskToken: 'again' });
    await expectName(run, ErrorName.TransientWorkflow);
  });
});

describe('what is no passing fault', () => {
  it('keeps the name it has: a mail address that is refused for good, an application that ended', async () => {
    const { applicationId } = await submit(world, formOf(), T0);
    world.aws.on('SendEmail', () => {
      throw new ServiceError('MessageRejected');
    });
    const ask = { applicationId, now: T0, taskToken: 'token' };
    expect(await nameOf(world.task('applications/confirm-email', ask))).toBe('MailRefusedError');
    world.aws.reset();
    await world.task('applications/close-application', {
      applicationId,
      now: T0,
      outcome: 'expired',
      reason: 'email-unconfirmed',
    });
    expect(await nameOf(world.task('applications/look-up-company', { applicationId, now: T0 }))).toBe('Error');
  });
});

describe('MembershipEndedError', () => {
  const RENEWAL = [
    ['renewal/open-renewal', {}],
    ['renewal/confirm-figures', { taskToken: 'token' }],
    ['renewal/keep-figures', {}],
    ['renewal/plan-arrears', {}],
    ['renewal/await-late-payment', { taskToken: 'token' }],
    ['renewal/suspend-member', {}],
    ['renewal/lapse-member', {}],
    ['renewal/renew-member', {}],
  ] as const;

  it('is what every step of a renewal throws when there is nothing to renew (any more)', async () => {
    const { applicationId, number } = await joinMember(world, T0);
    for (const [entry, rest] of RENEWAL) {
      const input = { applicationId, memberNumber: number, key: '2001-01-01', now: T0, ...rest };
      await expectName(world.task(entry, input), ErrorName.MembershipEnded);
    }
  });
});

/** Names of ours in the definitions: those of services are theirs to throw. */
const named = (definition: object): string[] =>
  [...JSON.stringify(definition).matchAll(/"ErrorEquals":(\[[^\]]*\])/g)]
    .flatMap(([, list]) => z.array(z.string()).parse(JSON.parse(list ?? '[]')))
    .filter((name) => !/^(Lambda|Runtime|Sandbox|States|StepFunctions)\./.test(name));

describe('the workflows', () => {
  it('retry and catch those names, all of them and no other', () => {
    const all = [joining, antennaAssignment, dues, highGrowthScreening, renewal].flatMap(named);
    expect([...new Set(all)].sort()).toEqual([...thrown].sort());
    // Stripe is asked by the API alone, whose caller tries again.
    const others = Object.values(ErrorName).filter((name) => name !== ErrorName.TransientPayment);
    expect([...thrown].sort()).toEqual(others.sort());
  });
});
