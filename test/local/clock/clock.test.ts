import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Activity } from '../../../local/clock/activity.ts';
import { RealClock } from '../../../local/clock/real-clock.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';

const START = Date.parse('2026-01-05T08:00:00Z');
const DAY = 86_400_000;

describe('Activity', () => {
  it('is idle only once the work, and the work it hands over to, has ended', async () => {
    const activity = new Activity();
    const order: string[] = [];
    const end = activity.begin();
    const idle = activity.idle().then(() => order.push('idle'));
    setTimeout(() => {
      order.push('first');
      end();
      setImmediate(() => {
        const second = activity.begin();
        setTimeout(() => {
          order.push('second');
          second();
        }, 20);
      });
    }, 10);
    await idle;
    expect(order).toEqual(['first', 'second', 'idle']);
  });

  it('counts a failure as an end, once', async () => {
    const activity = new Activity();
    await expect(activity.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
    await activity.idle();
  });
});

describe('SimulatedClock', () => {
  const make = () => {
    const activity = new Activity();
    return { activity, clock: new SimulatedClock(activity, START) };
  };

  it('stands still', async () => {
    const { clock } = make();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now()).toBe(START);
  });

  it('fires what is on the way in order of time, then of creation, each at its instant', async () => {
    const { clock } = make();
    const fired: [string, number][] = [];
    const at = (name: string, days: number) =>
      clock.setTimer(START + days * DAY, () => {
        fired.push([name, (clock.now() - START) / DAY]);
      });
    at('c', 3);
    at('a', 1);
    at('b', 1);
    at('late', 30);
    at('cancelled', 2)();
    await clock.advance(7 * DAY);
    expect(fired).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
    expect(clock.now()).toBe(START + 7 * DAY);
  });

  it('lets the work of one timer end before the next fires, and fires what it sets on the way', async () => {
    const { clock } = make();
    const order: string[] = [];
    clock.setTimer(START + 1_000, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('worked');
      clock.setTimer(START + 1_500, () => {
        order.push('set on the way');
      });
    });
    clock.setTimer(START + 2_000, () => {
      order.push('next');
    });
    await clock.advanceTo(START + 3_000);
    expect(order).toEqual(['worked', 'set on the way', 'next']);
  });

  it('goes to the next timer, years away if need be', async () => {
    const { clock } = make();
    clock.setTimer(START + 3_650 * DAY, () => undefined);
    expect(await clock.next()).toBe(true);
    expect(clock.now()).toBe(START + 3_650 * DAY);
    expect(await clock.next()).toBe(false);
  });

  it('goes by itself to an eager timer that comes first, or soon', async () => {
    const { activity, clock } = make();
    const fired: string[] = [];
    const fire = (name: string) => () => {
      fired.push(name);
    };
    clock.setTimer(START + 2_000, fire('ordinary'));
    clock.setTimer(START + 50_000, fire('eager, soon'), { eager: true });
    await activity.idle();
    await clock.advance(0);
    expect(fired).toEqual(['ordinary', 'eager, soon']);
    expect(clock.now()).toBe(START + 50_000);
    clock.setTimer(START + DAY, fire('tomorrow'));
    clock.setTimer(START + 2 * DAY, fire('eager, later'), { eager: true });
    await clock.advance(0);
    expect(clock.now()).toBe(START + 50_000);
    await clock.advanceTo(START + DAY);
    expect(fired.slice(2)).toEqual(['tomorrow', 'eager, later']);
  });

  it('fires what is already due', async () => {
    const { clock } = make();
    const fired = new Promise<void>((resolve) => clock.setTimer(START - DAY, resolve));
    await fired;
    expect(clock.now()).toBe(START);
  });
});

describe('RealClock', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('fires in order, and tells the present', async () => {
    const clock = new RealClock(new Activity());
    const order: number[] = [];
    const now = clock.now();
    await new Promise<void>((done) => {
      for (const delay of [30, 10, 20]) clock.setTimer(now + delay, () => void order.push(delay));
      clock.setTimer(now + 40, done);
    });
    expect(order).toEqual([10, 20, 30]);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
    clock.stop();
  });

  it('waits for years, beyond what setTimeout can', () => {
    jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'queueMicrotask'] });
    const clock = new RealClock(new Activity());
    let fired = 0;
    clock.setTimer(START + 40 * DAY, () => {
      fired += 1;
    });
    jest.advanceTimersByTime(40 * DAY - 1);
    expect(fired).toBe(0);
    jest.advanceTimersByTime(1);
    expect(fired).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('fires what fell due while the machine slept, in order, soon after it wakes', () => {
    jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'queueMicrotask'] });
    const clock = new RealClock(new Activity());
    const order: string[] = [];
    clock.setTimer(START + 3 * DAY, () => void order.push('later'));
    clock.setTimer(START + DAY, () => void order.push('earlier'));
    clock.setTimer(START + 9 * DAY, () => void order.push('not yet'));
    // The clock jumps; what counts elapsed time does not.
    jest.setSystemTime(START + 5 * DAY);
    jest.advanceTimersByTime(60_000);
    expect(order).toEqual(['earlier', 'later']);
    clock.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
