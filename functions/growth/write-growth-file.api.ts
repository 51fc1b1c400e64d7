import { isDeepStrictEqual } from 'node:util';
import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { changeProfile } from '../data/growth-profiles.ts';
import { api } from '../shared/http/api.ts';
import { linkHolder } from '../shared/http/link-holder.ts';
import { linkGrowthView } from './views.ts';

/** The company writes its file for the jury. */
export const handler = api(GROWTH_ROUTES.WriteGrowthFile, linkHolder, async ({ caller, body, now }) => {
  await changeProfile(caller.applicationId, ({ file }) =>
    isDeepStrictEqual(file, body)
      ? null
      : {
          changes: { file: body },
          at: now,
          events: [{ actor: { kind: 'company' }, happening: { type: 'growth-file-written' } }],
        },
  );
  return linkGrowthView(caller.applicationId, now);
});
