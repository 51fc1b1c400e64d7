import * as z from 'zod';
import { ANTENNA_CODES } from '../antenna/antenna.ts';
import { Refusal } from '../errors.ts';
import { StaffGroup, type StaffMember } from './staff.ts';

/**
 * The names in a `cognito:groups` claim. A token carries an array; API Gateway's JWT authorizer hands it to the handler
 * as one string, `[admin antenna:STE]`.
 * @returns null when it is neither
 */
const groupNames = (claim: unknown): string[] | null => {
  if (typeof claim === 'string') {
    const inside = /^\[([^[\],"]*)\]$/.exec(claim)?.[1];
    return inside === undefined ? null : inside.split(' ').filter((name) => name !== '');
  }
  const list = z.array(z.string()).safeParse(claim);
  return list.success ? list.data : null;
};

/**
 * The groups of a signed-in person that mean something here; others of the user pool are passed over.
 * @throws Refusal `forbidden` when the claim is missing, malformed, empty, or names no group of ours
 */
export const parseGroups = (claim: unknown): StaffGroup[] => {
  const known = (groupNames(claim) ?? []).flatMap((name) => {
    const group = StaffGroup.safeParse(name);
    return group.success ? [group.data] : [];
  });
  if (known.length === 0) throw new Refusal('forbidden');
  return [...new Set(known)];
};

const optional = z.string().trim().optional();
/** The claims of an access or ID token that are read here. */
const Claims = z.object({
  sub: z.string().trim().min(1),
  name: optional,
  email: optional,
  username: optional,
  'cognito:username': optional,
  'cognito:groups': z.unknown().optional(),
});

/**
 * The member of staff that a verified token speaks for. The name is for the timeline: the token's name, or else what
 * identifies the person best.
 * @param claims claims as the authorizer passes them on
 * @throws Refusal `unauthorized` when the token names nobody, `forbidden` when the person is not staff or it is unclear
 */
export const staffOf = (claims: unknown): StaffMember => {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) throw new Refusal('unauthorized');
  const { sub, name, email, username } = parsed.data;
  const groups = parseGroups(parsed.data['cognito:groups']);
  return {
    id: sub,
    name: name || email || parsed.data['cognito:username'] || username || sub,
    userName: username || parsed.data['cognito:username'] || null,
    groups,
    headOffice: groups.includes('admin'),
    antennas: ANTENNA_CODES.filter((code) => groups.includes(`antenna:${code}`)),
  };
};
