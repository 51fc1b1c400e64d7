import { EnrolInProgrammeInput, EnrolInProgrammeOutput } from '../../domain/growth/steps.ts';
import { enrol } from '../../domain/programme/programme.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeCase } from '../data/growth-cases.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';
import { assertCaseOpen } from '../growth/live.ts';
import { task } from '../shared/task.ts';
import { candidateOf, cohortOf } from './candidate.ts';

/** Enrols the company: its place, its mentor and its case change together. No place is given twice. */
export const handler = task(EnrolInProgrammeInput, EnrolInProgrammeOutput, async ({ applicationId, caseId, now }) => {
  const { growthCase } = await changeCase(caseId, async (current) => {
    assertCaseOpen(current);
    // This step ran before.
    if (current.stage === 'enrolled' || current.stage === 'waiting-list') return null;
    const before = await readProgramme();
    const after = enrol(before, candidateOf(current), { at: now, on: parisDay(now) });
    const cohort = cohortOf(after, applicationId);
    const happening: Happening =
      cohort === null ? { type: 'programme-waiting' } : { type: 'programme-enrolled', cohort: cohort.name };
    const cohortId = cohort?.cohortId ?? null;
    return {
      growthCase: { ...current, token: null, stage: cohort === null ? 'waiting-list' : 'enrolled', cohortId },
      at: now,
      events: [{ actor: { kind: 'system' }, happening }],
      writes: programmeWrites(before, after),
    };
  });
  return { place: growthCase.stage === 'enrolled' ? ('enrolled' as const) : ('waiting-list' as const) };
});
