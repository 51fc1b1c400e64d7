import type { AntennaCode } from '../antenna/antenna.ts';
import type { Application } from '../application/application.ts';
import type { StaffMember } from './staff.ts';

/** What this member of staff may read: everything, some antennas alone, or nothing of joining (the jury). */
export type Scope = 'all' | readonly AntennaCode[];

/** Applications and members that this member of staff may read: the head office and the treasurer all of them. */
export const readingScope = (staff: StaffMember): Scope =>
  staff.headOffice || staff.groups.includes('treasurer') ? 'all' : staff.antennas;

/** Tasks that this member of staff may see: the treasurer's reading does not reach into the inbox. */
export const taskScope = (staff: StaffMember): Scope => (staff.headOffice ? 'all' : staff.antennas);

/** Tells whether any of these antennas lies within a scope. */
export const within = (scope: Scope, antennas: readonly AntennaCode[]): boolean =>
  scope === 'all' || antennas.some((antenna) => scope.includes(antenna));

/** The antennas an application concerns: its own, or, until it has one, those it is proposed to. */
export const antennasOf = (application: Pick<Application, 'antenna' | 'proposal'>): readonly AntennaCode[] =>
  application.antenna === null ? (application.proposal?.candidates ?? []) : [application.antenna.code];

/** Tells whether this member of staff may read an application. One without any antenna yet is the head office's. */
export const mayRead = (staff: StaffMember, application: Pick<Application, 'antenna' | 'proposal'>): boolean =>
  within(readingScope(staff), antennasOf(application));

/** Tells whether this member of staff may act on an application (restart it): readers, except the treasurer. */
export const mayActOn = (staff: StaffMember, application: Pick<Application, 'antenna' | 'proposal'>): boolean =>
  within(taskScope(staff), antennasOf(application));
