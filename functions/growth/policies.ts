import type * as z from 'zod';
import type { GrowthPolicyList } from '../../domain/contract/growth-responses.ts';
import { growthPolicyAt } from '../../domain/growth/policy.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listGrowthPolicies } from '../data/growth-policies.ts';

/** Every version, and the one in force. */
export const policiesView = async (now: string): Promise<z.input<typeof GrowthPolicyList>> => {
  const items = await listGrowthPolicies();
  return { items, current: growthPolicyAt(parisDay(now), items).version };
};
