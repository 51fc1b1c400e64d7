import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ErrorName } from '../../domain/errors.ts';
import { JOINING_POLICY } from '../../domain/joining/policy.ts';
import { formOf } from '../support/forms.ts';
import { type Joining, startJoiningWorld } from '../support/joining.ts';
import type { KeptTable } from '../support/kept-table.ts';
import type { Submitted } from '../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(60_000);

// Every way through both workflows: on the interpreter, with the real handlers and a real table, on a clock that is
// told to move. What is asserted is what people see (status, mails, tasks), what is kept, and the states gone through.

const { days } = JOINING_POLICY;

let joining: Joining;
/** The first company that came before the staff of its antenna, and the world as it was then. */
let first: Submitted;
let begun: KeptTable;
beforeAll(async () => {
  joining = await startJoiningWorld('2026-10-05T08:00:00.000Z');
  first = await confirmed();
  begun = await joining.keep();
});
afterAll(() => {
  begun.close();
  return joining.close();
});
afterEach(() => {
  for (const name of ['AdmitMember', 'LookUpCompany', 'RecordCorrection', 'ReviewApplication', 'RecordAntenna'])
    joining.break(name, '', 0);
});

const applicationOf = async ({ applicationId }: Submitted) => {
  const { getApplication } = await import('../../functions/data/applications.ts');
  return getApplication(applicationId);
};
const holderOf = async ({ form }: Submitted) => {
  const { findSirenLock } = await import('../../functions/data/siren-locks.ts');
  return findSirenLock(form.company.siren);
};
const openTasks = async ({ applicationId }: Submitted) => {
  const { listTasks } = await import('../../functions/data/tasks.ts');
  return (await listTasks(applicationId)).filter(({ status }) => status === 'open' || status === 'answered');
};
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const mailsOf = ({ form }: Submitted, address = form.contact.email) =>
  joining.world.mailsTo(address).map(({ template }) => template.replace(/^test-(.*)-(fr|en)$/, '$1 $2'));

/** Applied, confirmed, and before the staff of its antenna. */
const confirmed = async (form = formOf()): Promise<Submitted> => {
  const one = await joining.apply(form);
  expect((await joining.confirm(one)).status).toBe(202);
  expect((await applicationOf(one)).status).toBe('in-review');
  return one;
};
/** The first that came so far; nothing else has happened yet. */
const inReview = async (): Promise<Submitted> => {
  await begun.bringBack();
  return first;
};
const review = (one: Submitted, decision: string, comment = 'Parce que.') =>
  joining.decide(one, 'review-application', { decision, comment });

/** Approved, and paid. */
const accept = async (one: Submitted): Promise<void> => {
  await review(one, 'approve');
  expect((await applicationOf(one)).status).toBe('awaiting-payment');
  await joining.pay(one);
};
/** The states between the approval and the admission of a company that pays at once. */
const COLLECTED = [
  'Collect dues',
  ...['Draw up quote', 'Anything owed?', 'Issue invoice', 'Plan collection', 'What now?', 'Await payment'],
  ...['Outcome?', 'Dues settled'],
  'Paid?',
];

/** It ended without a membership: in order, its SIREN free, nothing asked any more, its applicant told. */
const expectEnd = async (one: Submitted, status: string, end: string, mail: string): Promise<void> => {
  expect(await applicationOf(one)).toMatchObject({ status, closedAt: expect.any(String), memberNumber: null });
  const { states, status: execution } = await joining.path(one);
  expect([states.at(-1), execution]).toEqual([end, 'SUCCEEDED']);
  expect((await holderOf(one))?.id).not.toBe(one.applicationId);
  expect(await openTasks(one)).toEqual([]);
  expect(mailsOf(one).at(-1)).toBe(`${mail} fr`);
  expect(mailsOf(one).filter((sent) => sent.startsWith(mail))).toHaveLength(1);
};

