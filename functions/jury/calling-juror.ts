import { Refusal } from '../../domain/errors.ts';
import { type Juror, jurorOf } from '../../domain/jury/juror.ts';
import type { StaffMember } from '../../domain/staff/staff.ts';
import { listJurors } from '../data/jurors.ts';

/** The juror of the register who calls; null when the caller is none. */
export const findCallingJuror = async (caller: StaffMember): Promise<Juror | null> =>
  caller.groups.includes('jury') ? jurorOf(await listJurors(), caller.userName) : null;

/** @throws Refusal `forbidden` outside the group of jurors; `not-sitting` when the register does not know the caller */
export const callingJuror = async (caller: StaffMember): Promise<Juror> => {
  if (!caller.groups.includes('jury')) throw new Refusal('forbidden');
  const juror = await findCallingJuror(caller);
  if (juror === null) throw new Refusal('not-sitting');
  return juror;
};
