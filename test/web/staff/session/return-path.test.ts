import { describe, expect, it } from '@jest/globals';
import { returnPathOf } from '../../../../web/staff/session/return-path.ts';

describe('the page to go back to after signing in', () => {
  it('is the one that was left, with its filters', () => {
    expect(returnPathOf({ returnTo: '/staff/applications?status=failed' })).toBe('/staff/applications?status=failed');
    expect(returnPathOf({ returnTo: '/staff?antenna=STE' })).toBe('/staff?antenna=STE');
  });

  it('is never outside the console, nor the page that signs in', () => {
    for (const returnTo of [
      'https://evil.example',
      '//evil.example',
      '/staffing',
      '/join',
      '/staff/callback?code=1',
      3,
    ]) {
      expect(returnPathOf({ returnTo })).toBe('/staff');
    }
    expect(returnPathOf(undefined)).toBe('/staff');
  });
});
