import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { JURY_POLICY } from '../../domain/jury/policy.ts';
import { highGrowthScreening } from '../../workflows/high-growth-screening.ts';
import { formOf } from '../support/forms.ts';
import { type Joining, startJoiningWorld } from '../support/joining.ts';
import type { KeptTable } from '../support/kept-table.ts';
import { candidateForm, figuresOf, type JurorName, type Screening, startScreeningWorld } from '../support/screening.ts';
import type { Submitted } from '../support/world.ts';

// Many real requests a test, on a machine that may be busy with others.
jest.setTimeout(120_000);

// Every way through the screening: on the interpreter, with the real handlers and a real table, on a clock that is told
// to move.

const { days } = JURY_POLICY;
const ALL = ['claire', 'hassan', 'ines', 'julien', 'mathilde'] as const satisfies readonly JurorName[];

let joining: Joining;
let screening: Screening;
/** The first member whose jury was asked to vote, and the world as it was then. */
let first: Submitted;
let begun: KeptTable;
beforeAll(async () => {
  joining = await startJoiningWorld('2026-10-05T08:00:00.000Z');
  screening = await startScreeningWorld(joining);
  first = await screening.member();
  begun = await joining.keep();
});
afterAll(() => {
  begun.close();
  return joining.close();
});

/** A member whose jury has been asked to vote; nothing else has happened yet. */
const judged = async (): Promise<Submitted> => {
  await begun.bringBack();
  return first;
};

const path = (one: Submitted) => joining.path(one, 'high-growth-screening');
const linesOf = async ({ applicationId }: Submitted) => {
  const { listTimeline } = await import('../../functions/data/timeline.ts');
  return (await listTimeline(applicationId)).map(({ happening }) => happening.type);
};
const openTasks = async ({ applicationId }: Submitted) => {
  const { listTasks } = await import('../../functions/data/tasks.ts');
  return (await listTasks(applicationId)).filter(({ status }) => status === 'open' || status === 'answered');
};
/** Everybody who sits votes. */
const allVote = async (one: Submitted, ...votes: string[]): Promise<void> => {
  for (const [at, name] of (await screening.seats(one)).entries()) {
    expect(await screening.vote(one, name, votes[at] ?? votes[0] ?? 'admit')).toMatchObject({ problem: null });
  }
};
/** The case ended in order: nothing is asked any more, nothing is left to deliver, and the company may be screened again. */
const expectEnd = async (one: Submitted, stage: string, end: string): Promise<void> => {
  expect(await screening.case(one)).toMatchObject({
    stage,
    endedAt: expect.any(String),
    token: null,
    undeliveredSince: null,
  });
  const { states, status } = await path(one);
  expect([states.at(-1), status]).toEqual([end, 'SUCCEEDED']);
  expect(await openTasks(one)).toEqual([]);
  const { readProfile } = await import('../../functions/data/growth-profiles.ts');
  const { getApplication } = await import('../../functions/data/applications.ts');
  expect((await readProfile(await getApplication(one.applicationId))).openCaseId).toBeNull();
};

describe('a company that did not ask for it', () => {
  it('is admitted and not screened', async () => {
    const one = await screening.member(formOf({ growthProgramme: false }));
    expect((await joining.path(one)).states.slice(-3)).toEqual([
      'Admit member',
      'Screening asked for?',
      'Member admitted',
    ]);
    await expect(screening.case(one)).rejects.toThrow('no case');
  });
});

describe('a company that is not eligible', () => {
  it('ends with each criterion and what it gave', async () => {
    const one = await screening.member(candidateForm(100, 101, 102, 103));
    expect((await joining.path(one)).states.slice(-2)).toEqual(['Screen for growth', 'Member admitted']);
    expect((await path(one)).states).toEqual([
      'Score company',
      'Before the jury?',
      'Close case',
      'Outcome?',
      'Not eligible',
    ]);
    await expectEnd(one, 'not-eligible', 'Not eligible');
    expect(screening.mails(one).slice(-2)).toEqual(['member-admitted', 'growth-not-eligible']);
    const mail = joining.world.mailsTo(one.form.contact.email).at(-1);
    expect(mail?.data.reasons).toContain('Non rempli : de 100 salariés en 2022 à 103 salariés en 2025');
  });
});

