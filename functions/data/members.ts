import * as z from 'zod';
import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { Refusal } from '../../domain/errors.ts';
import { Member } from '../../domain/member/member.ts';
import type { Actor } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeWrites, getApplication } from './applications.ts';
import { entryWrite } from './directory.ts';
import { WriteConflict } from './errors.ts';
import {
  antennaList,
  MEMBERS,
  memberCounterKey,
  memberIndexes,
  memberKey,
  memberPartition,
  PERIOD_PREFIX,
  periodIndexes,
  periodKey,
} from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, list, transact, type Write } from './table.ts';
import { untilWritten } from './until-written.ts';

const Counter = z.object({ value: z.int().nonnegative() });

/** The member, strongly consistent; null when there is none. */
export const findMember = (number: string): Promise<Member | null> => get(memberKey(number), Member);

/** @throws Refusal `not-found` */
export const getMember = async (number: string): Promise<Member> => {
  const member = await findMember(number);
  if (member === null) throw new Refusal('not-found');
  return member;
};

/** Members by number. @param antennas absent for all */
export const listMembers = (antennas: readonly AntennaCode[] | undefined, page: PageRequest): Promise<Page<Member>> => {
  const [only, ...others] = antennas ?? [];
  const one = only !== undefined && others.length === 0;
  return readPage(
    one ? 'GSI2' : 'GSI1',
    { pk: one ? antennaList(MEMBERS, only) : MEMBERS },
    Member,
    page,
    (member) => antennas === undefined || antennas.includes(member.antenna),
  );
};

/** How many membership numbers have been given. */
export const lastMemberCount = async (): Promise<number> => (await get(memberCounterKey, Counter))?.value ?? 0;

/** The writes of a new member, who takes the number after the `count`-th: no number is given twice or left out. */
export const newMemberWrites = (member: Member, count: number): Write[] => [
  {
    put: { ...memberCounterKey, value: count + 1 },
    condition: count === 0 ? 'attribute_not_exists(PK)' : '#value = :count',
    ...(count === 0 ? {} : { names: { '#value': 'value' }, values: { ':count': count } }),
    otherwise: () => new WriteConflict('Another member took the number.'),
  },
  {
    put: { ...memberKey(member.number), ...memberIndexes(member), ...member },
    condition: 'attribute_not_exists(PK)',
  },
  entryWrite(member),
  periodWrite(member, true),
];

/** A period as it is kept beside its member. */
export const StoredPeriod = z.object({
  number: z.string(),
  applicationId: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
});
type StoredPeriod = z.infer<typeof StoredPeriod>;

/**
 * The latest period of a member, in the lists it belongs to. No two periods begin on one day; that none overlaps the one
 * before is the domain's to see, and the member's version keeps what it saw true.
 */
const periodWrite = (member: Member, isNew: boolean): Write => {
  const { number, applicationId, period } = member;
  return {
    put: {
      ...periodKey(number, period.from),
      ...periodIndexes(member),
      ...({ number, applicationId, ...period } satisfies StoredPeriod),
    },
    ...(isNew ? { condition: 'attribute_not_exists(PK)' } : {}),
  };
};

/** Every period a member has had, in order. */
export const listPeriods = (number: string): Promise<StoredPeriod[]> =>
  list({ pk: memberPartition(number), prefix: PERIOD_PREFIX }, StoredPeriod);

/** What happens to a member in one write: its new state, and the lines it adds to the timeline of its dossier. */
export type MemberWrite = {
  /** The member after the change; its version and `updatedAt` are set here. */
  member: Member;
  /** ISO 8601 instant. */
  at: string;
  events: { actor: Actor; happening: Happening }[];
  /** The application it came from, where that changes too. */
  application?: Application;
  /** What must change with it or not at all: the SIREN's lock, tasks. */
  writes?: Write[];
};

const written = (before: Member, { member, at }: MemberWrite): Member => ({
  ...member,
  version: before.version + 1,
  updatedAt: at,
});

/** The writes of a member as it was read: they fail when somebody else wrote first. */
export const memberWrites = (before: Member, change: MemberWrite): Write[] => {
  const after = written(before, change);
  const { from } = after.period;
  if (from < before.period.from || (from > before.period.from && from <= before.period.to)) {
    throw new RangeError(`The period from ${from} of ${after.number} overlaps the one before.`);
  }
  return [
    {
      put: { ...memberKey(after.number), ...memberIndexes(after), ...after },
      condition: 'version = :read',
      values: { ':read': before.version },
      otherwise: () => new WriteConflict(`The member ${after.number} was changed by another.`),
    },
    entryWrite(after),
    periodWrite(after, from !== before.period.from),
    // The period before is in no list any more.
    ...(from === before.period.from ? [] : [closedPeriodWrite(before)]),
    ...(change.writes ?? []),
  ];
};

const closedPeriodWrite = ({ number, applicationId, period }: Member): Write => ({
  put: { ...periodKey(number, period.from), ...({ number, applicationId, ...period } satisfies StoredPeriod) },
});

/**
 * Changes a member: reads it and the application its dossier began with, asks `decide`, writes everything or nothing.
 * The lines go under the application's version, which numbers the whole dossier. When another writer was first it reads
 * and decides again, so `decide` may run several times and must not act.
 * @param decide null when there is nothing (left) to do
 * @returns the member as it is afterwards
 * @throws Refusal `not-found`; whatever `decide` throws; what a failed condition of `writes` says of itself;
 *   TransientStoreError
 */
export const changeMember = (
  number: string,
  decide: (member: Member, application: Application) => MemberWrite | null | Promise<MemberWrite | null>,
): Promise<Member> =>
  untilWritten(async () => {
    const before = await getMember(number);
    const application = await getApplication(before.applicationId);
    const change = await decide(before, application);
    if (change === null) return before;
    const { at, events } = change;
    const after = change.application ?? application;
    await transact([...memberWrites(before, change), ...changeWrites(application, { application: after, at, events })]);
    return written(before, change);
  });