/** Vienne Condrieu, which Lyon and Grenoble both claim. */
const contested = () => formOf({ establishment: { postcode: '38200', communeCode: '38544' } });

describe('the straight way', () => {
  it('makes a company a member in twenty-four transitions, nested ones included', async () => {
    const one = await confirmed(formOf({ contact: { language: 'en' } }));
    await accept(one);
    expect(await joining.path(one)).toEqual({
      states: [
        'Reserve company',
        'Confirm e-mail',
        'Look up company',
        'Assign antenna',
        ...['Propose antenna', 'Clear cut?', 'Record antenna', 'Antenna recorded'],
        'Placed?',
        'Review application',
        'Approved?',
        ...COLLECTED,
        'Admit member',
        'Screening asked for?',
        'Member admitted',
      ],
      status: 'SUCCEEDED',
    });
    const application = await applicationOf(one);
    expect(application).toMatchObject({ status: 'admitted', antenna: { code: 'STE', assignedBy: 'rule' } });
    expect(await holderOf(one)).toMatchObject({ owner: 'member', id: application.memberNumber });
    expect(mailsOf(one)).toEqual(['confirm-email en', 'invoice-issued en', 'member-admitted en']);
    expect(await openTasks(one)).toEqual([]);
  });

  it('tells no execution anything about people', async () => {
    const one = await inReview();
    await review(one, 'approve', 'Une phrase reconnaissable.');
    await joining.pay(one);
    const { GetExecutionHistoryCommand, SFNClient } = await import('@aws-sdk/client-sfn');
    const sfn = new SFNClient({ endpoint: String(process.env.AWS_ENDPOINT_URL_SFN), region: 'eu-west-3' });
    const arn = String(process.env.JOINING_STATE_MACHINE_ARN).replace(':stateMachine:', ':execution:');
    const history = await sfn.send(new GetExecutionHistoryCommand({ executionArn: `${arn}:${one.applicationId}` }));
    const told = JSON.stringify(history.events);
    for (const personal of [
      one.form.contact.email,
      one.form.contact.lastName,
      one.form.company.siren,
      'reconnaissable',
    ]) {
      expect(told).not.toContain(personal);
    }
  });
});

describe('a company that is known already', () => {
  it('ends as a duplicate when its SIREN is another’s as its workflow comes to it', async () => {
    const form = formOf();
    // Only a fault brings a second application this far: the store refuses it when it is submitted.
    joining.before('ReserveCompany', async () => {
      const { findSirenLock, handSirenToMember } = await import('../../functions/data/siren-locks.ts');
      const { transact } = await import('../../functions/data/table.ts');
      const lock = await findSirenLock(form.company.siren);
      await transact(handSirenToMember(form.company.siren, lock?.id ?? '', 'M999999', joining.now()));
    });
    const one = await joining.apply(form);
    await expectEnd(one, 'duplicate', 'Company already known', 'application-duplicate');
    expect(await holderOf(one)).toMatchObject({ owner: 'member', id: 'M999999' });
  });
});

describe('an address that is never confirmed', () => {
  it('ends the application after its deadline, not before', async () => {
    const one = await joining.apply();
    await joining.advance({ days: days['confirm-email'] });
    expect((await applicationOf(one)).status).toBe('confirming-email');
    await joining.advance({ minutes: 15 });
    await expectEnd(one, 'expired', 'Application expired', 'application-expired');
    expect((await applicationOf(one)).expiryReason).toBe('email-unconfirmed');
  });
});

describe('the public register', () => {
  it('stops nothing when it does not answer', async () => {
    joining.register.behave({ kind: 'down' }, 10);
    const one = await confirmed();
    joining.register.behave({ kind: 'well' });
    expect((await applicationOf(one)).register).toMatchObject({ result: 'unavailable' });
  });

  it('is asked about the company of the application', async () => {
    const form = formOf();
    joining.register.add({
      siren: form.company.siren,
      name: 'SOCIETE CONNUE',
      siret: `${form.company.siren}00001`,
      communeCode: '42218',
      postcode: '42000',
      activity: '62.01Z',
    });
    const one = await confirmed(form);
    expect((await applicationOf(one)).register).toMatchObject({ result: 'found', entry: { name: 'SOCIETE CONNUE' } });
  });
});