describe('a majority for', () => {
  it('gives a place in a cohort, once everybody has voted', async () => {
    const cohort = { name: 'Automne', from: '2026-10-01', to: '2029-06-30', capacity: 1, milestones: [] };
    expect((await joining.call('OpenCohort', { staff: ['admin'], body: cohort })).status).toBe(200);
    const one = await screening.member();
    expect([...(await screening.seats(one))].sort()).toEqual([...ALL]);
    for (const name of ALL.slice(0, 4)) await screening.vote(one, name, 'admit', `Convaincu, dit ${name}.`);
    // Three of five would do, but nobody's vote is cut short.
    expect((await screening.case(one)).stage).toBe('voting');
    await screening.vote(one, 'mathilde', 'decline');
    expect((await path(one)).states).toEqual([
      ...['Score company', 'Before the jury?', 'Convene jury', 'Quorum within reach?', 'Collect votes', 'Count votes'],
      ...['Verdict?', 'Enrol in programme', 'Close case', 'Outcome?', 'Enrolled in programme'],
    ]);
    await expectEnd(one, 'enrolled', 'Enrolled in programme');
    expect(screening.mails(one).slice(-2)).toEqual(['growth-before-jury', 'growth-enrolled']);
    expect(screening.mailsToJuror('claire', one)).toContain('jury-invited');
    expect(await linesOf(one)).toEqual(
      expect.arrayContaining([
        'screening-opened',
        'screening-scored',
        'jury-convened',
        'vote-cast',
        'votes-counted',
        'programme-enrolled',
      ]),
    );
  });

  it('puts the next on the waiting list, who moves up when a place is free', async () => {
    const two = await screening.member();
    await allVote(two, 'admit');
    await expectEnd(two, 'waiting-list', 'On the waiting list');
    expect(screening.mails(two).at(-1)).toBe('growth-waiting');
    const programme = await joining.call('GetProgramme', { staff: ['admin'] });
    const [cohort] = programme.body.cohorts as { cohortId: string; participants: { applicationId: string }[] }[];
    const params = { id: cohort?.cohortId ?? '', applicationId: cohort?.participants[0]?.applicationId ?? '' };
    const exit = { reason: 'graduated', comment: 'Toutes les étapes sont franchies.' };
    expect((await joining.call('LeaveCohort', { staff: ['admin'], params, body: exit })).status).toBe(200);
    expect(await screening.case(two)).toMatchObject({ stage: 'enrolled', cohortId: cohort?.cohortId });
    expect(screening.mails(two).at(-1)).toBe('growth-moved-up');
    expect(await linesOf(two)).toContain('programme-moved-up');
  });
});

describe('a quorum at the deadline', () => {
  it('is enough: the silent were reminded, the votes there are decide', async () => {
    const one = await judged();
    for (const name of ['hassan', 'ines', 'julien'] as const) await screening.vote(one, name, 'admit');
    await joining.advance({ days: days['jury-vote'] });
    expect(screening.mailsToJuror('claire', one).at(-1)).toBe('jury-reminded');
    expect(screening.mailsToJuror('hassan', one).at(-1)).not.toBe('jury-reminded');
    await joining.advance({ days: days['jury-reminder'], minutes: 15 });
    const { sessions } = await screening.case(one);
    expect(sessions[0]?.verdict).toMatchObject({ verdict: 'admit', admit: 3, silent: 2, quorum: 3 });
    expect((await path(one)).states.slice(3, 8)).toEqual([
      'Quorum within reach?',
      'Collect votes',
      'Remind jurors',
      'Count votes',
      'Verdict?',
    ]);
  });

  it('may still come after the reminder', async () => {
    const one = await judged();
    await joining.advance({ days: days['jury-vote'] });
    await allVote(one, 'admit');
    expect((await screening.case(one)).endedAt).not.toBeNull();
  });
});

