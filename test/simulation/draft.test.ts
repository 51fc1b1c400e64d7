import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartError } from '../../local/start/text.ts';
import { draftFaults, readDraft } from '../../simulation/draft.ts';
import { parseOptions } from '../../simulation/options.ts';
import { DraftPolicy } from '../../simulation/settings.ts';

const EXAMPLE = 'docs/policies/shorter-grace.json';
const example = (): Required<DraftPolicy> => {
  const { dues, membership } = DraftPolicy.parse(JSON.parse(readFileSync(EXAMPLE, 'utf8')));
  if (dues === undefined || membership === undefined) throw new Error('The example has both.');
  return { dues, membership };
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (text: string): string => {
  const path = join(folder, 'policy.json');
  writeFileSync(path, text);
  return path;
};
const refusal = (act: () => unknown): StartError => {
  try {
    act();
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('a policy to try out', () => {
  it('is read from a file, the one of the documentation among them', () => {
    expect(readDraft(EXAMPLE, '2027-01-01')).toEqual(example());
  });

  it('that suspends before it reminds is refused, with the days', () => {
    const { dues, membership } = example();
    const faults = draftFaults({ dues, membership: { ...membership, suspendDays: 10 } }, '2027-01-01');
    expect(faults).toEqual([expect.stringContaining('before the last reminder')]);
  });

  it('is held against the terms that it brings itself', () => {
    const { dues, membership } = example();
    // The scale of the code reminds for a month: 20 days are too few for it, and enough for the draft's own.
    expect(draftFaults({ membership: { ...membership, suspendDays: 20 } }, '2027-01-01')).not.toEqual([]);
    expect(draftFaults({ dues, membership: { ...membership, suspendDays: 20 } }, '2027-01-01')).toEqual([]);
  });

  it('whose bands leave a gap, or whose first day is over, is refused in both languages', () => {
    const { dues } = example();
    const gap = { ...dues, bands: dues.bands.filter(({ from }) => from !== 3) };
    expect(draftFaults({ dues: gap }, '2027-01-01')).toHaveLength(1);
    expect(draftFaults({ dues: { ...dues, from: '2020-01-01' } }, '2027-01-01').join()).toMatch(/\n {2}/);
  });

  it('with the name or day of a version there is, is refused', () => {
    const { membership } = example();
    expect(draftFaults({ membership: { ...membership, version: '2017-01' } }, '2027-01-01')).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{', 'JSON'],
    ['neither dues nor membership', '{}', 'neither'],
    ['an unknown field', '{"membership":{"version":"x"},"bonus":1}', 'bonus'],
  ])('of %s is refused, saying why', (_, text, why) => {
    expect(refusal(() => readDraft(written(text), '2027-01-01')).details).toContain(why);
  });
});

describe('the options', () => {
  it('have defaults, and a proof its kills', () => {
    expect(parseOptions([], '/x')).toEqual({
      members: 600,
      from: '2027-01-01',
      to: '2028-01-31',
      seed: 1,
      out: '/x/build/simulated-year',
      policy: null,
      kills: 0,
      verify: false,
    });
    expect(parseOptions(['--verify'], '/x')).toMatchObject({ kills: 10 });
    expect(parseOptions(['--verify', '--kills', '2', '--out', 'y'], '/x')).toMatchObject({ kills: 2, out: '/x/y' });
    expect(parseOptions(['--help'], '/x')).toBe('help');
  });

  it.each([
    [['--members', '0']],
    [['--members', 'many']],
    [['--from', '2027-02-30']],
    [['--from', '2028-01-01', '--to', '2027-01-01']],
    [['--from', '2016-01-01']],
    [['--seed', '-1']],
    [['--kills', '1000']],
    [['--nonsense']],
    [['600']],
  ])('%j are refused with what to do', (args) => {
    expect(refusal(() => parseOptions(args, '/x')).text.fr).toContain('--help');
  });
});
