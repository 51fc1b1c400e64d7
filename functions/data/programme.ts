import { Cohort, WaitingList } from '../../domain/programme/cohort.ts';
import { Mentor } from '../../domain/programme/mentor.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { WriteConflict } from './errors.ts';
import {
  COHORT_PREFIX,
  cohortIndexes,
  cohortKey,
  MENTOR_PREFIX,
  mentorKey,
  PROGRAMME,
  waitingListKey,
} from './keys.ts';
import { get, type IndexKeys, type Key, list, transact, type Write } from './table.ts';
import { untilWritten } from './until-written.ts';

/** The whole programme, strongly consistent. An item of revision 0 is not written yet. */
export const readProgramme = async (): Promise<Programme> => {
  const [cohorts, mentors, waiting] = await Promise.all([
    list({ pk: PROGRAMME, prefix: COHORT_PREFIX }, Cohort),
    list({ pk: PROGRAMME, prefix: MENTOR_PREFIX }, Mentor),
    get(waitingListKey, WaitingList),
  ]);
  return { cohorts, mentors, waiting: waiting ?? { entries: [], revision: 0 } };
};

const write = (item: Key & IndexKeys & { revision: number }): Write => ({
  put: { ...item, revision: item.revision + 1 },
  ...(item.revision === 0
    ? { condition: 'attribute_not_exists(PK)' }
    : { condition: 'revision = :read', values: { ':read': item.revision } }),
  otherwise: () => new WriteConflict(`${item.SK} of the programme was changed by another.`),
});

/**
 * The writes that make a programme of another: what changed, each on condition that it is still as it was read. So of two
 * companies that come for the last place at once, one has it, and the other is decided again.
 */
export const programmeWrites = (before: Programme, after: Programme): Write[] => {
  const changed = changedItems(before, after);
  // Whatever changes, the waiting list is written with it: what was decided rests on who waits.
  return changed.length === 0 && after.waiting === before.waiting
    ? []
    : [...changed, write({ ...waitingListKey, ...after.waiting })];
};

const changedItems = (before: Programme, after: Programme): Write[] => [
  ...after.cohorts
    .filter((cohort) => !before.cohorts.includes(cohort))
    .map((cohort) => write({ ...cohortKey(cohort.cohortId), ...cohortIndexes(cohort), ...cohort })),
  ...after.mentors
    .filter((mentor) => !before.mentors.includes(mentor))
    .map((mentor) => write({ ...mentorKey(mentor.mentorId), ...mentor })),
];

/**
 * Changes the programme alone. `decide` may run several times and must not act.
 * @returns the programme as it is afterwards
 * @throws whatever `decide` throws; TransientStoreError
 */
export const changeProgramme = (
  decide: (programme: Programme) => Programme | Promise<Programme>,
  alongside: (before: Programme, after: Programme) => Write[] | Promise<Write[]> = () => [],
): Promise<Programme> =>
  untilWritten(async () => {
    const before = await readProgramme();
    const after = await decide(before);
    const writes = programmeWrites(before, after);
    if (writes.length > 0) await transact([...writes, ...(await alongside(before, after))]);
    return readProgramme();
  });

/** The name of a cohort; empty when there is none. */
export const findCohortName = async (cohortId: string): Promise<string> =>
  (await get(cohortKey(cohortId), Cohort))?.name ?? '';
