import type { AntennaCode } from '../antenna/antenna.ts';
import { Refusal } from '../errors.ts';
import { type Scope, within } from './access.ts';
import type { StaffMember } from './staff.ts';

/** Somebody whose scope is empty has no business here at all; others are told that it is another antenna's. */
const refused = (scope: Scope): Refusal => new Refusal(scope.length === 0 ? 'forbidden' : 'wrong-antenna');

/**
 * Lets through who may see or do something that concerns these antennas.
 * @throws Refusal `forbidden` or `wrong-antenna`
 */
export const assertWithin = (scope: Scope, antennas: readonly AntennaCode[]): void => {
  if (!within(scope, antennas)) throw refused(scope);
};

/**
 * Lets through the head office alone: the machines work for every antenna.
 * @throws Refusal `forbidden`
 */
export const assertHeadOffice = ({ headOffice }: StaffMember): void => {
  if (!headOffice) throw new Refusal('forbidden');
};

/** Tells who keeps the accounts: the treasurer and the head office. */
export const keepsAccounts = ({ headOffice, groups }: StaffMember): boolean =>
  headOffice || groups.includes('treasurer');

/**
 * Lets through those who keep the accounts: the treasurer and the head office.
 * @throws Refusal `forbidden`
 */
export const assertTreasurer = (staff: StaffMember): void => {
  if (!keepsAccounts(staff)) throw new Refusal('forbidden');
};

/**
 * The antennas a list is made for.
 * @param asked the one antenna the caller wants to see, if they said so
 * @returns undefined for all, those without an antenna included
 * @throws Refusal `forbidden`; `wrong-antenna` when the one asked for is not within the scope
 */
export const antennasToList = (scope: Scope, asked: AntennaCode | undefined): readonly AntennaCode[] | undefined => {
  if (scope !== 'all' && scope.length === 0) throw refused(scope);
  if (asked === undefined) return scope === 'all' ? undefined : scope;
  assertWithin(scope, [asked]);
  return [asked];
};
