import { describe, expect, it } from '@jest/globals';
import { Application } from '../../../domain/application/application.ts';
import { isOverdue } from '../../../domain/application/overdue.ts';
import { newMember } from '../../../domain/member/admit.ts';
import { Member } from '../../../domain/member/member.ts';
import { accessKeptFrom } from '../../../domain/rights/access.ts';
import { isErased } from '../../../domain/rights/erased.ts';
import {
  accountsKeptUntil,
  erasedApplication,
  erasedMember,
  erasureOf,
  type Standing,
} from '../../../domain/rights/erasure.ts';
import { forSubject } from '../../../domain/rights/export.ts';
import { sampleApplication } from '../samples.ts';

const TODAY = '2030-06-01';
const closed: Standing = {
  application: { status: 'refused', closedAt: '2027-03-01T09:00:00.000Z' },
  member: null,
  owedCents: 0,
  owedSince: null,
};
const left = { status: 'lapsed', leftAt: '2027-03-01T09:00:00.000Z' } as const;
const admitted = { status: 'admitted', closedAt: '2026-03-01T09:00:00.000Z' } as const;

/** A member as its application made it. */
const sampleMember = (): Member =>
  newMember(
    sampleApplication({
      antenna: { code: 'LYO', assignedBy: 'rule', at: '2026-10-05T08:00:00.000Z', communeCode: '69266' },
    }),
    1,
    '2026-10-05T08:00:00.000Z',
  );

describe('whether a dossier may be erased', () => {
  it.each<[string, Standing, ReturnType<typeof erasureOf>]>([
    ['an application that ended', closed, { may: true }],
    [
      'an application under way',
      { ...closed, application: { status: 'in-review', closedAt: null } },
      { may: false, why: 'application-runs', from: null },
    ],
    [
      'one that is withdrawn and that its workflow has not closed',
      { ...closed, application: { status: 'withdrawn', closedAt: null } },
      { may: false, why: 'application-runs', from: null },
    ],
    [
      'a member',
      { application: admitted, member: { status: 'suspended', leftAt: null }, owedCents: 0, owedSince: null },
      { may: false, why: 'membership-runs', from: null },
    ],
    ['a member that left', { application: admitted, member: left, owedCents: 0, owedSince: null }, { may: true }],
    [
      'one that owes',
      { application: admitted, member: left, owedCents: 1, owedSince: '2026-12-31' },
      { may: false, why: 'owes', from: '2032-03-01' },
    ],
    [
      'a dossier whose company came back under another',
      { application: admitted, member: null, owedCents: 0, owedSince: null },
      { may: true },
    ],
    [
      'such a dossier that owes what fell due years after it was opened',
      { application: admitted, member: null, owedCents: 1, owedSince: '2031-02-01' },
      { may: false, why: 'owes', from: '2036-02-01' },
    ],
  ])('%s', (_, standing, verdict) => expect(erasureOf(standing, TODAY)).toEqual(verdict));

  it('of one that owes, from the day its debt is out of time', () => {
    const owes = { application: admitted, member: left, owedCents: 1, owedSince: '2026-12-31' };
    expect(erasureOf(owes, '2032-02-29')).toMatchObject({ may: false });
    expect(erasureOf(owes, '2032-03-01')).toEqual({ may: true });
  });
});

describe('what is kept', () => {
  it('accounts, for ten years from the close of their year', () => {
    expect(accountsKeptUntil('2027-01-01')).toBe('2037-12-31');
    expect(accountsKeptUntil('2027-12-31')).toBe('2037-12-31');
  });

  it('lines of the access log, for a year', () => expect(accessKeptFrom('2028-03-01')).toBe('2027-03-02'));
});

describe('what stays of a dossier', () => {
  it('is one that can be read, and names nobody', () => {
    const application = erasedApplication(sampleApplication());
    const member = erasedMember(sampleMember());
    expect(Application.parse(application)).toEqual(application);
    expect(Member.parse(member)).toEqual(member);
    expect([application.form.contact, member.contact].every(isErased)).toBe(true);
    expect(isErased(sampleApplication().form.contact)).toBe(false);
    const { contact, charter: _, ...form } = sampleApplication().form;
    const { sourceIp, userAgent } = sampleApplication().consent;
    for (const value of [contact.lastName, contact.email, contact.phone, sourceIp, userAgent]) {
      expect(JSON.stringify([application, member])).not.toContain(value);
    }
    expect(application.form.company.siren).toBe(form.company.siren);
  });
});

describe('what an export shows', () => {
  it('is without keys, tokens and the names of others', () => {
    const staff = { kind: 'staff', id: 'u1', name: 'Claire Fontaine' };
    expect(
      forSubject('tasks', {
        PK: 'APPLICATION#1',
        SK: 'TASK#1',
        kind: 'review-application',
        token: 'secret',
        answeredWith: { keySha256: 'x' },
        note: 'Dites pourquoi.',
        answer: { by: staff, at: '2027-01-01T00:00:00.000Z', value: { comment: 'Oui' } },
      }),
    ).toEqual({
      kind: 'review-application',
      note: 'Dites pourquoi.',
      answer: { by: { kind: 'staff' }, at: '2027-01-01T00:00:00.000Z', value: { comment: 'Oui' } },
    });
  });

  it('has the votes of a jury, unsigned, once it has decided, and nothing of jurors', () => {
    const session = {
      number: 1,
      panel: { seats: [{ jurorId: 'j1', name: 'Zoé' }] },
      declarations: [{ jurorId: 'j1', conflict: true, reason: 'Mon frère y travaille.' }],
      votes: [{ jurorId: 'j1', vote: 'admit', comment: 'Solide.' }],
      verdict: null,
    };
    const open = { caseId: 'c', endedAt: null, sessions: [session] };
    expect(forSubject('screenings', open)).toEqual({ caseId: 'c', endedAt: null });
    const ended = forSubject('screenings', { ...open, endedAt: '2027-01-01T00:00:00.000Z' });
    expect(ended).toMatchObject({ sessions: [{ number: 1, votes: [{ vote: 'admit', comment: 'Solide.' }] }] });
    for (const secret of ['j1', 'Zoé', 'frère']) expect(JSON.stringify(ended)).not.toContain(secret);
    expect(forSubject('tasks', { kind: 'jury-vote', answer: { value: { vote: 'admit' } } })).toBeNull();
  });
});

describe('an address that is not confirmed', () => {
  const submittedAt = '2027-03-01T09:00:00.000Z';
  const asked = (status: 'open' | 'delivered', dueAt = '2027-03-15T09:00:00.000Z') => ({
    kind: 'confirm-email' as const,
    status,
    dueAt,
  });
  it.each([
    ['before the workflow had its time', [asked('open')], '2027-03-16T09:00:00.000Z', false],
    ['after it', [asked('open')], '2027-03-16T09:00:00.001Z', true],
    ['asked for again', [asked('open'), asked('open', '2027-03-20T09:00:00.000Z')], '2027-03-17T09:00:00.000Z', false],
    ['confirmed', [asked('delivered')], '2027-04-16T09:00:00.001Z', false],
    ['never asked for', [], '2027-03-16T09:00:00.001Z', true],
  ])('%s', (_, tasks, now, overdue) =>
    expect(isOverdue({ status: 'confirming-email', submittedAt }, tasks, now)).toBe(overdue),
  );
  it('is another matter in any other status', () =>
    expect(isOverdue({ status: 'in-review', submittedAt }, [asked('open')], '2028-01-01T00:00:00.000Z')).toBe(false));
});
