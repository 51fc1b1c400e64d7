import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import { ANTENNA_CODES } from '../../../domain/antenna/antenna.ts';
import { mayMove } from '../../../domain/application/lifecycle.ts';
import * as steps from '../../../domain/joining/steps.ts';
import {
  type Answer,
  type Asking,
  answerableThrough,
  answerHappening,
  checkAnswer,
  escalateTask,
  mayAnswer,
  maySee,
  openTask,
  parseAnswer,
  statusAfterAnswer,
  workflowOutput,
} from '../../../domain/task/rules.ts';
import { HumanTask } from '../../../domain/task/task.ts';
import { fieldErrors } from '../../../domain/text/field-errors.ts';
import { Happening } from '../../../domain/timeline/event.ts';
import { sampleForm, sampleStaff } from '../samples.ts';

const now = '2026-03-20T08:00:00.000Z';
const antenna = fc.constantFrom(...ANTENNA_CODES);
const asking: fc.Arbitrary<Asking> = fc.oneof(
  fc.constant({ kind: 'confirm-email' as const }),
  fc.uniqueArray(antenna, { minLength: 2 }).map((candidates) => ({ kind: 'choose-antenna' as const, candidates })),
  antenna.map((code) => ({ kind: 'review-application' as const, antenna: code })),
  fc.string().map((changes) => ({ kind: 'correct-application' as const, changes })),
);

describe('opening a task', () => {
  it('gives the same task for the same state entered at the same instant', () => {
    fc.assert(
      fc.property(asking, (ask) => {
        const task = openTask('app', ask, now);
        expect(openTask('app', ask, now)).toEqual(task);
        expect(HumanTask.parse(task)).toEqual(task);
        expect(task.taskId).toBe(`app~${ask.kind}~${Date.parse(now)}`);
        expect(openTask('app', ask, '2026-03-20T08:00:00.001Z').taskId).not.toBe(task.taskId);
        expect(openTask('other', ask, now).taskId).not.toBe(task.taskId);
      }),
    );
  });

  it.each<[Asking, string]>([
    [{ kind: 'confirm-email' }, '2026-04-03T08:00:00.000Z'],
    [{ kind: 'choose-antenna', candidates: ['LYO', 'GRE'] }, '2026-03-30T08:00:00.000Z'],
    [{ kind: 'review-application', antenna: 'STE' }, '2026-04-04T08:00:00.000Z'],
    [{ kind: 'correct-application', changes: 'the name' }, '2026-04-19T08:00:00.000Z'],
  ])('makes %j due at %s, daylight saving or not', (ask, due) => expect(openTask('app', ask, now).dueAt).toBe(due));

  it('asks the right people, and tells them what they must know', () => {
    expect(openTask('app', { kind: 'confirm-email' }, now)).toMatchObject({ audience: { kind: 'link' }, note: null });
    expect(openTask('app', { kind: 'correct-application', changes: 'the name' }, now)).toMatchObject({
      audience: { kind: 'link' },
      note: 'the name',
    });
    expect(openTask('app', { kind: 'choose-antenna', candidates: ['LYO', 'GRE'] }, now).audience).toEqual({
      kind: 'staff',
      antennas: ['LYO', 'GRE'],
      headOffice: false,
    });
  });

  it('escalates to the head office once, the antenna still asked', () => {
    const task = openTask('app', { kind: 'review-application', antenna: 'STE' }, now);
    const escalated = escalateTask(task, '2026-04-04T08:00:00.000Z');
    expect(escalated).toMatchObject({
      taskId: task.taskId,
      audience: { kind: 'staff', antennas: ['STE'], headOffice: true },
      dueAt: '2026-10-01T08:00:00.000Z',
      escalatedAt: '2026-04-04T08:00:00.000Z',
    });
    expect(escalateTask(escalated, '2026-05-01T08:00:00.000Z')).toEqual(escalated);
  });
});

