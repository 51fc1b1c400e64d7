import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import {
  formatCompanyNumber,
  frenchVatNumber,
  Siren,
  Siret,
  sirenFault,
  siretFault,
} from '../../../domain/company/identity.ts';

/** The Luhn digit written the other way round from the code: from the left, by a table, to check one against the other. */
const luhnDigit = (digits: string): string => {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...digits].reduceRight((total, digit, index) => {
    const fromRight = digits.length - index;
    return total + (fromRight % 2 === 1 ? (doubled[Number(digit)] ?? 0) : Number(digit));
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const siren = digits(8)
  .map((start) => start + luhnDigit(start))
  .filter((s) => s !== '000000000');
const siret = fc
  .tuple(
    siren.filter((s) => s !== '356000000'),
    digits(4),
  )
  .map(([s, nic]) => s + nic + luhnDigit(s + nic));

/** Every number that differs from this one by one digit. */
const slips = (value: string): string[] =>
  [...value].flatMap((digit, index) =>
    [...'0123456789'].filter((d) => d !== digit).map((d) => value.slice(0, index) + d + value.slice(index + 1)),
  );

describe('SIREN', () => {
  it.each(['200034528', '331518498', '356000000', '335092318', '529003931', '331 518 498', '331.518.498'])(
    'accepts %s',
    (value) => expect(Siren.parse(value)).toBe(value.replace(/\D/g, '')),
  );

  it.each([
    ['200034582', 'siren.checksum'],
    ['000000000', 'siren.checksum'],
    ['20003452', 'siren.format'],
    ['2000345280', 'siren.format'],
    ['20003452800014', 'siren.format'],
    ['FR06335092318', 'siren.format'],
    ['٣٣١٥١٨٤٩٨', 'siren.format'],
    ['DE123456789', 'siren.foreign'],
    ['CHE-123.456.789', 'siren.foreign'],
    ['', 'required'],
    ['   ', 'required'],
    [null, 'required'],
    [331518498, 'wrong-type'],
  ])('refuses %j as %s', (value, code) => {
    expect(Siren.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([code]);
  });

  it('accepts any number with its own check digit, and refuses every one-digit slip of it', () => {
    fc.assert(
      fc.property(siren, (value) => {
        expect(sirenFault(value)).toBeNull();
        for (const slip of slips(value)) expect(sirenFault(slip)).toBe('siren.checksum');
      }),
      { numRuns: 50 },
    );
  });

  it('refuses two neighbouring digits swapped, except 0 and 9, which Luhn does not tell apart', () => {
    fc.assert(
      fc.property(siren, fc.nat(7), (value, at) => {
        const [a = '', b = ''] = value.slice(at, at + 2);
        const swapped = value.slice(0, at) + b + a + value.slice(at + 2);
        const blind = a === b || [a, b].sort().join('') === '09';
        expect(sirenFault(swapped) === null).toBe(blind);
      }),
    );
  });

  it('takes a string and gives a string, so that a form can hold what was typed', () => {
    const typed: z.input<typeof Siren> = '331 518 498';
    const kept: z.output<typeof Siren> = Siren.parse(typed);
    expect(kept).toBe('331518498');
    expect(z.toJSONSchema(Siren, { io: 'input' })).toMatchObject({ type: 'string' });
  });
});

describe('SIRET', () => {
  it.each(['20003452800014', '73282932000074', '732 829 320 00074', '35600000009075', '35600000000048'])(
    'accepts %s',
    (value) => expect(Siret.parse(value)).toBe(value.replace(/\D/g, '')),
  );

  it.each([
    ['20003452800041', 'siret.checksum'],
    ['20003458200014', 'siret.checksum'],
    ['35600000009076', 'siret.checksum'],
    ['200034528', 'siret.format'],
    ['200034528000140', 'siret.format'],
    ['', 'required'],
    [undefined, 'required'],
    [20003452800014, 'wrong-type'],
  ])('refuses %j as %s', (value, code) => {
    expect(Siret.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([code]);
  });

  it('checks the SIREN in it too, even where Luhn over all fourteen digits passes', () => {
    fc.assert(
      fc.property(digits(13), (start) => {
        const value = start + luhnDigit(start);
        expect(siretFault(value) === null).toBe(sirenFault(value.slice(0, 9)) === null);
      }),
    );
  });

  it('refuses every one-digit slip outside La Poste', () => {
    fc.assert(
      fc.property(siret, (value) => {
        expect(siretFault(value)).toBeNull();
        for (const slip of slips(value)) expect(siretFault(slip)).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('takes for La Poste Luhn or a digit sum divisible by five, and for nobody else the latter', () => {
    fc.assert(
      fc.property(digits(5), siren, (nic, other) => {
        const value = `356000000${nic}`;
        const sum = [...value].reduce((total, digit) => total + Number(digit), 0);
        const luhn = luhnDigit(value.slice(0, 13)) === value[13];
        expect(siretFault(value) === null).toBe(luhn || sum % 5 === 0);
        if (other !== '356000000') {
          expect(siretFault(other + nic) === null).toBe(luhnDigit(`${other}${nic}`.slice(0, 13)) === nic[4]);
        }
      }),
    );
  });
});

describe('numbers made from a SIREN', () => {
  it.each([
    ['335092318', 'FR06335092318'],
    ['529003931', 'FR43529003931'],
  ])('gives the French VAT number of %s', (value, vat) => expect(frenchVatNumber(value)).toBe(vat));

  it('always gives FR, two digits below 97 and the SIREN', () => {
    fc.assert(
      fc.property(siren, (value) => {
        const vat = frenchVatNumber(value);
        expect(vat).toMatch(/^FR\d{11}$/);
        expect(vat.slice(4)).toBe(value);
        // The published inverse: the SIREN followed by 12 is congruent to the key modulo 97.
        expect(Number(BigInt(`${value}12`) % 97n)).toBe(Number(vat.slice(2, 4)));
      }),
    );
  });

  it('writes SIREN and SIRET in groups, with spaces that do not break, and reads them back', () => {
    expect(formatCompanyNumber('331518498')).toBe('331\u00a0518\u00a0498');
    expect(formatCompanyNumber('73282932000074')).toBe('732\u00a0829\u00a0320\u00a000074');
    expect(Siren.parse(formatCompanyNumber('331518498'))).toBe('331518498');
    expect(Siret.parse(formatCompanyNumber('73282932000074'))).toBe('73282932000074');
  });

  it('groups them while they are typed, and leaves alone what is no such number', () => {
    expect(formatCompanyNumber('3315')).toBe('331\u00a05');
    expect(formatCompanyNumber('331\u00a05184')).toBe('331\u00a0518\u00a04');
    for (const other of ['FR 331', '1'.repeat(15), '']) expect(formatCompanyNumber(other)).toBe(other);
  });
});
