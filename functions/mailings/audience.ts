import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { DirectoryFilter } from '../../domain/directory/filter.ts';
import { type Addressed, type Audience, audienceOf } from '../../domain/mailing/mailing.ts';
import { findMember } from '../data/members.ts';
import { listUnsubscribed } from '../data/unsubscriptions.ts';
import { everyMember } from '../directory/find-members.ts';
import { emailSha256 } from '../shared/tokens.ts';

/** Members read at once. */
const AT_ONCE = 50;

const addressed = async (numbers: readonly string[]): Promise<Addressed[]> => {
  const members: Addressed[] = [];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const read = await Promise.all(numbers.slice(from, from + AT_ONCE).map(findMember));
    members.push(...read.flatMap((member) => member ?? []));
  }
  return members;
};

/** Whom a filter means now: who gets a mail and who does not, by their addresses of now. */
export const findAudience = async (asked: {
  antennas: readonly AntennaCode[] | undefined;
  filter: DirectoryFilter;
  today: string;
}): Promise<Audience> => {
  const [rows, unsubscribed] = await Promise.all([
    everyMember({ ...asked, sort: 'number' }, false),
    listUnsubscribed(),
  ]);
  const members = await addressed(rows.map(({ number }) => number));
  return audienceOf(members, (email) => unsubscribed.has(emailSha256(email)));
};