describe('who may answer', () => {
  const review = openTask('app', { kind: 'review-application', antenna: 'STE' }, now);
  const choice = openTask('app', { kind: 'choose-antenna', candidates: ['LYO', 'GRE'] }, now);
  const confirm = openTask('app', { kind: 'confirm-email' }, now);

  it.each([
    ['the head office', sampleStaff('admin'), true, true],
    ['the antenna asked', sampleStaff('antenna:STE'), true, false],
    ['another antenna', sampleStaff('antenna:LYO'), false, true],
    ['one of several antennas', sampleStaff('antenna:CLE', 'antenna:STE'), true, false],
    ['the treasurer', sampleStaff('treasurer'), false, false],
    ['the jury', sampleStaff('jury'), false, false],
    ['nobody', sampleStaff(), false, false],
  ])('%s', (_, staff, reviews, chooses) => {
    expect(mayAnswer(staff, review)).toBe(reviews);
    expect(mayAnswer(staff, choice)).toBe(chooses);
    expect(maySee(staff, review)).toBe(reviews);
    expect(maySee(staff, choice)).toBe(chooses);
  });

  it('is never staff where the applicant is asked, though the head office sees it', () => {
    for (const staff of [sampleStaff('admin'), sampleStaff('antenna:STE')]) {
      expect(mayAnswer(staff, confirm)).toBe(false);
      expect(maySee(staff, confirm)).toBe(staff.headOffice);
    }
  });

  it('is the holder of a mailed link for an address, of any link for a correction, of none for a staff task', () => {
    const correct = openTask('app', { kind: 'correct-application', changes: '' }, now);
    expect(answerableThrough(confirm, 'mail')).toBe(true);
    expect(answerableThrough(confirm, 'response')).toBe(false);
    expect(answerableThrough(correct, 'response')).toBe(true);
    expect(answerableThrough(review, 'mail')).toBe(false);
  });
});

