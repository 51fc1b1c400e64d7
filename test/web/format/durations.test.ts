import { describe, expect, it } from '@jest/globals';
import { formatDuration } from '../../../web/format/durations.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;

describe('a length of time', () => {
  it.each([
    [0, '0 ms', '0 ms'],
    [-5, '0 ms', '0 ms'],
    [850, '850 ms', '850 ms'],
    [5 * SECOND, '5 s', '5 secs'],
    [12 * MINUTE + 5 * SECOND, '12 min 5 s', '12 mins 5 secs'],
    [12 * MINUTE, '12 min', '12 mins'],
    [3 * DAY + 4 * 60 * MINUTE + 59 * MINUTE, '3 j 4 h', '3 days 4 hrs'],
    [DAY + MINUTE, '1 j', '1 day'],
  ])('%d ms is %s, in English %s', (duration, fr, en) => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(formatDuration(duration, 'fr'))).toBe(fr);
    expect(plain(formatDuration(duration, 'en'))).toBe(en);
  });
});
