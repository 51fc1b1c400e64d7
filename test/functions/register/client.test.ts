import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RegisterClient, registerClient } from '../../../functions/register/client.ts';
import type { LocalCompany } from '../../../local/register/companies.ts';
import { type LocalRegister, startLocalRegister } from '../../../local/register/server.ts';

const ESKER = '331518498';
const NEVER_REGISTERED = '732829320';
const CEASED: LocalCompany = {
  siren: '395008246',
  name: 'VISIATIV',
  siret: '39500824600013',
  communeCode: '69044',
  postcode: '69260',
  activity: '58.29C',
  turnovers: { 2022: -5, 2023: 1_200_000.4 },
  ceased: true,
};

let register: LocalRegister;
let waits: number[];
let client: RegisterClient;

beforeAll(async () => {
  register = await startLocalRegister({ companies: [CEASED] });
});
afterAll(() => register.close());
beforeEach(() => {
  register.behave({ kind: 'well' });
  register.requests.length = 0;
  waits = [];
  client = registerClient({
    url: register.url,
    sleep: async (ms) => {
      waits.push(ms);
    },
    random: () => 1,
    timeoutMs: 200,
  });
});

describe('register client', () => {
  it('finds a company by its SIREN and says who asks', async () => {
    expect(await client.find(ESKER)).toEqual({
      result: 'found',
      entry: {
        siren: ESKER,
        name: 'ESKER',
        headOffice: { siret: '33151849800018', communeCode: '69266', postcode: '69100' },
        activity: '58.29C',
        activityNaf2025: null,
        headcountBand: '42',
        headcountYear: '2023',
        turnovers: [],
        size: 'ETI',
        createdOn: '1985-02-01',
        active: true,
      },
    });
    expect(register.requests).toHaveLength(1);
    expect(register.requests[0]?.userAgent).toMatch(/^traboule\//);
  });

  it('tells a ceased company', async () => {
    expect(await client.find(CEASED.siren)).toMatchObject({
      result: 'found',
      // The negative turnover of a correcting entry is none.
      entry: { active: false, turnovers: [{ year: 2023, turnover: 1_200_000 }] },
    });
  });

  it('says absent when the register answers and has no such company', async () => {
    expect(await client.find(NEVER_REGISTERED)).toEqual({ result: 'absent' });
    expect(waits).toEqual([]);
  });

  it('takes no other company that the text search brings along', async () => {
    register.add({ ...CEASED, siren: '200034528', name: `FILIALE DE ${NEVER_REGISTERED}`, ceased: false });
    expect(await client.find(NEVER_REGISTERED)).toEqual({ result: 'absent' });
  });

  it('waits as long as a 429 asks, then goes on', async () => {
    register.behave({ kind: 'too-many-requests', retryAfterSeconds: 2 }, 1);
    expect(await client.find(ESKER)).toMatchObject({ result: 'found' });
    expect(waits).toEqual([2000]);
  });

  it('does not wait longer than is worth it', async () => {
    register.behave({ kind: 'too-many-requests', retryAfterSeconds: 3600 });
    expect(await client.find(ESKER)).toEqual({ result: 'unavailable', reason: 'status 429' });
    expect(waits).toEqual([]);
  });

  it('retries a broken register with growing waits', async () => {
    register.behave({ kind: 'broken' }, 2);
    expect(await client.find(ESKER)).toMatchObject({ result: 'found' });
    expect(waits).toEqual([300, 600]);
  });

  it.each([
    ['broken', { kind: 'broken' }, 'status 500'],
    ['down', { kind: 'down' }, 'TypeError'],
    ['too slow', { kind: 'slow', ms: 5000 }, 'TimeoutError'],
  ] as const)('says unavailable, never absent, when the register stays %s', async (_, mood, reason) => {
    register.behave(mood);
    expect(await client.find(ESKER)).toEqual({ result: 'unavailable', reason });
    expect(register.requests).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it('says unavailable to an answer of another shape, without asking again', async () => {
    register.behave({ kind: 'nonsense' });
    expect(await client.find(ESKER)).toEqual({ result: 'unavailable', reason: 'answer of an unknown shape' });
    expect(register.requests).toHaveLength(1);
  });

  it('says unavailable to a refusal, without asking again', async () => {
    expect(await client.find('1')).toEqual({ result: 'unavailable', reason: 'status 400' });
    expect(register.requests).toHaveLength(1);
  });

  it('says unavailable when nobody listens', async () => {
    const nobody = await startLocalRegister();
    await nobody.close();
    const lonely = registerClient({ url: nobody.url, sleep: async () => undefined });
    expect(await lonely.find(ESKER)).toMatchObject({ result: 'unavailable' });
  });
});
