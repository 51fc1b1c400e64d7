import { ROUTES } from '../../domain/contract/routes.ts';
import { policyFaults, successionFaults } from '../../domain/dues/faults.ts';
import { Refusal } from '../../domain/errors.ts';
import { under } from '../../domain/text/field-errors.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies, publishDuesPolicy } from '../data/dues-policies.ts';
import { api } from '../shared/http/api.ts';
import { headOffice } from '../shared/http/caller.ts';

/** Publishes a version of the scale, in force from a day to come on. What was quoted before stands. */
export const handler = api(ROUTES.PublishDuesPolicy, headOffice, async ({ caller, body: { policy }, now }) => {
  const errors = [...policyFaults(policy), ...successionFaults(policy, await listDuesPolicies(), parisDay(now))];
  if (errors.some(({ code }) => code === 'policy.version-taken')) throw new Refusal('version-conflict');
  if (errors.length > 0) throw new Refusal('invalid-fields', { errors: under('policy', errors) });
  await publishDuesPolicy(policy, { by: caller.name, at: now });
  const { version, from } = policy;
  return { version, from };
});