describe('a contested territory', () => {
  it('is settled by the staff of either antenna', async () => {
    const one = await joining.apply(contested());
    await joining.confirm(one);
    expect((await applicationOf(one)).status).toBe('assigning-antenna');
    const choice = { antenna: 'GRE', comment: 'Son siège y déménage.' };
    expect((await joining.decide(one, 'choose-antenna', choice, ['antenna:STE'])).problem).toBe('wrong-antenna');
    expect((await joining.decide(one, 'choose-antenna', { antenna: 'STE' }, ['antenna:LYO'])).problem).toBe(
      'invalid-fields',
    );
    expect((await joining.decide(one, 'choose-antenna', choice, ['antenna:GRE'])).status).toBe(202);
    expect(await applicationOf(one)).toMatchObject({
      status: 'in-review',
      antenna: { code: 'GRE', assignedBy: 'staff' },
    });
    const { states } = await joining.path(one);
    expect(states.slice(4, 9)).toEqual([
      'Propose antenna',
      'Clear cut?',
      'Choose antenna',
      'Record antenna',
      'Antenna recorded',
    ]);
  });

  it('falls to the proposal when nobody settles it', async () => {
    const one = await joining.apply(contested());
    await joining.confirm(one);
    await joining.advance({ days: days['choose-antenna'], minutes: 15 });
    const application = await applicationOf(one);
    expect(application).toMatchObject({ status: 'in-review', antenna: { assignedBy: 'deadline' } });
    expect(application.antenna?.code).toBe(application.proposal?.proposed);
    // The question that nobody answered is no longer asked.
    expect((await openTasks(one)).map(({ kind }) => kind)).toEqual(['review-application']);
  });
});

describe('staff who are silent past the due date', () => {
  it('are joined by the head office; who answers first decides', async () => {
    const one = await inReview();
    const before = await joining.task(one, 'review-application');
    await joining.advance({ days: days['review-application'] });
    const after = await joining.task(one, 'review-application');
    expect(after).toMatchObject({ taskId: before.taskId, status: 'open', audience: { headOffice: true } });
    expect((await joining.decide(one, 'review-application', { decision: 'approve' }, ['antenna:STE'])).status).toBe(
      202,
    );
    await joining.pay(one);
    const { states } = await joining.path(one);
    expect(states.slice(-6 - COLLECTED.length)).toEqual([
      'Review application',
      'Escalate review',
      'Approved?',
      ...COLLECTED,
      'Admit member',
      'Screening asked for?',
      'Member admitted',
    ]);
    expect((await linesOf(one)).filter((type) => type === 'review-escalated')).toHaveLength(1);
  });

  it('may be answered for by the head office, which refuses', async () => {
    const one = await inReview();
    await joining.advance({ days: days['review-application'] });
    expect((await review(one, 'refuse')).status).toBe(202);
    await expectEnd(one, 'refused', 'Application refused', 'application-refused');
  });

  it('let the application expire when the head office is silent too', async () => {
    const one = await inReview();
    await joining.advance({ days: days['review-application'] + days.escalated, minutes: 15 });
    await expectEnd(one, 'expired', 'Application expired', 'application-expired');
    expect((await applicationOf(one)).expiryReason).toBe('review-unanswered');
  });
});

describe('a refusal', () => {
  it('ends the application, with its reason in the mail', async () => {
    const one = await inReview();
    await review(one, 'refuse', 'Hors du champ du cluster.');
    await expectEnd(one, 'refused', 'Application refused', 'application-refused');
    const mail = joining.world.mailsTo(one.form.contact.email).at(-1);
    expect(mail?.data.comment).toBe('Hors du champ du cluster.');
    expect((await applicationOf(one)).refusalComment).toBe('Hors du champ du cluster.');
  });
});

