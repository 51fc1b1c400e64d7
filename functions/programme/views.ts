import type * as z from 'zod';
import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { ProgrammeView } from '../../domain/contract/growth-responses.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** The programme as staff of some antennas see it. @param antennas absent for all */
export const programmeView = (
  { cohorts, waiting, mentors }: Programme,
  antennas: readonly AntennaCode[] | undefined,
): z.input<typeof ProgrammeView> => {
  const theirs = ({ antenna }: { antenna: AntennaCode }): boolean =>
    antennas === undefined || antennas.includes(antenna);
  return {
    cohorts: cohorts.map((cohort) => ({ ...cohort, participants: cohort.participants.filter(theirs) })),
    waiting: { ...waiting, entries: waiting.entries.filter(theirs) },
    mentors: [...mentors],
  };
};
