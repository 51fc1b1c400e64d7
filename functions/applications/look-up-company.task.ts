import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { LookUpCompanyInput, LookUpCompanyOutput } from '../../domain/joining/steps.ts';
import { changeApplication, getApplication } from '../data/applications.ts';
import { registerCache } from '../data/register-cache.ts';
import { registerClient } from '../register/client.ts';
import { lookUp } from '../register/look-up.ts';
import { readEnvironment } from '../shared/environment.ts';
import { logger } from '../shared/observability.ts';
import { task } from '../shared/task.ts';
import { assertLive } from './live.ts';

const client = registerClient({ url: readEnvironment('register').register, sleep: (ms) => wait(ms) });

/** Keeps what the public register says of the company, for staff to compare with what was typed. */
export const handler = task(LookUpCompanyInput, LookUpCompanyOutput, async ({ applicationId, now }) => {
  const before = await getApplication(applicationId);
  assertLive(before);
  const register = await lookUp(client, registerCache, before.form.company.siren, now, (reason) =>
    logger.warn('register unavailable', { reason }),
  );
  await changeApplication(applicationId, (application) => {
    assertLive(application);
    // This step ran before, and told so.
    if (isDeepStrictEqual(application.register, register)) return null;
    return {
      application: { ...application, register },
      at: now,
      events: [{ actor: { kind: 'system' }, happening: { type: 'register-checked', result: register.result } }],
    };
  });
  return { register: register.result };
});
