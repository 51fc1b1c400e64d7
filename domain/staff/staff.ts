import * as z from 'zod';
import { ANTENNA_CODES, type AntennaCode } from '../antenna/antenna.ts';

/** The groups of the user pool that mean something here. */
export const STAFF_GROUPS = [
  'admin',
  'treasurer',
  'jury',
  ...ANTENNA_CODES.map((c) => `antenna:${c}` as const),
] as const;
export const StaffGroup = z.enum(STAFF_GROUPS);
export type StaffGroup = z.infer<typeof StaffGroup>;

/** A signed-in member of staff. `antennas` are those they may see; head office (admin) sees all. */
export type StaffMember = {
  id: string;
  name: string;
  /** The name they sign in with, which the register of jurors knows; null when the token carries none. */
  userName: string | null;
  groups: StaffGroup[];
  headOffice: boolean;
  antennas: AntennaCode[];
};
