import type * as z from 'zod';
import { currentSession, type GrowthCase } from '../../domain/growth/case.ts';
import { afterUnheld, loadOf, openSession } from '../../domain/growth/progress.ts';
import { ConveneJuryInput, ConveneJuryOutput } from '../../domain/growth/steps.ts';
import { changeCase, openCases } from '../data/growth-cases.ts';
import { listJurors } from '../data/jurors.ts';
import { assertCaseOpen } from '../growth/live.ts';
import { mailBeforeJury } from '../growth/mails.ts';
import { task } from '../shared/task.ts';

type Next = z.infer<typeof ConveneJuryOutput>['next'];

/** A sitting that was opened by this very state, tried before. */
const isOpened = (growthCase: GrowthCase, now: string): boolean => {
  const session = currentSession(growthCase);
  if (session === null) return false;
  return session.closedAt === null || (session.openedAt === now && session.closedAt === now && isEmpty(growthCase));
};
/** Closed as it opened: too small to sit. */
const isEmpty = (growthCase: GrowthCase): boolean => currentSession(growthCase)?.verdict?.verdict === 'no-quorum';

const nextOf = (growthCase: GrowthCase): Next =>
  currentSession(growthCase)?.closedAt === null ? 'vote' : afterUnheld(growthCase);

/** Opens a sitting: the panel by rule, or the same one again where it had asked for more. */
export const handler = task(ConveneJuryInput, ConveneJuryOutput, async ({ caseId, now }) => {
  const [jurors, cases] = await Promise.all([listJurors(), openCases()]);
  const convened = await changeCase(caseId, (current, application) => {
    assertCaseOpen(current);
    if (isOpened(current, now)) return null;
    const antenna = application.antenna?.code ?? current.antenna;
    const session = openSession(current, { jurors, load: loadOf(cases), antenna }, now);
    const seats = session.panel.seats.length;
    const growthCase = { ...current, sessions: [...current.sessions, session], token: null };
    const sits = session.closedAt === null;
    const next = sits ? 'vote' : afterUnheld(growthCase);
    return {
      growthCase: { ...growthCase, stage: next === 'next-session' ? 'next-session' : 'convening' },
      at: now,
      events: [
        {
          actor: { kind: 'system' },
          happening: sits
            ? { type: 'jury-convened', caseId, seats, dueAt: session.dueAt }
            : { type: 'jury-too-small', caseId, seats },
        },
      ],
    };
  });
  const next = nextOf(convened.growthCase);
  if (next === 'vote') await mailBeforeJury({ ...convened, now });
  return { next };
});
