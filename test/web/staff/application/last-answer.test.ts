import { describe, expect, it } from '@jest/globals';
import type { TimelineEvent } from '../../../../domain/timeline/event.ts';
import { lastAnswer } from '../../../../web/staff/application/last-answer.ts';

const by = (name: string) => ({ kind: 'staff', id: name, name }) as const;
const asked: TimelineEvent = {
  at: '2026-03-01T10:00:00Z',
  actor: by('Claire'),
  happening: { type: 'changes-requested', comment: 'Précisez.', dueAt: '2026-03-31T10:00:00Z' },
};
const approved: TimelineEvent = {
  at: '2026-03-05T10:00:00Z',
  actor: by('Hassan'),
  happening: { type: 'application-approved', comment: '' },
};
const restarted: TimelineEvent = {
  at: '2026-03-06T10:00:00Z',
  actor: by('Inès'),
  happening: { type: 'application-restarted', comment: '' },
};

describe('who answered last', () => {
  it('is the latest to decide, in whatever order the timeline comes', () => {
    expect(lastAnswer([asked, approved])).toEqual({ by: 'Hassan', at: approved.at });
    expect(lastAnswer([approved, asked])).toEqual({ by: 'Hassan', at: approved.at });
  });

  it('is nobody who did something else, and no machine', () => {
    expect(lastAnswer([asked, restarted])?.by).toBe('Claire');
    expect(lastAnswer([{ ...approved, actor: { kind: 'system' } }])).toBeNull();
  });
});
