import { describe, expect, it } from '@jest/globals';
import {
  apiQueryOf,
  filtersFrom,
  isOverdue,
  kindsFor,
  NO_FILTERS,
  narrows,
  needsAll,
  queryOf,
  select,
} from '../../../../web/staff/inbox/filters.ts';
import { FIXTURE_NOW, tasks } from '../support/fixtures.ts';

const names = (found: readonly { companyName: string }[]) => found.map((task) => task.companyName);
const selected = (part: Partial<typeof NO_FILTERS>) => select(tasks, { ...NO_FILTERS, ...part }, FIXTURE_NOW);

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters = {
      antenna: 'STE',
      kind: 'choose-antenna',
      urgency: 'escalated',
      text: 'Saint-Étienne & Cie',
      sort: 'company',
    } as const;
    expect(filtersFrom(queryOf(filters))).toEqual(filters);
  });

  it('are nothing when nothing is filtered', () => {
    expect(queryOf(NO_FILTERS)).toBe('');
    expect(filtersFrom('')).toEqual(NO_FILTERS);
  });

  it('ignore, part by part, what somebody typed wrong', () => {
    expect(filtersFrom('?antenna=PARIS&kind=confirm-email&urgency=soon&sort=colour&q=gier')).toEqual({
      ...NO_FILTERS,
      text: 'gier',
    });
  });

  it('hand to the API what the API can filter, and nothing else', () => {
    expect(
      apiQueryOf({ antenna: 'VAL', kind: 'review-application', urgency: 'escalated', text: 'x', sort: 'company' }),
    ).toEqual({
      antenna: 'VAL',
      kind: 'review-application',
      escalated: 'true',
    });
    expect(apiQueryOf({ ...NO_FILTERS, urgency: 'overdue' })).toEqual({});
  });

  it('that the API cannot apply take all there is', () => {
    for (const part of [{ text: 'gier' }, { urgency: 'overdue' }, { sort: 'company' }] as const)
      expect(needsAll({ ...NO_FILTERS, ...part })).toBe(true);
    for (const part of [{ text: ' ' }, { urgency: 'escalated' }, { antenna: 'STE' }] as const)
      expect(needsAll({ ...NO_FILTERS, ...part })).toBe(false);
  });

  it('count as narrowing, but an order does not', () => {
    expect(narrows({ ...NO_FILTERS, sort: 'company' })).toBe(false);
    expect(narrows({ ...NO_FILTERS, text: 'a' })).toBe(true);
  });
});

describe('filtering', () => {
  it('shows the soonest due first, what the head office was asked for by its first term, and touches no list', () => {
    const before = [...tasks];
    const due = selected({}).map((task) => task.escalatedAt ?? task.dueAt);
    expect(due).toEqual([...due].sort());
    const late = { taskId: 'late', escalatedAt: '2000-01-01T00:00:00.000Z', dueAt: '2999-01-01T00:00:00.000Z' };
    const withLate = tasks.map((task, index) => (index === 0 ? { ...task, ...late } : task));
    expect(select(withLate, NO_FILTERS, FIXTURE_NOW)[0]?.taskId).toBe('late');
    expect(tasks).toEqual(before);
  });

  it('by antenna includes a contested task in the list of each antenna it is asked of', () => {
    expect(names(selected({ antenna: 'STE', kind: 'choose-antenna' }))).toEqual(['Atelier Vivarais Données']);
    expect(names(selected({ antenna: 'VAL', kind: 'choose-antenna' }))).toEqual(['Atelier Vivarais Données']);
  });

  it('by urgency', () => {
    for (const task of selected({ urgency: 'overdue' }))
      expect(Date.parse(task.dueAt)).toBeLessThan(FIXTURE_NOW.getTime());
    expect(names(selected({ urgency: 'escalated' }))).toEqual(['Forez Logiciels']);
  });

  it('finds a name whatever its accents, case and hyphens', () => {
    expect(names(selected({ text: 'saint chamond' }))).toEqual(['Passementerie Numérique du Gier']);
    expect(names(selected({ text: 'NUMERIQUE DU' }))).toEqual(['Passementerie Numérique du Gier']);
  });

  it('finds a SIREN with or without spaces, from its first digits', () => {
    expect(names(selected({ text: '732 829' }))).toEqual(['Belledonne Capteurs']);
    expect(selected({ text: '829320' })).toEqual([]);
  });

  it('orders by name as French does', () => {
    const two = [
      { ...tasks[0], companyName: 'Zèbre' },
      { ...tasks[0], companyName: 'Éclair' },
    ] as typeof tasks;
    expect(names(select(two, { ...NO_FILTERS, sort: 'company' }, FIXTURE_NOW))).toEqual(['Éclair', 'Zèbre']);
  });
});

describe('overdue', () => {
  it('begins when the due instant has passed, not before', () => {
    const dueAt = FIXTURE_NOW.toISOString();
    expect(isOverdue({ dueAt }, FIXTURE_NOW)).toBe(false);
    expect(isOverdue({ dueAt }, new Date(FIXTURE_NOW.getTime() + 1))).toBe(true);
  });
});

describe('the kinds of tasks in an inbox', () => {
  it('have votes for jurors alone', () => {
    expect(kindsFor(true)).toContain('jury-vote');
    expect(kindsFor(false)).toEqual(['review-application', 'choose-antenna']);
  });
});
