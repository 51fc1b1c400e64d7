import { DIRECTORY_ROUTES } from '../../domain/contract/directory-routes.ts';
import { readingScope } from '../../domain/staff/access.ts';
import { assertWithin } from '../../domain/staff/gate.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listNotes } from '../data/member-notes.ts';
import { getMember, listPeriods } from '../data/members.ts';
import { readProgramme } from '../data/programme.ts';
import { listReceivables } from '../data/receivables.ts';
import { listTimeline } from '../data/timeline.ts';
import { participationView } from '../growth/case-views.ts';
import { noteView } from '../membership/note-view.ts';
import { noteOpened } from '../rights/opened.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { memberDuesView } from './views.ts';

/** One member, with what lies in its dossier. */
export const handler = api(DIRECTORY_ROUTES.GetMember, staff, async ({ caller, params, now }) => {
  const member = await getMember(params.id);
  assertWithin(readingScope(caller), [member.antenna]);
  const { number, applicationId } = member;
  await noteOpened(caller, applicationId, 'member', now);
  const [periods, receivables, programme, notes, timeline] = await Promise.all([
    listPeriods(number),
    listReceivables(applicationId),
    readProgramme(),
    listNotes(applicationId),
    listTimeline(applicationId),
  ]);
  return {
    ...member,
    periods: periods.reverse(),
    dues: memberDuesView(receivables, parisDay(now)),
    participation: participationView(programme, applicationId),
    notes: notes.map(noteView(caller)),
    timeline,
  };
});
