import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RegisterAnswer } from '../../../domain/register/register.ts';
import type { RegisterReply } from '../../../functions/register/client.ts';
import { lookUp, type RegisterCache } from '../../../functions/register/look-up.ts';

const NOW = '2026-10-05T10:00:00.000Z';
const SIREN = '331518498';

let kept: { siren: string; answer: RegisterAnswer; expiresAt: string }[];
let warnings: string[];
let asked: number;
const cache: RegisterCache = {
  read: async (siren, now) => kept.find((k) => k.siren === siren && k.expiresAt > now)?.answer ?? null,
  keep: async (siren, answer, expiresAt) => {
    kept.push({ siren, answer, expiresAt });
  },
};
const ask = (reply: RegisterReply, now = NOW) =>
  lookUp(
    {
      find: async () => {
        asked += 1;
        return reply;
      },
    },
    cache,
    SIREN,
    now,
    (reason) => warnings.push(reason),
  );

beforeEach(() => {
  kept = [];
  warnings = [];
  asked = 0;
});

describe('looking a company up', () => {
  it('keeps "absent" for an hour, then asks again', async () => {
    expect(await ask({ result: 'absent' })).toEqual({ result: 'absent', checkedAt: NOW });
    await ask({ result: 'absent' }, '2026-10-05T10:59:00.000Z');
    expect(asked).toBe(1);
    await ask({ result: 'absent' }, '2026-10-05T11:00:00.000Z');
    expect(asked).toBe(2);
  });

  it('keeps a company for a day, and says when the register was really asked', async () => {
    const entry = {
      siren: SIREN,
      name: 'ESKER',
      headOffice: { siret: '33151849800018', communeCode: '69266', postcode: '69100' },
      activity: '58.29C',
      activityNaf2025: null,
      headcountBand: null,
      headcountYear: null,
      size: null,
      createdOn: null,
      active: true,
    };
    await ask({ result: 'found', entry });
    expect(await ask({ result: 'absent' }, '2026-10-06T09:00:00.000Z')).toEqual({
      result: 'found',
      checkedAt: NOW,
      entry,
    });
    expect(kept[0]?.expiresAt).toBe('2026-10-06T10:00:00.000Z');
  });

  it('never keeps "unavailable", and says why', async () => {
    expect(await ask({ result: 'unavailable', reason: 'status 500' })).toEqual({
      result: 'unavailable',
      checkedAt: NOW,
    });
    expect(kept).toEqual([]);
    expect(warnings).toEqual(['status 500']);
  });
});
