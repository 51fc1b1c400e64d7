import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { FIRST_GROWTH_POLICY, GrowthPolicy } from '../../domain/growth/policy.ts';
import { GROWTH_POLICIES, growthPolicyDayKey, growthPolicyKey } from './keys.ts';
import { list, transact } from './table.ts';

/** A version that was published, by whom and when. */
const Published = z.object({ policy: GrowthPolicy, publishedBy: z.string(), publishedAt: z.iso.datetime() });

/** Every version of the growth policy, the oldest first: that of the code, then those that were published. */
export const listGrowthPolicies = async (): Promise<GrowthPolicy[]> => {
  const published = await list({ pk: GROWTH_POLICIES, prefix: 'POLICY#' }, Published);
  return [FIRST_GROWTH_POLICY, ...published.map(({ policy }) => policy)].sort((a, b) => a.from.localeCompare(b.from));
};

/**
 * Publishes a version. Its name and its first day are taken together, so of two published at once one stands.
 * @throws Refusal `invalid-fields` when a version of this name, or of this first day, is there
 */
export const publishGrowthPolicy = (policy: GrowthPolicy, published: { by: string; at: string }): Promise<void> => {
  const taken = (path: string, code: string) => () => new Refusal('invalid-fields', { errors: [{ path, code }] });
  return transact([
    {
      put: { ...growthPolicyKey(policy.version), policy, publishedBy: published.by, publishedAt: published.at },
      condition: 'attribute_not_exists(PK)',
      otherwise: taken('version', 'policy.version-taken'),
    },
    {
      put: { ...growthPolicyDayKey(policy.from), version: policy.version },
      condition: 'attribute_not_exists(PK)',
      otherwise: taken('from', 'policy.from-past'),
    },
  ]);
};
