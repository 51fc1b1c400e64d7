import { isDeepStrictEqual } from 'node:util';
import { proposeAntenna } from '../../domain/antenna/assign.ts';
import type { Application } from '../../domain/application/application.ts';
import type { Commune } from '../../domain/geography/commune.ts';
import { ProposeAntennaInput, ProposeAntennaOutput } from '../../domain/joining/steps.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { changeApplication } from '../data/applications.ts';
import { task } from '../shared/task.ts';
import { placing } from './placing.ts';

const proposalFor = ({ form, antenna }: Application, commune: Commune, now: string) =>
  proposeAntenna({
    commune,
    preferredAntenna: form.preferredAntenna,
    alreadyChosen: antenna,
    on: parisDay(now),
  });

/** Applies the antenna rule, and keeps what it said with its reasons. */
export const handler = task(ProposeAntennaInput, ProposeAntennaOutput, async ({ applicationId, now }) => {
  const { proposal } = await changeApplication(applicationId, async (application) => {
    const member = await placing(application);
    const said = proposalFor(application, member?.commune ?? application.commune, now);
    // The rule said the same when this step ran before: that is told already.
    if (isDeepStrictEqual(application.proposal, said)) return null;
    return {
      application: { ...application, proposal: said },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'antenna-proposed', proposal: said } }],
    };
  });
  if (proposal === null) throw new Error(`The application ${applicationId} has no proposal.`);
  const { clearCut, proposed, inputs } = proposal;
  return { clearCut, proposed, communeCode: inputs.communeCode };
});
