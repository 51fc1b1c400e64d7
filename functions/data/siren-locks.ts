import * as z from 'zod';
import { formerKey, sirenKey } from './keys.ts';
import { get, type Write } from './table.ts';

/** Who holds a SIREN: one live application or one membership, never two of any. */
const SirenLock = z.object({ owner: z.enum(['application', 'member']), id: z.string(), since: z.iso.datetime() });
export type SirenLock = z.infer<typeof SirenLock>;

/** Who holds the SIREN, strongly consistent; null when it is free. */
export const findSirenLock = (siren: string): Promise<SirenLock | null> => get(sirenKey(siren), SirenLock);

/** Takes a free SIREN for an application. @param otherwise what it means that it is taken */
export const takeSiren = (siren: string, applicationId: string, at: string, otherwise: () => Error): Write => ({
  put: { ...sirenKey(siren), owner: 'application', id: applicationId, since: at } satisfies SirenLock & object,
  condition: 'attribute_not_exists(PK)',
  otherwise,
});

const heldByApplication = (applicationId: string) => ({
  condition: '#owner = :application AND id = :id',
  names: { '#owner': 'owner' },
  values: { ':application': 'application', ':id': applicationId },
});

/** Frees the SIREN an application holds. */
export const releaseSiren = (siren: string, applicationId: string): Write => ({
  remove: sirenKey(siren),
  ...heldByApplication(applicationId),
});

/** Hands the SIREN over from the application to the membership it became. */
export const handSirenToMember = (siren: string, applicationId: string, number: string, at: string): Write[] => [
  {
    put: { ...sirenKey(siren), owner: 'member', id: number, since: at } satisfies SirenLock & object,
    ...heldByApplication(applicationId),
  },
  { remove: formerKey(siren) },
];

const heldByMember = (number: string) => ({
  condition: '#owner = :member AND id = :id',
  names: { '#owner': 'owner' },
  values: { ':member': 'member', ':id': number },
});

/** Frees the SIREN a membership holds. */
export const releaseMemberSiren = (siren: string, number: string): Write => ({
  remove: sirenKey(siren),
  ...heldByMember(number),
});

/** Frees the SIREN of a membership that is over, and keeps in mind whose it was. */
export const leaveSiren = (siren: string, number: string): Write[] => [
  releaseMemberSiren(siren, number),
  { put: { ...formerKey(siren), number } },
];

/** Takes a free SIREN for a member that comes back, or that another company goes on with. */
export const takeSirenForMember = (siren: string, number: string, at: string, otherwise: () => Error): Write[] => [
  {
    put: { ...sirenKey(siren), owner: 'member', id: number, since: at } satisfies SirenLock & object,
    condition: 'attribute_not_exists(PK)',
    otherwise,
  },
  { remove: formerKey(siren) },
];

/** Number of the member that held the SIREN before, and may come back under it; null when there is none. */
export const findFormer = async (siren: string): Promise<string | null> =>
  (await get(formerKey(siren), z.object({ number: z.string() })))?.number ?? null;
