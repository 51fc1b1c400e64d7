import * as z from 'zod';
import { DUES_POLICIES } from '../../domain/dues/policies.ts';
import { DuesPolicy } from '../../domain/dues/policy.ts';
import { Refusal } from '../../domain/errors.ts';
import { duesPolicyKey, DUES_POLICIES as PUBLISHED } from './keys.ts';
import { get, list, transact } from './table.ts';

/** A version that was published, by whom and when. */
const Published = z.object({ policy: DuesPolicy, publishedBy: z.string(), publishedAt: z.iso.datetime() });

/** Every version of the scale, the oldest first: those of the code, then those that were published. */
export const listDuesPolicies = async (): Promise<DuesPolicy[]> => {
  const published = await list({ pk: PUBLISHED, prefix: 'POLICY#' }, Published);
  return [...DUES_POLICIES, ...published.map(({ policy }) => policy)].sort((a, b) => a.from.localeCompare(b.from));
};

/** The version of this name, of the code or published. @throws RangeError when there is none */
export const getDuesPolicy = async (version: string): Promise<DuesPolicy> => {
  const known = DUES_POLICIES.find((policy) => policy.version === version);
  if (known !== undefined) return known;
  const published = await get(duesPolicyKey(version), Published);
  if (published === null) throw new RangeError(`There is no scale of dues ${version}.`);
  return published.policy;
};

/**
 * Publishes a version. Its name is taken, and its first day comes after that of every other, in one transaction: of two
 * that are published at once and go against each other one stands.
 * @throws Refusal `version-conflict` when a version of this name, or of a later first day, is there
 */
export const publishDuesPolicy = (policy: DuesPolicy, published: { by: string; at: string }): Promise<void> => {
  const taken = () => new Refusal('version-conflict');
  return transact([
    {
      put: { ...duesPolicyKey(policy.version), policy, publishedBy: published.by, publishedAt: published.at },
      condition: 'attribute_not_exists(PK)',
      otherwise: taken,
    },
    {
      put: { PK: PUBLISHED, SK: 'LAST', from: policy.from },
      condition: 'attribute_not_exists(PK) OR #from < :from',
      names: { '#from': 'from' },
      values: { ':from': policy.from },
      otherwise: taken,
    },
  ]);
};
