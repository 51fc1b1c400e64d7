import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { proposeAntenna } from '../../../domain/antenna/assign.ts';
import { Refusal } from '../../../domain/errors.ts';
import { antennasOf, mayActOn, mayRead, readingScope, taskScope, within } from '../../../domain/staff/access.ts';
import { parseGroups, staffOf } from '../../../domain/staff/parse.ts';
import { STAFF_GROUPS } from '../../../domain/staff/staff.ts';
import { findCommune } from '../../../functions/data/communes.ts';
import { sampleApplication, sampleStaff } from '../samples.ts';

const refusalOf = (run: () => unknown): string => {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof Refusal) return error.type;
    throw error;
  }
};

describe('the groups of a token', () => {
  it.each<[unknown, string[]]>([
    ['[admin]', ['admin']],
    ['[admin antenna:STE]', ['admin', 'antenna:STE']],
    ['[ antenna:STE  antenna:LYO ]', ['antenna:STE', 'antenna:LYO']],
    [['treasurer'], ['treasurer']],
    [['admin', 'admin'], ['admin']],
    ['[eu-west-3_x_Google jury]', ['jury']],
  ])('in %j are %j', (claim, groups) => expect(parseGroups(claim)).toEqual(groups));

  it.each<[unknown]>([
    [undefined],
    [null],
    [''],
    ['[]'],
    ['[ ]'],
    [[]],
    ['admin'],
    ['[admin'],
    ['admin]'],
    ['["admin"]'],
    ['[[admin]]'],
    ['[admin, jury]'],
    ['[Admin]'],
    ['[ADMIN]'],
    ['[administrator]'],
    ['[antenna:]'],
    ['[antenna:PAR]'],
    ['[antenna:ste]'],
    ['[admin]\n[jury]'],
    [['admin', 1]],
    [[['admin']]],
    [{ admin: true }],
    [1],
    [true],
    ['[toString constructor __proto__]'],
  ])('are refused in %j', (claim) => expect(refusalOf(() => parseGroups(claim))).toBe('forbidden'));

  it('read the same from a string and from an array', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...STAFF_GROUPS), { minLength: 1 }), (groups) => {
        expect(parseGroups(`[${groups.join(' ')}]`)).toEqual(groups);
        expect(parseGroups(groups)).toEqual(groups);
      }),
    );
  });

  it('never make anybody staff by chance', () => {
    fc.assert(
      fc.property(fc.anything(), (claim) => {
        const names = typeof claim === 'string' ? claim : JSON.stringify(claim);
        fc.pre(!STAFF_GROUPS.some((group) => names?.includes(group)));
        expect(refusalOf(() => parseGroups(claim))).toBe('forbidden');
      }),
    );
  });
});

describe('the member of staff of a token', () => {
  it('has the user name that either kind of token carries', () => {
    expect(staffOf({ ...claims, username: 'camille.roux' }).userName).toBe('camille.roux');
    expect(staffOf({ ...claims, 'cognito:username': 'camille.roux' }).userName).toBe('camille.roux');
  });

  const claims = { sub: 'u-1', name: 'Camille Roux', 'cognito:groups': '[antenna:LYO antenna:STE jury]', iss: 'x' };

  it('has a name, groups and the antennas they open', () => {
    expect(staffOf(claims)).toEqual({
      id: 'u-1',
      name: 'Camille Roux',
      userName: null,
      groups: ['antenna:LYO', 'antenna:STE', 'jury'],
      headOffice: false,
      antennas: ['LYO', 'STE'],
    });
    expect(staffOf({ ...claims, 'cognito:groups': '[admin]' })).toMatchObject({ headOffice: true, antennas: [] });
  });

  it('is named as well as the token allows', () => {
    const named = (change: object) => staffOf({ sub: 'u-1', 'cognito:groups': '[jury]', ...change }).name;
    expect(named({ name: ' ', email: 'c@example.com', username: 'camille' })).toBe('c@example.com');
    expect(named({ username: 'camille' })).toBe('camille');
    expect(named({})).toBe('u-1');
  });

  it.each([undefined, null, 'x', {}, { sub: '' }, { sub: 1 }, { name: 'x', 'cognito:groups': '[admin]' }])(
    'is nobody when the token names nobody: %j',
    (claim) => expect(refusalOf(() => staffOf(claim))).toBe('unauthorized'),
  );

  it('is no staff without a group', () => {
    expect(refusalOf(() => staffOf({ sub: 'u-1' }))).toBe('forbidden');
    expect(refusalOf(() => staffOf({ ...claims, 'cognito:groups': '[visitors]' }))).toBe('forbidden');
  });
});

describe('what staff may read', () => {
  const vienne = findCommune('38544');
  if (vienne === null) throw new Error('Vienne is not there');
  const proposal = proposeAntenna({ commune: vienne, preferredAntenna: null, alreadyChosen: null, on: '2026-06-01' });
  const received = sampleApplication();
  const proposed = sampleApplication({ proposal });
  const placed = sampleApplication({
    proposal,
    antenna: { code: 'GRE', assignedBy: 'staff', at: '2026-06-01T08:00:00.000Z', communeCode: '38544' },
  });

  it.each([
    ['admin', [true, true, true], [true, true, true]],
    ['treasurer', [true, true, true], [false, false, false]],
    ['antenna:GRE', [false, true, true], [false, true, true]],
    ['antenna:LYO', [false, true, false], [false, true, false]],
    ['antenna:STE', [false, false, false], [false, false, false]],
    ['jury', [false, false, false], [false, false, false]],
  ] as const)('%s: of an application received, proposed, placed', (group, reads, acts) => {
    const staff = sampleStaff(group);
    expect([received, proposed, placed].map((application) => mayRead(staff, application))).toEqual(reads);
    expect([received, proposed, placed].map((application) => mayActOn(staff, application))).toEqual(acts);
  });

  it('is an antenna’s while it is a candidate, and its own once placed', () => {
    expect(antennasOf(received)).toEqual([]);
    expect(antennasOf(proposed)).toEqual(['LYO', 'GRE']);
    expect(antennasOf(placed)).toEqual(['GRE']);
  });

  it('is never less for reading than for acting', () => {
    fc.assert(
      fc.property(fc.subarray([...STAFF_GROUPS]), (groups) => {
        const staff = sampleStaff(...groups);
        const [reading, acting] = [readingScope(staff), taskScope(staff)];
        expect(acting === 'all' ? reading : acting.every((antenna) => within(reading, [antenna]))).toBeTruthy();
      }),
    );
  });
});