describe('no quorum', () => {
  it('leads to another session, and after three ends without a decision', async () => {
    const one = await judged();
    const session = { days: days['jury-vote'] + days['jury-reminder'], minutes: 15 };
    await screening.vote(one, 'hassan', 'admit');
    await joining.advance(session);
    expect(await screening.case(one)).toMatchObject({ stage: 'next-session' });
    expect(await openTasks(one)).toEqual([]);
    await joining.advance({ days: days['next-session'] });
    expect((await screening.case(one)).sessions).toHaveLength(2);
    for (let next = 0; next < 2; next += 1) {
      await joining.advance(session);
      await joining.advance({ days: days['next-session'] });
    }
    await expectEnd(one, 'undecided', 'Undecided');
    expect((await screening.case(one)).sessions).toHaveLength(3);
    expect(screening.mails(one).at(-1)).toBe('growth-undecided');
  });
});

describe('a tie', () => {
  it('is settled by the chair’s vote when there is one', async () => {
    const one = await judged();
    for (const [name, vote] of [
      ['claire', 'decline'],
      ['hassan', 'decline'],
      ['ines', 'admit'],
      ['julien', 'admit'],
    ] as const) {
      await screening.vote(one, name, vote);
    }
    await joining.advance({ days: days['jury-vote'] + days['jury-reminder'], minutes: 15 });
    expect((await screening.case(one)).sessions[0]?.verdict).toMatchObject({ verdict: 'decline', byChair: true });
    expect((await screening.case(one)).stage).toBe('appeal-open');
  });

  const even = async (): Promise<Submitted> => {
    const one = await judged();
    for (const [name, vote] of [
      ['hassan', 'decline'],
      ['mathilde', 'decline'],
      ['ines', 'admit'],
      ['julien', 'admit'],
    ] as const) {
      await screening.vote(one, name, vote);
    }
    await joining.advance({ days: days['jury-vote'] + days['jury-reminder'], minutes: 15 });
    expect(await screening.case(one)).toMatchObject({ stage: 'chair-asked' });
    return one;
  };

  it('is put to a chair who has not voted', async () => {
    const one = await even();
    expect(screening.mailsToJuror('claire', one).at(-1)).toBe('jury-chair-asked');
    expect((await openTasks(one)).map(({ audience }) => audience)).toEqual([
      { kind: 'jury', jurorId: await screening.jurorId('claire') },
    ]);
    expect((await screening.vote(one, 'claire', 'ask-more')).problem).toBe('invalid-fields');
    expect((await screening.vote(one, 'claire', 'admit')).problem).toBeNull();
    expect((await screening.case(one)).sessions[0]?.verdict).toMatchObject({
      verdict: 'admit',
      byChair: false,
      admit: 3,
    });
    expect((await path(one)).states).toContain('Ask chair');
  });

  it('leads to another session when the chair is silent', async () => {
    const one = await even();
    await joining.advance({ days: days['chair-vote'], minutes: 15 });
    expect(await screening.case(one)).toMatchObject({
      stage: 'next-session',
      sessions: [{ verdict: { verdict: 'tie' } }],
    });
  });
});

describe('a conflict', () => {
  it('passes the seat to a deputy, who is asked', async () => {
    const one = await judged();
    const [deputy] = (await screening.case(one)).sessions[0]?.panel.deputies ?? [];
    expect((await screening.declare(one, 'ines', true)).status).toBe(200);
    const seats = await screening.seats(one);
    const stepped = deputy?.name as JurorName;
    expect([seats.includes('ines'), seats.includes(stepped), seats.length]).toEqual([false, true, 5]);
    expect(screening.mailsToJuror(stepped, one)).toEqual(['jury-invited']);
    expect((await screening.vote(one, 'ines', 'admit')).problem).toBe('conflict-declared');
    await allVote(one, 'decline');
    expect(await screening.case(one)).toMatchObject({ stage: 'appeal-open', sessions: [{ verdict: { decline: 5 } }] });
    expect(await linesOf(one)).toContain('seat-passed');
  });

  it('of the last who had not voted settles the vote', async () => {
    const one = await judged();
    const [last, ...others] = await screening.seats(one);
    for (const name of others) await screening.vote(one, name, 'admit');
    // The seat passes from deputy to deputy, until nobody is left to take it.
    const { panel } = (await screening.case(one)).sessions[0] ?? {};
    for (const name of [last, ...(panel?.deputies ?? []).map((deputy) => deputy.name)]) {
      expect((await screening.declare(one, name as JurorName, true)).problem).toBeNull();
    }
    expect(await screening.case(one)).toMatchObject({
      sessions: [{ verdict: { verdict: 'admit', sitting: 4, quorum: 3 } }],
    });
    expect((await screening.case(one)).endedAt).not.toBeNull();
  });
});

