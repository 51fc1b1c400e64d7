import { Refusal } from '../../domain/errors.ts';
import { Juror } from '../../domain/jury/juror.ts';
import { NOBODY } from '../../domain/rights/erased.ts';
import { WriteConflict } from './errors.ts';
import { JUROR_PREFIX, JURY, jurorKey, jurorNameKey } from './keys.ts';
import { get, list, transact, type Write } from './table.ts';
import { untilWritten } from './until-written.ts';

/** The register, whole and strongly consistent, in the order of entry. */
export const listJurors = async (): Promise<Juror[]> =>
  (await list({ pk: JURY, prefix: JUROR_PREFIX }, Juror)).sort(
    (a, b) => a.addedAt.localeCompare(b.addedAt) || a.jurorId.localeCompare(b.jurorId),
  );

/** Adds a juror: one active entry a user name. @throws Refusal `invalid-fields` when the name is taken */
export const addJuror = (juror: Juror): Promise<void> =>
  transact([
    {
      put: { ...jurorNameKey(juror.userName), jurorId: juror.jurorId },
      condition: 'attribute_not_exists(PK)',
      otherwise: () => new Refusal('invalid-fields', { errors: [{ path: 'userName', code: 'juror.known' }] }),
    },
    { put: { ...jurorKey(juror.jurorId), ...juror }, condition: 'attribute_not_exists(PK)' },
  ]);

/**
 * Takes a juror out of the register. The entry stays, inactive: old votes are told by the name; nobody is written to any more,
 * so the address goes. Removed again, nothing changes.
 * @throws Refusal `not-found`
 */
export const deactivateJuror = (jurorId: string, now: string): Promise<Juror> =>
  untilWritten(async () => {
    const juror = await get(jurorKey(jurorId), Juror);
    if (juror === null) throw new Refusal('not-found');
    if (!juror.active) return juror;
    const removed = { ...juror, email: NOBODY, active: false, removedAt: now, revision: juror.revision + 1 };
    const write: Write = {
      put: { ...jurorKey(jurorId), ...removed },
      condition: 'revision = :read',
      values: { ':read': juror.revision },
      otherwise: () => new WriteConflict(`The juror ${jurorId} was changed by another.`),
    };
    await transact([write, { remove: jurorNameKey(juror.userName) }]);
    return removed;
  });
