import type { Application } from '../../domain/application/application.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Actor } from '../../domain/task/task.ts';
import type { Happening } from '../../domain/timeline/event.ts';
import { changeApplication } from '../data/applications.ts';
import { programmeWrites, readProgramme } from '../data/programme.ts';

/**
 * Changes a company's place in the programme and tells of it in its timeline, together.
 * @param decide may run several times and must not act
 */
export const changePlace = (
  applicationId: string,
  decide: (programme: Programme, application: Application) => Programme,
  line: (programme: Programme) => Happening,
  { by, now }: { by: Actor; now: string },
): Promise<Application> =>
  changeApplication(applicationId, async (application) => {
    const before = await readProgramme();
    const after = decide(before, application);
    return {
      application,
      at: now,
      events: [{ actor: by, happening: line(after) }],
      writes: programmeWrites(before, after),
    };
  });