describe('a juror removed while a vote is open', () => {
  it('keeps a vote that was cast; otherwise a deputy steps in', async () => {
    const one = await judged();
    const [first, second] = (await screening.seats(one)).filter((name) => name !== 'claire');
    if (first === undefined || second === undefined) throw new Error('nobody sits');
    await screening.vote(one, first, 'admit');
    const remove = async (name: JurorName) =>
      joining.call('RemoveJuror', { staff: ['admin'], params: { id: await screening.jurorId(name) } });
    expect((await remove(first)).body).toMatchObject({ active: false });
    expect(await screening.seats(one)).toContain(first);
    const passed = await remove(second);
    expect(Number(passed.body.seatsPassed)).toBeGreaterThanOrEqual(1);
    const seats = await screening.seats(one);
    expect([seats.includes(second), seats.length]).toEqual([false, 5]);
    // Back in the register under a new entry, they do not sit in this case.
    for (const name of [first, second]) await screening.enter(name, 'member');
    expect((await screening.vote(one, second, 'admit')).problem).toBe('not-sitting');
    for (const name of seats.filter((seat) => seat !== first)) await screening.vote(one, name, 'admit');
    expect((await screening.case(one)).sessions[0]?.verdict).toMatchObject({ verdict: 'admit', admit: 5 });
  });
});

describe('a jury that asks for more', () => {
  it('hears the company and votes again', async () => {
    const one = await judged();
    await allVote(one, 'ask-more', 'ask-more', 'ask-more', 'admit', 'admit');
    expect(await screening.case(one)).toMatchObject({ stage: 'more-asked', questions: [{ answeredAt: null }] });
    expect(screening.mails(one).at(-1)).toBe('growth-more-asked');
    const seats = await screening.seats(one);
    expect((await screening.answer(one, 'provide-more', { message: 'Le carnet est plein.' })).status).toBe(202);
    expect(await screening.case(one)).toMatchObject({
      stage: 'voting',
      questions: [{ answer: 'Le carnet est plein.' }],
    });
    expect(await screening.seats(one)).toEqual(seats);
    // Whoever declared before the first vote need not declare again; and the vote of before is no vote of now.
    await allVote(one, 'admit');
    expect((await screening.case(one)).sessions).toHaveLength(2);
    expect((await path(one)).states.slice(6, 11)).toEqual([
      'Verdict?',
      'Ask company',
      'Convene jury',
      'Quorum within reach?',
      'Collect votes',
    ]);
  });

  it('votes on what it has when nothing comes, and asks twice at most', async () => {
    const one = await judged();
    await allVote(one, 'ask-more');
    await joining.advance({ days: days['provide-more'], minutes: 15 });
    expect(await screening.case(one)).toMatchObject({ stage: 'voting' });
    expect((await screening.answer(one, 'provide-more', { message: 'Trop tard.' })).problem).toBe('task-closed');
    await allVote(one, 'ask-more');
    await screening.answer(one, 'provide-more', { message: 'Voici.' });
    const [first] = await screening.seats(one);
    expect((await screening.vote(one, first ?? 'claire', 'ask-more')).problem).toBe('invalid-fields');
    await allVote(one, 'decline');
    expect((await screening.case(one)).stage).toBe('appeal-open');
  });
});

