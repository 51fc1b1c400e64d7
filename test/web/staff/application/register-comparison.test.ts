import { describe, expect, it } from '@jest/globals';
import { comparedRows } from '../../../../web/staff/application/register-comparison.ts';
import { applications } from '../support/fixtures.ts';

const application = (index: number) => {
  const found = applications[index];
  if (found === undefined) throw new Error(`No application ${index}`);
  return found;
};
const row = (index: number, field: string) => comparedRows(application(index)).find((one) => one.field === field);

describe('what was typed beside what the register says', () => {
  it('marks the lines that differ, and no others', () => {
    const differing = comparedRows(application(0)).filter((one) => one.differs);
    expect(differing.map((one) => one.field)).toEqual(['activity', 'foundedOn']);
    expect(row(0, 'activity')).toMatchObject({ typed: { value: '62.01Z' }, register: { value: '62.02A' } });
  });

  it('compares activities of one nomenclature only', () => {
    const typed2025 = structuredClone(application(0));
    typed2025.form.company.activity = { code: '62.10A', nomenclature: 'NAF2025' };
    const activity = comparedRows(typed2025).find((one) => one.field === 'activity');
    expect(activity?.register).toBeNull();
  });

  it('shows the headcount of the latest year, whatever the order it was typed in', () => {
    const shuffled = structuredClone(application(0));
    shuffled.form.figures.reverse();
    expect(comparedRows(shuffled).find((one) => one.field === 'headcount')?.typed).toEqual({
      as: 'employees',
      count: 14,
      year: 2025,
    });
  });

  it('says nothing for the register when it did not answer, or has no such company', () => {
    for (const index of [1, 3]) {
      expect(comparedRows(application(index)).every((one) => one.register == null && !one.differs)).toBe(true);
    }
  });

  it('tells a value that was not given from one that was never asked for', () => {
    expect(row(0, 'siret')?.typed).toBeNull();
    expect(row(0, 'size')?.typed).toBeUndefined();
    expect(row(0, 'street')?.register).toBeUndefined();
  });
});
