import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { Application } from '../../domain/application/application.ts';
import type { ApplicationStatus } from '../../domain/application/status.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { WriteConflict } from './errors.ts';
import { APPLICATIONS, antennaList, applicationIndexes, applicationKey, UNCONFIRMED } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { retentionWrites } from './retention.ts';
import { get, transact, type Write } from './table.ts';
import { eventWrite } from './timeline.ts';
import { untilNumbered, untilWritten } from './until-written.ts';

/** What happens to an application in one write: its new state, and the lines it adds to the timeline. */
export type Change = {
  /** The application after the change; its version and `updatedAt` are set here. */
  application: Application;
  /** ISO 8601 instant. */
  at: string;
  events: { actor: Actor; happening: Happening }[];
  /** What must change with it or not at all: tasks, the SIREN's lock, a member. */
  writes?: Write[];
};

type Decision = Change | null | (() => Promise<Change>);

/** The application, strongly consistent; null when there is none. */
export const findApplication = (applicationId: string): Promise<Application | null> =>
  get(applicationKey(applicationId), Application);

/** @throws Refusal `not-found` */
export const getApplication = async (applicationId: string): Promise<Application> => {
  const application = await findApplication(applicationId);
  if (application === null) throw new Refusal('not-found');
  return application;
};

/** The writes of a new application, with its first line. */
export const newApplicationWrites = (
  application: Application,
  event: { actor: Actor; happening: Happening },
): Write[] => [
  {
    put: { ...applicationKey(application.applicationId), ...applicationIndexes(application), ...application },
    condition: 'attribute_not_exists(PK)',
  },
  eventWrite(application.applicationId, application.version, '0', { at: application.submittedAt, ...event }),
];

/** The writes of a change to the application as it was read: they fail when somebody else wrote first. */
export const changeWrites = (before: Application, { application, at, events, writes = [] }: Change): Write[] => {
  const after = { ...application, version: before.version + 1, updatedAt: at };
  return [
    {
      put: { ...applicationKey(after.applicationId), ...applicationIndexes(after), ...after },
      condition: 'version = :read',
      values: { ':read': before.version },
      otherwise: () => new WriteConflict(`The application ${after.applicationId} was changed by another.`),
    },
    ...events.map((event, place) => eventWrite(after.applicationId, after.version, String(place), { at, ...event })),
    ...retentionWrites(before, after),
    ...writes,
  ];
};

/**
 * Changes an application: reads it, asks `decide`, writes everything or nothing. When another writer was first it
 * reads and decides again, so `decide` may run several times and must not act.
 * @param decide null when there is nothing (left) to do; what takes a number is a function, which alone runs again when
 *   another took the number: whatever else was read, the conditions of the writes keep true
 * @returns the application as it is afterwards
 * @throws Refusal `not-found`; whatever `decide` throws; what a failed condition of `writes` says of itself;
 *   TransientStoreError
 */
export const changeApplication = (
  applicationId: string,
  decide: (application: Application) => Decision | Promise<Decision>,
): Promise<Application> =>
  untilWritten(async () => {
    const before = await getApplication(applicationId);
    const decision = await decide(before);
    if (decision === null) return before;
    const write = async (change: Change): Promise<Application> => {
      await transact(changeWrites(before, change));
      return { ...change.application, version: before.version + 1, updatedAt: change.at };
    };
    return typeof decision === 'function' ? untilNumbered(async () => write(await decision())) : write(decision);
  });

/**
 * Applications, the newest first.
 * @param filter `antennas`: those the application may be placed in; absent for all, the not yet placed included
 */
export const listApplications = (
  filter: { antennas?: readonly AntennaCode[] | undefined; status?: ApplicationStatus | undefined },
  page: PageRequest,
): Promise<Page<Application>> => {
  const { antennas, status } = filter;
  const [only, ...others] = antennas ?? [];
  const one = only !== undefined && others.length === 0;
  return readPage(
    one ? 'GSI2' : 'GSI1',
    { pk: one ? antennaList(APPLICATIONS, only) : APPLICATIONS, newestFirst: true },
    Application,
    page,
    (application) =>
      (status === undefined || application.status === status) &&
      (antennas === undefined || (application.antenna !== null && antennas.includes(application.antenna.code))),
  );
};

/** Applications whose address is not confirmed, of before a day, the oldest first. @param day ISO 8601 date */
export const listUnconfirmed = (day: string, page: PageRequest): Promise<Page<Application>> =>
  readPage('GSI2', { pk: UNCONFIRMED, before: day }, Application, page);