describe('a company that is declined', () => {
  const declined = async (): Promise<Submitted> => {
    const one = await judged();
    await allVote(one, 'decline');
    expect((await screening.case(one)).stage).toBe('appeal-open');
    expect(screening.mails(one).at(-1)).toBe('growth-declined');
    return one;
  };

  it('may appeal, once, to another jury', async () => {
    const one = await declined();
    const first = await screening.seats(one);
    const grounds = 'Les effectifs n’étaient pas pris en compte.';
    expect((await screening.answer(one, 'appeal-decision', { appeal: true, grounds })).status).toBe(202);
    const second = await screening.seats(one);
    expect(second.length).toBeGreaterThanOrEqual(3);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await allVote(one, 'decline');
    await expectEnd(one, 'declined', 'Declined');
    expect(screening.mails(one).at(-1)).toBe('growth-appeal-declined');
    expect((await screening.answer(one, 'appeal-decision', { appeal: true, grounds })).problem).toBe(
      'task-already-answered',
    );
  });

  it('may be admitted on appeal', async () => {
    const one = await declined();
    await screening.answer(one, 'appeal-decision', { appeal: true, grounds: 'Relisez.' });
    await allVote(one, 'admit');
    expect((await screening.case(one)).endedAt).not.toBeNull();
    expect(['enrolled', 'waiting-list']).toContain((await screening.case(one)).stage);
  });

  it('may accept, or let the date pass', async () => {
    const accepting = await declined();
    await screening.answer(accepting, 'appeal-decision', { appeal: false });
    await expectEnd(accepting, 'declined', 'Declined');
    const silent = await declined();
    await joining.advance({ days: days['appeal-decision'], minutes: 15 });
    await expectEnd(silent, 'declined', 'Declined');
    expect(screening.mails(silent).at(-1)).toBe('growth-declined');
  });
});

describe('a company that leaves while its case is open', () => {
  /** Strikes it off, as the last step of a renewal that is not paid does. */
  const lapse = async (one: Submitted) => {
    const { key, memberNumber } = await screening.unpaid(one);
    const { applicationId } = one;
    await joining.world.task('renewal/lapse-member', { applicationId, memberNumber, key, now: joining.now() });
    await joining.advance({});
  };

  it('ends its case in order, whatever it waits for', async () => {
    const voting = await judged();
    await screening.vote(voting, 'hassan', 'admit');
    const asked = await screening.member();
    await allVote(asked, 'ask-more');
    const appealing = await screening.member();
    await allVote(appealing, 'decline');
    for (const one of [voting, asked, appealing]) {
      await lapse(one);
      await expectEnd(one, 'abandoned', 'Candidacy closed');
      expect((await joining.call('RequestScreening', { link: one.link })).problem).toBe('not-a-member');
      // The handler that struck it off and the workflow it told mail at the same time.
      expect(screening.mails(one).slice(-2).sort()).toEqual(['growth-closed', 'membership-lapsed']);
      expect((await screening.vote(one, 'claire', 'admit')).problem).not.toBeNull();
    }
  });

  it('ends between two sessions at the next', async () => {
    const one = await judged();
    await joining.advance({ days: days['jury-vote'] + days['jury-reminder'], minutes: 15 });
    await lapse(one);
    expect(await screening.case(one)).toMatchObject({
      abandoned: { reason: 'lapsed' },
      endedAt: null,
      undeliveredSince: null,
    });
    await joining.advance({ days: days['next-session'] });
    await expectEnd(one, 'abandoned', 'Candidacy closed');
  });

  it('leaves the programme in order', async () => {
    const one = await judged();
    const body = { name: 'Printemps', from: '2026-10-01', to: '2030-06-30', capacity: 50, milestones: [] };
    await joining.call('OpenCohort', { staff: ['admin'], body });
    await allVote(one, 'admit');
    await lapse(one);
    const { readProgramme } = await import('../../functions/data/programme.ts');
    const participants = (await readProgramme()).cohorts.flatMap((cohort) => cohort.participants);
    expect(participants.findLast(({ applicationId }) => applicationId === one.applicationId)?.exit).toMatchObject({
      reason: 'lapsed',
    });
    // Once, however often it is called.
    await lapse(one);
    expect((await linesOf(one)).filter((type) => type === 'programme-left')).toHaveLength(1);
  });

  it('may withdraw its candidacy itself, and come back', async () => {
    const one = await judged();
    expect((await joining.call('WithdrawCandidacy', { link: one.link })).status).toBe(202);
    await expectEnd(one, 'abandoned', 'Candidacy closed');
    expect((await joining.call('WithdrawCandidacy', { link: one.link })).problem).toBe('case-closed');
    expect((await joining.call('RequestScreening', { link: one.link })).status).toBe(202);
    expect(await screening.case(one)).toMatchObject({ number: 2, reason: 'company', stage: 'voting' });
    expect((await joining.call('RequestScreening', { link: one.link })).problem).toBe('case-open');
  });
});

