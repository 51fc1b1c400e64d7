import { describe, expect, it } from '@jest/globals';
import { caretAfter, digitsBefore } from '../../../web/form/spaced-digits.ts';

describe('the caret among grouped digits', () => {
  it('stays after the digit it followed', () => {
    // `331|5` becomes `331 5`: the caret stood after three digits.
    expect(digitsBefore('3315', 3)).toBe(3);
    expect(caretAfter('331 5', 3)).toBe(3);
    expect(caretAfter('331 5', 4)).toBe(5);
  });

  it('stays at the start, and goes no further than the end', () => {
    expect(caretAfter('331 518', 0)).toBe(0);
    expect(caretAfter('331', 9)).toBe(3);
  });
});