describe('changes requested', () => {
  it('twice, made twice, at one instant of a clock that stands still', async () => {
    const one = await inReview();
    await review(one, 'request-changes', 'Le nom.');
    expect((await applicationOf(one)).status).toBe('changes-requested');
    const named = { ...one.form, company: { ...one.form.company, legalName: 'Un autre nom' } };
    expect((await joining.correct(one, named)).status).toBe(202);
    expect(await applicationOf(one)).toMatchObject({ status: 'in-review', form: named });
    await review(one, 'request-changes', 'Le programme.');
    const twice = { ...named, growthProgramme: true };
    await joining.correct(one, twice);
    await accept(one);
    expect(await applicationOf(one)).toMatchObject({ status: 'admitted', form: twice });
    expect(mailsOf(one)).toEqual([
      'confirm-email fr',
      'changes-requested fr',
      'changes-requested fr',
      'invoice-issued fr',
      'member-admitted fr',
      'growth-not-eligible fr',
    ]);
    const { states } = await joining.path(one);
    const round = [
      ...['Correct application', 'Record correction', 'E-mail changed?', 'Look up company', 'Assign antenna'],
      ...['Propose antenna', 'Clear cut?', 'Record antenna', 'Antenna recorded', 'Placed?', 'Review application'],
      'Approved?',
    ];
    expect(states.slice(11)).toEqual([
      ...round,
      ...round,
      ...COLLECTED,
      'Admit member',
      'Screening asked for?',
      'Screen for growth',
      'Member admitted',
    ]);
  });

  it('have a new address confirmed through a mail to that address', async () => {
    const one = await inReview();
    await review(one, 'request-changes');
    const address = `nouvelle.${one.form.company.siren}@example.fr`;
    await joining.correct(one, { ...one.form, contact: { ...one.form.contact, email: address } });
    expect(await applicationOf(one)).toMatchObject({ status: 'confirming-email', emailConfirmedAt: null });
    // The link mailed to the former address proves nothing of the new one.
    expect((await joining.confirm(one)).problem).toBe('mailed-link-required');
    expect((await joining.confirm(one, address)).status).toBe(202);
    const application = await applicationOf(one);
    expect(application).toMatchObject({ status: 'in-review', consent: { signer: { email: address } } });
    expect(application.consent.confirmation).not.toBeNull();
    expect(mailsOf(one, address)).toEqual(['confirm-email fr']);
  });

  it('move the company to another antenna when its commune changes', async () => {
    const one = await inReview();
    await review(one, 'request-changes');
    const lyon = { ...one.form, establishment: { ...one.form.establishment, postcode: '69100', communeCode: '69266' } };
    await joining.correct(one, lyon);
    expect(await applicationOf(one)).toMatchObject({
      status: 'in-review',
      antenna: { code: 'LYO' },
      commune: { code: '69266' },
    });
    expect(await joining.task(one, 'review-application')).toMatchObject({ audience: { antennas: ['LYO'] } });
  });

  it('expire when they are not made', async () => {
    const one = await inReview();
    await review(one, 'request-changes');
    await joining.advance({ days: days['correct-application'], minutes: 15 });
    await expectEnd(one, 'expired', 'Application expired', 'application-expired');
    expect((await applicationOf(one)).expiryReason).toBe('changes-not-made');
  });
});