describe('faults', () => {
  it('keep no membership from its company: the screening is started later', async () => {
    joining.break('ScoreCompany', 'TransientStoreError', 1);
    const one = await screening.member();
    await joining.advance({ minutes: 10 });
    expect((await screening.case(one)).stage).toBe('voting');
  });

  it('end a screening as failed, after which another may be asked for', async () => {
    joining.break('ScoreCompany', 'SomethingUnexpected');
    const one = await screening.member();
    await joining.advance({ minutes: 1 });
    expect(await screening.case(one)).toMatchObject({ stage: 'failed', endedAt: expect.any(String) });
    joining.break('ScoreCompany', '', 0);
    const staff = await joining.call('StartScreening', { staff: ['admin'], params: { id: one.applicationId } });
    expect(staff.status).toBe(202);
    expect(await screening.case(one)).toMatchObject({ number: 2, reason: 'staff', stage: 'voting' });
  });

  it('between a vote and the workflow are made good by the redelivery job', async () => {
    const one = await judged();
    for (const name of ALL.slice(0, 4)) await screening.vote(one, name, 'admit');
    const endpoint = process.env.AWS_ENDPOINT_URL_SFN;
    const { caseId } = await screening.case(one);
    const { writeCase, findCase } = await import('../../functions/data/growth-cases.ts');
    const before = await findCase(caseId);
    // As a crash after the last vote leaves it: stored, and not told.
    if (before === null) throw new Error('no case');
    const token = before.token;
    await writeCase(before, { token: 'nobody' });
    await screening.vote(one, 'mathilde', 'admit');
    expect((await screening.case(one)).stage).toBe('voting');
    const after = await findCase(caseId);
    if (after === null) throw new Error('no case');
    await writeCase(after, { token, undeliveredSince: joining.now() });
    await joining.redeliver();
    expect((await screening.case(one)).endedAt).not.toBeNull();
    expect(process.env.AWS_ENDPOINT_URL_SFN).toBe(endpoint);
  });
});

describe('figures', () => {
  it('corrected through the link count at the next screening', async () => {
    const one = await screening.member(candidateForm(100, 101, 102, 103));
    const add = (body: object) => joining.call('AddFigures', { link: one.link, body: { ...body } });
    expect((await add({ year: 2025, employees: 200, turnover: 1 })).errors).toEqual({ year: 'figures.year-known' });
    expect((await add({ year: 2040, employees: 200, turnover: 1 })).errors).toEqual({ year: 'figures.future' });
    const correction = { employees: 200, turnover: 1_000_000, comment: 'Une filiale oubliée.' };
    const corrected = await joining.call('CorrectFigures', {
      link: one.link,
      params: { year: '2025' },
      body: correction,
    });
    expect(corrected.body).toMatchObject({ evaluation: { result: 'eligible' }, notNow: null });
    expect((await joining.call('RequestScreening', { link: one.link })).status).toBe(202);
    expect(await screening.case(one)).toMatchObject({ stage: 'voting', score: { evaluation: { result: 'eligible' } } });
    const checked = await joining.call('CheckFigures', {
      staff: ['antenna:STE'],
      params: { id: one.applicationId, year: '2025' },
      body: { employees: 200, turnover: 1_000_000, comment: 'Liasse vue.' },
    });
    expect(checked.body.figures).toMatchObject([{}, {}, {}, { current: { origin: 'checked' }, history: [{}, {}] }]);
  });
});

describe('the paths above', () => {
  it('enter every state of the workflow', () => {
    expect(figuresOf(1, 2).map(({ year }) => year)).toEqual([2024, 2025]);
    const entered = joining.everEntered();
    expect(Object.keys(highGrowthScreening.States).filter((state) => !entered.has(state))).toEqual([]);
  });
});
