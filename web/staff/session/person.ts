import * as z from 'zod';
import { ANTENNA_CODES, type AntennaCode } from '../../../domain/antenna/antenna.ts';
import { StaffGroup } from '../../../domain/staff/staff.ts';

/** The signed-in person, as the console shows them. What they may do is the API's to decide, at each call. */
export type Person = { name: string; groups: StaffGroup[] };

const AccessTokenClaims = z.object({
  /** Absent when the person belongs to no group. */
  'cognito:groups': z.array(z.string()).default([]),
});

/**
 * Reads the groups of an access token (a JWT) without checking its signature: only the API's authorizer does.
 * Groups of other products, and a token that is no JWT, count for nothing.
 */
export function groupsOf(accessToken: string): StaffGroup[] {
  const payload = accessToken.split('.')[1];
  if (payload === undefined) return [];
  const claims = AccessTokenClaims.safeParse(decoded(payload));
  if (!claims.success) return [];
  return claims.data['cognito:groups'].flatMap((group) => {
    const known = StaffGroup.safeParse(group);
    return known.success ? [known.data] : [];
  });
}

/** Base64url of JSON in UTF-8, as a JWT's parts are written; null when it is not that. */
function decoded(part: string): unknown {
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
  } catch (error) {
    // atob throws DOMException and JSON.parse SyntaxError: both mean "no token of ours".
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

/** The name to show: what the identity provider knows, most human first. */
export function nameOf(profile: {
  name?: string;
  given_name?: string;
  family_name?: string;
  email?: string;
  sub: string;
}): string {
  const full = [profile.given_name, profile.family_name].filter((part) => part !== undefined && part !== '').join(' ');
  return [profile.name, full, profile.email].find((name) => name !== undefined && name !== '') ?? profile.sub;
}

/** True for the groups that see applications and members at all. */
export const seesJoining = (groups: readonly StaffGroup[]): boolean => groups.some((group) => group !== 'jury');

/** True for the groups that are asked to answer tasks. */
export const answersTasks = (groups: readonly StaffGroup[]): boolean =>
  groups.some((group) => group === 'admin' || group.startsWith('antenna:'));

/** True for those the jury's pages are for. */
export const sitsOnJury = (groups: readonly StaffGroup[]): boolean => groups.includes('jury');

/** True for the head office: the machines are looked after there. */
export const isHeadOffice = (groups: readonly StaffGroup[]): boolean => groups.includes('admin');

/** True for those who keep the accounts of dues: the treasurer, and the head office. */
export const keepsAccounts = (groups: readonly StaffGroup[]): boolean =>
  groups.includes('treasurer') || groups.includes('admin');

/** The antennas a person sees: all of them for the head office and the treasurer, else their own. */
export const antennasOf = (groups: readonly StaffGroup[]): AntennaCode[] =>
  groups.includes('admin') || groups.includes('treasurer')
    ? [...ANTENNA_CODES]
    : ANTENNA_CODES.filter((code) => groups.includes(`antenna:${code}`));