describe('withdrawal', () => {
  const withdraw = (one: Submitted) => joining.call('WithdrawApplication', { link: one.link });
  const ends = async (one: Submitted) => {
    expect((await withdraw(one)).status).toBe(202);
    await expectEnd(one, 'withdrawn', 'Application withdrawn', 'application-withdrawn');
    // The company may apply again at once.
    const again = await joining.apply(formOf({ company: { siren: one.form.company.siren } }));
    expect((await holderOf(one))?.id).toBe(again.applicationId);
  };

  it('while the address is to be confirmed', async () => ends(await joining.apply()));
  it('while the antenna is to be chosen', async () => {
    const one = await joining.apply(contested());
    await joining.confirm(one);
    await ends(one);
  });
  it('while it is reviewed', async () => ends(await inReview()));
  it('once it is escalated', async () => {
    const one = await inReview();
    await joining.advance({ days: days['review-application'] });
    await ends(one);
  });
  it('while changes are to be made', async () => {
    const one = await inReview();
    await review(one, 'request-changes');
    await ends(one);
  });

  it.each(['ReserveCompany', 'ConfirmEmail', 'LookUpCompany', 'ProposeAntenna', 'RecordAntenna', 'ReviewApplication'])(
    'between two steps: %s finds it withdrawn',
    async (functionName) => {
      const form = formOf();
      joining.before(functionName, async () => {
        const lock = await holderOf({ applicationId: '', link: '', form });
        const { withdrawApplication } = await import('../../functions/applications/withdraw.ts');
        await withdrawApplication(lock?.id ?? '', joining.now());
      });
      const one = await joining.apply(form);
      if ((await applicationOf(one)).status === 'confirming-email') await joining.confirm(one);
      await ends(one);
    },
  );

  it('after the decision, before the admission', async () => {
    const one = await inReview();
    joining.before('AdmitMember', () =>
      joining.world.call('WithdrawApplication', { link: one.link, now: joining.now() }),
    );
    await accept(one);
    await ends(one);
  });

  it('is refused once it has ended', async () => {
    const one = await inReview();
    await accept(one);
    expect((await withdraw(one)).problem).toBe('application-closed');
  });
});

