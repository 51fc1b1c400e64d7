import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { parisDay } from '../../domain/time/paris.ts';
import type { TimelineEvent } from '../../domain/timeline/event.ts';
import type { MemberFact } from './facts.ts';

type Standing = MemberFact['standings'][number];

/** How a member stands after what happened; what is not named changes nothing of it. */
const AFTER: Partial<Record<TimelineEvent['happening']['type'], Standing['standing']>> = {
  'member-admitted': 'member',
  'membership-renewed': 'member',
  'membership-restored': 'member',
  'member-rejoined': 'member',
  'membership-suspended': 'suspended',
  'membership-lapsed': 'gone',
  'membership-resigned': 'gone',
  'member-excluded': 'gone',
};

/** How a member stood, and in which antenna, from each day on which that changed. */
export const standingsOf = (timeline: readonly TimelineEvent[]): Standing[] => {
  const standings: Standing[] = [];
  let antenna: AntennaCode | null = null;
  let standing: Standing['standing'] | null = null;
  for (const { at, happening } of timeline) {
    if (happening.type === 'antenna-recorded') antenna = happening.antenna;
    standing = AFTER[happening.type] ?? standing;
    if (standing === null) continue;
    const last = standings.at(-1);
    if (last?.standing === standing && last.antenna === antenna) continue;
    const on = parisDay(at);
    if (last?.on === on) standings.pop();
    standings.push({ on, standing, antenna });
  }
  return standings;
};
