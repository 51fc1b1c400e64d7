import { describe, expect, it } from '@jest/globals';
import { clientAddress } from '../../../functions/shared/http/client-address.ts';

describe('the address of whoever calls', () => {
  it.each([
    ['no proxy', undefined, '203.0.113.9', '203.0.113.9'],
    ['the gateway alone', '203.0.113.9', '203.0.113.9', '203.0.113.9'],
    ['behind the distribution', '203.0.113.9, 130.176.0.1', '130.176.0.1', '203.0.113.9 via 130.176.0.1'],
    [
      'an address made up before it',
      '10.0.0.1, 203.0.113.9, 130.176.0.1',
      '130.176.0.1',
      '203.0.113.9 via 130.176.0.1',
    ],
    ['IPv6', '2001:db8::1, 130.176.0.1', '130.176.0.1', '2001:db8::1 via 130.176.0.1'],
    ['no address at all', '<script>, 130.176.0.1', '130.176.0.1', '130.176.0.1'],
  ])('%s', (_case, forwardedFor, sourceIp, address) => {
    expect(clientAddress(forwardedFor, sourceIp)).toBe(address);
  });
});
