import { closedYearOn, evaluate } from '../../domain/growth/evaluate.ts';
import { contradictions } from '../../domain/growth/figures.ts';
import { growthPolicyAt } from '../../domain/growth/policy.ts';
import { companyOf } from '../../domain/growth/profile.ts';
import { ScoreCompanyInput, ScoreCompanyOutput } from '../../domain/growth/steps.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeCase } from '../data/growth-cases.ts';
import { listGrowthPolicies } from '../data/growth-policies.ts';
import { readProfile } from '../data/growth-profiles.ts';
import { task } from '../shared/task.ts';
import { assertCaseOpen } from './live.ts';

/** Scores the company by the policy in force, once: the case keeps the policy and the figures with the result. */
export const handler = task(ScoreCompanyInput, ScoreCompanyOutput, async ({ caseId, now }) => {
  const policy = growthPolicyAt(parisDay(now), await listGrowthPolicies());
  const { growthCase } = await changeCase(caseId, async (current, application) => {
    assertCaseOpen(current);
    if (current.score !== null) return null;
    const profile = await readProfile(application);
    const company = companyOf(profile, application.form.company.foundedOn);
    const evaluation = evaluate(policy, company, closedYearOn(parisDay(now)));
    const score = {
      at: now,
      policy,
      company,
      evaluation,
      contradictions: contradictions(profile.figures, application.register),
    };
    const { result, policyVersion } = evaluation;
    return {
      growthCase: { ...current, score, started: true, undeliveredSince: null, stage: 'convening' },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'screening-scored', caseId, result, policyVersion } }],
    };
  });
  if (growthCase.score === null) throw new Error(`The case ${caseId} has no score.`);
  return { result: growthCase.score.evaluation.result };
});
