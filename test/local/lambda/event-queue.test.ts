import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Activity } from '../../../local/clock/activity.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { EventQueue, type QueuedEvent } from '../../../local/lambda/event-queue.ts';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = Date.parse('2026-01-05T08:00:00Z');
let path = '';
beforeEach(() => {
  path = join(folder, `${Math.random()}.jsonl`);
});

/** A queue whose attempts end as told, in turn: null for success, else the reason; or never. */
function queueOf(outcomes: (string | null | Promise<never>)[], clock = new SimulatedClock(new Activity(), START)) {
  const attempts: { id: string; at: number }[] = [];
  const givenUp: { id: string; reason: string }[] = [];
  const queue = new EventQueue(path, {
    clock,
    attempt: async (event) => {
      attempts.push({ id: event.id, at: (clock.now() - START) / 1000 });
      return outcomes.shift() ?? null;
    },
    giveUp: (event, reason) => givenUp.push({ id: event.id, reason }),
  });
  return { queue, clock, attempts, givenUp };
}

const event = (more: Partial<QueuedEvent> = {}): QueuedEvent => ({
  id: 'e1',
  target: 'RecordFailure',
  payload: '{}',
  acceptedAt: START,
  onFailure: 'arn:aws:sqs:eu-west-3:000000000000:dead-letters',
  retries: 2,
  ...more,
});

describe('events for a function', () => {
  it('that succeed are done with', async () => {
    const { queue, clock, attempts } = queueOf([null]);
    queue.accept(event());
    await clock.advance(3_600_000);
    expect(attempts).toEqual([{ id: 'e1', at: 0 }]);
  });

  it('that fail are tried again after one minute and two more, then given up', async () => {
    const { queue, clock, attempts, givenUp } = queueOf(['first', 'second', 'third']);
    queue.accept(event());
    await clock.advance(3_600_000);
    expect(attempts.map(({ at }) => at)).toEqual([0, 60, 180]);
    expect(givenUp).toEqual([{ id: 'e1', reason: 'third' }]);
  });

  it('are tried as often as the template says', async () => {
    const { queue, clock, attempts, givenUp } = queueOf(['first']);
    queue.accept(event({ retries: 0 }));
    await clock.advance(3_600_000);
    expect(attempts).toHaveLength(1);
    expect(givenUp).toHaveLength(1);
  });

  it('that a crash interrupted are taken up at the next start, with the attempts they have left', async () => {
    const before = queueOf(['first', new Promise<never>(() => undefined)]);
    before.queue.accept(event());
    // The clock goes by itself to the second attempt, which never ends.
    while (before.attempts.length < 2) await new Promise((wake) => setTimeout(wake, 5));
    const after = queueOf(['second', 'third'], new SimulatedClock(new Activity(), START + 10_000));
    after.queue.resume();
    await after.clock.advance(3_600_000);
    expect(after.attempts.map(({ at }) => at)).toEqual([60, 180]);
    expect(after.givenUp).toHaveLength(1);
  });

  it('that are done with do not come back, nor stay on disk', async () => {
    const before = queueOf([null, 'no', 'no', 'no']);
    before.queue.accept(event());
    before.queue.accept(event({ id: 'e2' }));
    await before.clock.advance(3_600_000);
    const after = queueOf([]);
    after.queue.resume();
    await after.clock.advance(3_600_000);
    expect(after.attempts).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});