describe('faults', () => {
  it('that pass are retried, and leave no trace', async () => {
    const one = await joining.apply();
    joining.break('LookUpCompany', ErrorName.TransientStore, 3);
    // What Step Functions calls a function whose process died, out of memory say.
    joining.break('RecordAntenna', 'Runtime.ExitError', 2);
    joining.break('ReviewApplication', 'Lambda.TooManyRequestsException', 2);
    joining.break('AdmitMember', ErrorName.TransientMail, 2);
    await joining.confirm(one);
    await joining.advance({ minutes: 2 });
    await accept(one);
    await joining.advance({ minutes: 2 });
    expect((await applicationOf(one)).status).toBe('admitted');
    expect((await linesOf(one)).filter((type) => type === 'member-admitted')).toHaveLength(1);
  });

  it('that do not pass end it as failed: nothing half kept, the applicant told; staff restart it where it stopped', async () => {
    const one = await inReview();
    joining.break('AdmitMember', 'TypeError');
    await accept(one);
    expect(await applicationOf(one)).toMatchObject({ status: 'failed', memberNumber: null });
    expect(await holderOf(one)).toBeNull();
    expect(await openTasks(one)).toEqual([]);
    expect(mailsOf(one).at(-1)).toBe('application-failed fr');
    expect((await joining.path(one)).status).toBe('FAILED');

    joining.break('AdmitMember', '', 0);
    const restarted = await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect([restarted.status, restarted.body.status]).toEqual([202, 'awaiting-payment']);
    expect((await applicationOf(one)).status).toBe('admitted');
    expect((await joining.path(one)).status).toBe('SUCCEEDED');
    expect(mailsOf(one)).toEqual([
      'confirm-email fr',
      'invoice-issued fr',
      'application-failed fr',
      'member-admitted fr',
    ]);
  });

  it('in the nested workflow fail it too, and a restart goes on within', async () => {
    const one = await joining.apply();
    joining.break('RecordAntenna', 'TypeError');
    await joining.confirm(one);
    expect((await applicationOf(one)).status).toBe('failed');
    joining.break('RecordAntenna', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect(await applicationOf(one)).toMatchObject({ status: 'in-review', antenna: { code: 'STE' } });
    await accept(one);
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('while people are asked: a restart asks again, with a new deadline', async () => {
    const one = await joining.apply();
    joining.break('ReviewApplication', 'TypeError');
    await joining.confirm(one);
    expect((await applicationOf(one)).status).toBe('failed');
    await joining.advance({ days: 5 });
    joining.break('ReviewApplication', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    const task = await joining.task(one, 'review-application');
    expect(task).toMatchObject({ status: 'open', openedAt: joining.now() });
    await accept(one);
    expect((await applicationOf(one)).status).toBe('admitted');
  });

  it('older than an execution can be redriven for: a new one passes over what was done', async () => {
    const one = await inReview();
    joining.break('AdmitMember', 'TypeError');
    await accept(one);
    await joining.advance({ days: 20 });
    joining.break('AdmitMember', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect(await applicationOf(one)).toMatchObject({ status: 'admitted', executionName: `${one.applicationId}-1` });
    expect(mailsOf(one)).toEqual([
      'confirm-email fr',
      'invoice-issued fr',
      'application-failed fr',
      'member-admitted fr',
    ]);
  });

  it.each([
    ['goes on with the execution', 1],
    ['starts a new one', 20],
  ])('while a correction is recorded: a restart that %s keeps it, and has its address confirmed', async (_, days) => {
    const one = await inReview();
    await review(one, 'request-changes');
    joining.break('RecordCorrection', 'TypeError');
    const email = `corrected-${days}@example.com`;
    await joining.correct(one, { ...one.form, contact: { ...one.form.contact, email } });
    expect((await applicationOf(one)).status).toBe('failed');
    await joining.advance({ days });
    joining.break('RecordCorrection', '', 0);
    await joining.call('RestartApplication', { staff: ['admin'], params: { id: one.applicationId } });
    expect(await applicationOf(one)).toMatchObject({ status: 'confirming-email', form: { contact: { email } } });
    expect((await joining.confirm(one, email)).status).toBe(202);
    await accept(one);
    expect(await applicationOf(one)).toMatchObject({ status: 'admitted', form: { contact: { email } } });
  });
});

describe('an interruption between storing and telling', () => {
  it('of an answer: the redelivery job tells it', async () => {
    const one = await inReview();
    const { taskId } = await joining.task(one, 'review-application');
    const { getTask, writeTask } = await import('../../functions/data/tasks.ts');
    const { changeApplication } = await import('../../functions/data/applications.ts');
    // What a process leaves that died after its transaction: everything stored, nobody told.
    const task = await getTask(taskId);
    const answer = { by: { kind: 'system' as const }, at: joining.now(), value: { decision: 'approve', comment: '' } };
    await writeTask(task, { status: 'answered', answer, answeredWith: { keySha256: null, bodySha256: '' } });
    await changeApplication(one.applicationId, (application) => ({
      application: { ...application, status: 'approved' },
      at: joining.now(),
      events: [],
    }));
    await joining.advance({ minutes: 5 });
    expect((await applicationOf(one)).status).toBe('approved');
    await joining.redeliver();
    expect((await applicationOf(one)).status).toBe('awaiting-payment');
  });

  it('of a withdrawal: the redelivery job tells it', async () => {
    const one = await inReview();
    const { withdrawApplication } = await import('../../functions/applications/withdraw.ts');
    await withdrawApplication(one.applicationId, joining.now());
    await joining.redeliver();
    await expectEnd(one, 'withdrawn', 'Application withdrawn', 'application-withdrawn');
  });
});

it('went through every state of joining and of antenna-assignment', async () => {
  const { joining: machine } = await import('../../workflows/joining.ts');
  const { antennaAssignment } = await import('../../workflows/antenna-assignment.ts');
  const seen = joining.everEntered();
  const all = [...Object.keys(machine.States), ...Object.keys(antennaAssignment.States)];
  expect(all.filter((state) => !seen.has(state))).toEqual([]);
});
