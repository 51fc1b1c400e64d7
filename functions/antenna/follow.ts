import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { placedIn } from '../../domain/programme/programme.ts';
import { getApplication } from '../data/applications.ts';
import { findCase, listCasesOf, writeCase } from '../data/growth-cases.ts';
import { changeProgramme } from '../data/programme.ts';
import { getReceivable, listReceivables, writeAntenna } from '../data/receivables.ts';
import { untilWritten } from '../data/until-written.ts';

const receivableFollows = (number: string, antenna: AntennaCode): Promise<void> =>
  untilWritten(async () => {
    const receivable = await getReceivable(number);
    if (receivable.antenna !== antenna) await writeAntenna(receivable, antenna);
  });

const caseFollows = (caseId: string, antenna: AntennaCode): Promise<void> =>
  untilWritten(async () => {
    const growthCase = await findCase(caseId);
    if (growthCase !== null && growthCase.antenna !== antenna) await writeCase(growthCase, { antenna });
  });

/**
 * Has what lies in a dossier say the antenna it is of now: what it owes, its screenings, its place in the programme. Lists
 * are made by what each says, and staff of the antenna before have no business there any more. Once, however often it is
 * called.
 */
export const followAntenna = async (applicationId: string): Promise<void> => {
  const { antenna } = await getApplication(applicationId);
  if (antenna === null) return;
  const [receivables, cases] = await Promise.all([listReceivables(applicationId), listCasesOf(applicationId)]);
  for (const { number } of receivables) await receivableFollows(number, antenna.code);
  for (const { caseId } of cases) await caseFollows(caseId, antenna.code);
  await changeProgramme((programme) => placedIn(programme, applicationId, antenna.code));
};
