import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '../../../domain/errors.ts';
import { asFailure, Failure, failureOf } from '../../../web/api/failure.ts';

const problem = (name: string, status: number) => ({
  type: `urn:traboule:problem:${name}`,
  title: 't',
  status,
  detail: 'd',
});

describe('a refused call', () => {
  it('is known by the type of its problem, for every type of the contract', () => {
    for (const [name, status] of Object.entries(PROBLEMS)) {
      expect(failureOf(status, problem(name, status)).reason).toBe(name);
    }
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [413, 'body-too-large'],
    [429, 'too-many-requests'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [418, 'unexpected'],
  ])('is judged by its status when the gateway or the firewall answered: %i', (status, reason) => {
    expect(failureOf(status, null).reason).toBe(reason);
    expect(failureOf(status, problem('unheard-of', status)).reason).toBe(reason);
  });

  it('hands over the fields of a 422', () => {
    const errors = [{ path: 'company.siren', code: 'siren.checksum', message: 'Ce SIREN n’existe pas.' }];
    expect(failureOf(422, { ...problem('invalid-fields', 422), errors }).fields).toEqual(errors);
    expect(failureOf(409, problem('duplicate-company', 409)).fields).toEqual([]);
  });

  it('is worth trying again only where nothing is wrong with what was asked', () => {
    const passing = (reason: ConstructorParameters<typeof Failure>[0]) => new Failure(reason).passing;
    expect([passing('timeout'), passing('offline'), passing('unavailable')]).toEqual([true, true, true]);
    expect([passing('duplicate-company'), passing('invalid-link'), passing('invalid-fields')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('keeps what was thrown when nobody expected it', () => {
    const thrown = new TypeError('x');
    expect(asFailure(thrown)).toMatchObject({ reason: 'unexpected', cause: thrown });
  });
});