describe('an answer', () => {
  const correction = { ...sampleForm(), company: { ...sampleForm().company, legalName: 'Esker SA' } };
  const elsewhere = { ...sampleForm(), contact: { ...sampleForm().contact, email: 'paul@example.com' } };
  const decision = (d: string, comment = 'because') => parseAnswer('review-application', { decision: d, comment });

  it.each<[string, Answer, object, string, string]>([
    ['confirm-email', parseAnswer('confirm-email', {}), {}, 'assigning-antenna', 'email-confirmed'],
    [
      'choose-antenna',
      parseAnswer('choose-antenna', { antenna: 'GRE' }),
      { antenna: 'GRE' },
      'assigning-antenna',
      'antenna-chosen',
    ],
    ['approve', decision('approve', ''), { decision: 'approve' }, 'approved', 'application-approved'],
    ['refuse', decision('refuse'), { decision: 'refuse' }, 'refused', 'application-refused'],
    [
      'request-changes',
      decision('request-changes'),
      { decision: 'request-changes' },
      'changes-requested',
      'changes-requested',
    ],
    [
      'correct-application',
      parseAnswer('correct-application', { application: correction }),
      { taskId: 'task' },
      'assigning-antenna',
      'application-corrected',
    ],
    [
      'correct-application, another address',
      parseAnswer('correct-application', { application: elsewhere }),
      { taskId: 'task' },
      'confirming-email',
      'application-corrected',
    ],
  ])('%s: what the workflow is told, the status, the timeline', (_, answer, output, status, happening) => {
    expect(workflowOutput({ taskId: 'task' }, answer)).toEqual(output);
    expect(statusAfterAnswer(answer, sampleForm())).toBe(status);
    const told = answerHappening(answer, { now, form: sampleForm() });
    expect(told.type).toBe(happening);
    expect(Happening.parse(told)).toEqual(told);
  });

  it('tells the workflow what its step declares, and nothing of the form', () => {
    const outputs = {
      'confirm-email': steps.ConfirmEmailOutput,
      'choose-antenna': steps.ChooseAntennaOutput,
      'review-application': steps.ReviewApplicationOutput,
      'correct-application': steps.CorrectApplicationOutput,
    };
    for (const answer of [
      parseAnswer('confirm-email', {}),
      parseAnswer('choose-antenna', { antenna: 'ANN', comment: 'nearer' }),
      decision('refuse'),
      parseAnswer('correct-application', { application: correction }),
    ]) {
      const output = workflowOutput({ taskId: 'task' }, answer);
      const schema: z.ZodType = outputs[answer.kind];
      expect(schema.parse(output)).toEqual(output);
    }
  });

  it('leads to a status that may follow the one in which it is asked', () => {
    expect(mayMove('confirming-email', statusAfterAnswer(parseAnswer('confirm-email', {}), sampleForm()))).toBe(true);
    for (const d of ['approve', 'refuse', 'request-changes']) {
      expect(mayMove('in-review', statusAfterAnswer(decision(d), sampleForm()))).toBe(true);
    }
    for (const application of [correction, elsewhere]) {
      const answer = parseAnswer('correct-application', { application });
      expect(mayMove('changes-requested', statusAfterAnswer(answer, sampleForm()))).toBe(true);
    }
  });

  it('says in the timeline what was decided and why, until when, and what changed', () => {
    expect(answerHappening(decision('request-changes'), { now, form: sampleForm() })).toEqual({
      type: 'changes-requested',
      comment: 'because',
      dueAt: '2026-04-19T08:00:00.000Z',
    });
    const answer = parseAnswer('correct-application', { application: correction });
    expect(answerHappening(answer, { now, form: sampleForm() })).toEqual({
      type: 'application-corrected',
      changed: ['company.legalName'],
    });
  });

  it.each([
    ['confirm-email', { yes: true }, [['yes', 'unknown-field']]],
    ['choose-antenna', {}, [['antenna', 'required']]],
    ['choose-antenna', { antenna: 'PAR' }, [['antenna', 'not-in-list']]],
    ['review-application', { decision: 'maybe' }, [['decision', 'not-in-list']]],
    ['review-application', { decision: 'refuse' }, [['comment', 'comment.required']]],
    ['review-application', { decision: 'refuse', comment: '  ' }, [['comment', 'comment.required']]],
    ['review-application', { decision: 'approve', comment: 'x'.repeat(2001) }, [['comment', 'too-long']]],
    ['review-application', { decision: 'refuse', comment: 'half \ud800' }, [['comment', 'text.invisible']]],
    ['review-application', { decision: 'refuse', comment: 'nothing\0' }, [['comment', 'text.invisible']]],
    ['correct-application', {}, [['application', 'required']]],
    ['correct-application', null, [['', 'required']]],
  ] as const)('to %s of the wrong shape is refused: %j', (kind, body, expected) => {
    const refused = (): unknown => {
      try {
        return parseAnswer(kind, body);
      } catch (error) {
        if (error instanceof z.ZodError) return fieldErrors(error).map((e) => [e.path, e.code]);
        throw error;
      }
    };
    expect(refused()).toEqual(expected);
  });

  it('chooses among the candidates, and corrects the same company', () => {
    const choice = openTask('app', { kind: 'choose-antenna', candidates: ['LYO', 'GRE'] }, now);
    const choose = (code: string) =>
      checkAnswer(choice, parseAnswer('choose-antenna', { antenna: code }), sampleForm());
    expect(choose('GRE')).toEqual([]);
    expect(choose('STE')).toEqual([
      { path: 'antenna', code: 'antenna.not-candidate', params: { candidates: 'LYO, GRE' } },
    ]);
    const correct = openTask('app', { kind: 'correct-application', changes: '' }, now);
    const other = { ...sampleForm(), company: { ...sampleForm().company, siren: '200034528' } };
    expect(checkAnswer(correct, parseAnswer('correct-application', { application: other }), sampleForm())).toEqual([
      { path: 'application.company.siren', code: 'siren.changed' },
    ]);
  });

  it('that was stored reads the same again', () => {
    for (const answer of [decision('refuse'), parseAnswer('correct-application', { application: correction })]) {
      expect(parseAnswer(answer.kind, JSON.parse(JSON.stringify(answer.value)))).toEqual(answer);
    }
  });
});
