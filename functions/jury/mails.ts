import type { GrowthCase } from '../../domain/growth/case.ts';
import type { Juror } from '../../domain/jury/juror.ts';
import type { Seat, Session } from '../../domain/jury/session.ts';
import { listJurors } from '../data/jurors.ts';
import { readEnvironment } from '../shared/environment.ts';
import { sendPersonalMail } from '../shared/mailer.ts';

const { site } = readEnvironment('site');

type JuryMail = 'jury-invited' | 'jury-reminded' | 'jury-chair-asked';

/**
 * Writes to jurors about a case, once each for a sitting. Who has left the register since is passed over.
 * @param seats those to write to
 */
export const mailJurors = async (
  name: JuryMail,
  growthCase: GrowthCase,
  session: Session,
  seats: readonly Seat[],
  now: string,
): Promise<void> => {
  if (seats.length === 0) return;
  const jurors = new Map<string, Juror>((await listJurors()).map((juror) => [juror.jurorId, juror]));
  for (const { jurorId } of seats) {
    const juror = jurors.get(jurorId);
    if (juror === undefined || !juror.active) continue;
    await sendPersonalMail({
      name,
      to: juror,
      naturalKey: `${growthCase.caseId}#${session.number}#${jurorId}`,
      values: () => ({
        name: juror.name,
        companyName: growthCase.companyName,
        dueAt: session.dueAt,
        link: `${site}/staff/jury`,
      }),
      now,
    });
  }
};
