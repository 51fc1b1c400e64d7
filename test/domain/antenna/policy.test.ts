import { describe, expect, it } from '@jest/globals';
import { ANTENNA_CODES } from '../../../domain/antenna/antenna.ts';
import { ANTENNA_POLICIES, type AntennaPolicy, policyAt, policyFaults } from '../../../domain/antenna/policy.ts';
import { HOME_REGION } from '../../../domain/geography/commune.ts';
import { allCommunes } from '../../../functions/data/communes.ts';

const communes = allCommunes();
const geography = {
  departements: [...new Set(communes.filter((c) => c.region === HOME_REGION).map((c) => c.departement))],
  epcis: new Set(communes.flatMap((c) => (c.epci === null ? [] : [c.epci.code]))),
};
const policy = policyAt('2026-01-01');
const faults = (change: Partial<AntennaPolicy>) => policyFaults({ ...policy, ...change }, geography);

describe('the antenna policies', () => {
  it.each(ANTENNA_POLICIES)('are without fault: $version', (version) => {
    expect(policyFaults(version, geography)).toEqual([]);
  });

  it('each have a version and a day of their own', () => {
    expect(new Set(ANTENNA_POLICIES.map((p) => p.version)).size).toBe(ANTENNA_POLICIES.length);
    expect(new Set(ANTENNA_POLICIES.map((p) => p.from)).size).toBe(ANTENNA_POLICIES.length);
  });

  it('name each contested EPCI as the State does', () => {
    const names = new Map(communes.flatMap((c) => (c.epci === null ? [] : [[c.epci.code, c.epci.name] as const])));
    for (const { contested } of ANTENNA_POLICIES) {
      for (const { epci, name } of contested) expect(names.get(epci)).toBe(name);
    }
  });

  it('offer every antenna to companies from elsewhere', () => {
    expect([...policy.elsewhere].sort()).toEqual([...ANTENNA_CODES].sort());
  });

  it.each<[string, Partial<AntennaPolicy>, string]>([
    ['a département that nobody covers', { departements: { ...policy.departements, GRE: ['26'] } }, 'département 38'],
    ['one covered twice', { departements: { ...policy.departements, GRE: ['38', '01'] } }, 'département 01'],
    ['one outside the region', { departements: { ...policy.departements, GRE: ['38', '75'] } }, '75 is not in'],
    ['a neighbour inside', { neighbours: { '42': ['STE'] } }, '42 is in the region'],
    [
      'an EPCI that is none',
      { contested: [{ epci: '123456789', name: '?', candidates: ['LYO', 'GRE'] }] },
      '123456789',
    ],
    ['an EPCI twice', { contested: policy.contested.flatMap((c) => [c, c]) }, 'contested twice'],
    ['a single candidate', { contested: [{ epci: '200077014', name: '?', candidates: ['LYO'] }] }, 'contested.0'],
    ['a candidate twice', { elsewhere: ['LYO', 'LYO'] }, 'candidates twice'],
    ['a neighbour without candidates', { neighbours: { '71': [] } }, 'neighbours.71'],
  ])('are refused with %s', (_, change, sentence) => {
    expect(faults(change).join('\n')).toContain(sentence);
  });
});
