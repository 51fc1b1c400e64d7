import { DuplicateCompanyError } from '../../domain/errors.ts';
import { ReserveCompanyInput, ReserveCompanyOutput } from '../../domain/joining/steps.ts';
import { changeApplication } from '../data/applications.ts';
import { findSirenLock, takeSiren } from '../data/siren-locks.ts';
import { task } from '../shared/task.ts';
import { assertLive } from './live.ts';

/** Makes sure that the application holds its SIREN, which it took when it was submitted. */
export const handler = task(ReserveCompanyInput, ReserveCompanyOutput, async ({ applicationId, now }) => {
  // Written with the application's version: one that is closed in the meantime takes nothing.
  await changeApplication(applicationId, async (application) => {
    assertLive(application);
    const { siren } = application.form.company;
    const duplicate = () => new DuplicateCompanyError(siren);
    const lock = await findSirenLock(siren);
    if (lock === null) {
      return { application, at: now, events: [], writes: [takeSiren(siren, applicationId, now, duplicate)] };
    }
    if (lock.owner !== 'application' || lock.id !== applicationId) throw duplicate();
    return null;
  });
  return {};
});
