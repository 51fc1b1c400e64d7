import { describe, expect, it } from '@jest/globals';
import { inOrder, standingOf } from '../../../../web/staff/jury/standing.ts';
import { conflictCase, juryCaseOf, juryCases, openedCase } from '../../growth/support/fixtures.ts';

const NOW = Date.parse('2026-10-05T08:00:00.000Z');

describe('where a juror stands with a candidate', () => {
  it('is to declare before anything else', () => {
    expect(standingOf(juryCaseOf(1), NOW)).toBe('to-declare');
    expect(standingOf(openedCase, NOW)).toBe('to-vote');
  });

  it('is over once they voted, declared a conflict, or the vote closed', () => {
    expect(standingOf(juryCases[2] ?? openedCase, NOW)).toBe('voted');
    expect(standingOf(conflictCase, NOW)).toBe('conflict');
    expect(standingOf(juryCases[3] ?? openedCase, NOW)).toBe('closed');
    expect(standingOf(openedCase, Date.parse(openedCase.dueAt))).toBe('closed');
  });

  it('asks the chair again, who voted, to settle a tie', () => {
    const tie = {
      ...openedCase,
      vote: { jurorId: 'x', vote: 'ask-more' as const, comment: '…', at: openedCase.dueAt },
    };
    expect(standingOf(tie, NOW)).toBe('to-vote');
  });

  it('puts first what asks something', () => {
    expect(inOrder([...juryCases].reverse(), NOW).map((one) => standingOf(one, NOW))).toEqual([
      'to-declare',
      'to-vote',
      'voted',
      'closed',
    ]);
  });
});
