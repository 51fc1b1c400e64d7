import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { antennasToList } from '../../domain/staff/gate.ts';
import { readProgramme } from '../data/programme.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { programmeView } from './views.ts';

/** The programme, to staff who read members: of other antennas' companies they see none. */
export const handler = api(PROGRAMME_ROUTES.GetProgramme, staff, async ({ caller }) => {
  const antennas = antennasToList(readingScope(caller), undefined);
  return programmeView(await readProgramme(), antennas);
});
