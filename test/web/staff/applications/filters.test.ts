import { describe, expect, it } from '@jest/globals';
import { listAddress, listFiltersFrom, listQueryOf } from '../../../../web/staff/applications/filters.ts';

describe('the filters of a list', () => {
  it('come back from the address as they were', () => {
    const filters = { status: 'failed', antenna: 'STE' } as const;
    expect(listAddress('/staff/applications', filters)).toBe('/staff/applications?status=failed&antenna=STE');
    expect(listFiltersFrom('?status=failed&antenna=STE')).toEqual(filters);
    expect(listQueryOf(filters)).toEqual({ status: 'failed', antenna: 'STE' });
  });

  it('filter nothing when they make no sense', () => {
    expect(listFiltersFrom('?status=lost&antenna=PARIS')).toEqual({ status: null, antenna: null });
    expect(listAddress('/staff/members', { status: null, antenna: null })).toBe('/staff/members');
  });
});
