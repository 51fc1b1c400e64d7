import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Application } from '../../domain/application/application.ts';
import type { YearlyFigures } from '../../domain/application/form.ts';
import { takeYear } from '../../domain/growth/figures.ts';
import { GrowthProfile, newProfile, profileAnew } from '../../domain/growth/profile.ts';
import { plusDays } from '../../domain/member/period.ts';
import type { Actor } from '../../domain/task/task.ts';
import { type Change, changeApplication } from './applications.ts';
import { WriteConflict } from './errors.ts';
import { growthKey, profileIndexes, YEARLY_DUE } from './keys.ts';
import { type Page, type PageRequest, readPage } from './pages.ts';
import { get, type Write } from './table.ts';

/** What is kept of a company's growth, beside its application; revision 0 while nothing was. */
export const StoredProfile = GrowthProfile.extend({ revision: z.int().nonnegative() });
export type StoredProfile = z.infer<typeof StoredProfile>;

/** A company's growth, strongly consistent: what its form and the register said, until it or staff said more. */
export const readProfile = async (
  application: Pick<Application, 'applicationId' | 'form' | 'submittedAt' | 'register'>,
): Promise<StoredProfile> => {
  const { applicationId, form, submittedAt, register } = application;
  const stored = await get(growthKey(applicationId), StoredProfile);
  return stored ?? { ...newProfile(applicationId, form, submittedAt, register), revision: 0 };
};

/** The write of a profile as it becomes; it fails when somebody else wrote first. */
export const profileWrite = (before: StoredProfile, changes: Partial<GrowthProfile>): Write => {
  const after = { ...before, ...changes, revision: before.revision + 1 };
  return {
    put: { ...growthKey(after.applicationId), ...profileIndexes(after), ...after },
    ...(before.revision === 0
      ? { condition: 'attribute_not_exists(PK)' }
      : { condition: 'revision = :read', values: { ':read': before.revision } }),
    otherwise: () => new WriteConflict(`The growth of ${after.applicationId} was changed by another.`),
  };
};

/**
 * The writes that give figures which came by another way, a renewal's or a member's page, to a company's growth. None
 * where they say what was known.
 */
export const takenFigures = async (
  application: Parameters<typeof readProfile>[0],
  { year, ...figures }: YearlyFigures,
  said: { by: Actor; at: string; comment: string },
): Promise<Write[]> => {
  const profile = await readProfile(application);
  const taken = takeYear(profile.figures, year, { ...figures, ...said, origin: 'declared' });
  return isDeepStrictEqual(taken, profile.figures) ? [] : [profileWrite(profile, { figures: taken })];
};

/** The write by which a company's growth begins anew, as another goes on with its membership. */
export const growthAnew = async (application: Parameters<typeof readProfile>[0]): Promise<Write> => {
  const profile = await readProfile(application);
  return profileWrite(profile, profileAnew(profile));
};

/** Companies whose yearly screening is due on a day, or was before it, the longest due first. The list lags by a moment. */
export const listYearlyDue = (today: string, page: PageRequest): Promise<Page<StoredProfile>> =>
  // Sort keys begin with a day: those of a day come before the day after it.
  readPage('GSI1', { pk: YEARLY_DUE, before: plusDays(today, 1) }, StoredProfile, page);

/** What happens to a company's growth in one write. */
type ProfileChange = { changes: Partial<GrowthProfile>; at: string; events: Change['events'] };

/**
 * Changes what is kept of a company's growth, with the lines that tell of it. `decide` may run several times and must not
 * act.
 * @param decide null when there is nothing to do
 * @throws Refusal `not-found`; whatever `decide` throws; TransientStoreError
 */
export const changeProfile = (
  applicationId: string,
  decide: (profile: StoredProfile, application: Application) => ProfileChange | null,
): Promise<Application> =>
  changeApplication(applicationId, async (application) => {
    const profile = await readProfile(application);
    const change = decide(profile, application);
    if (change === null) return null;
    const { changes, at, events } = change;
    return { application, at, events, writes: [profileWrite(profile, changes)] };
  });
