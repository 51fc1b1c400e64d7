import * as z from 'zod';
import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { Refusal } from '../../domain/errors.ts';
import { Member } from '../../domain/member/member.ts';
import { WriteConflict } from './errors.ts';
import { antennaList, MEMBERS, memberCounterKey, memberIndexes, memberKey } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, type Write } from './table.ts';

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
];
