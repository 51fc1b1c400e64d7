import { RecordAntennaInput, RecordAntennaOutput } from '../../domain/joining/steps.ts';
import { changeApplication } from '../data/applications.ts';
import { memberWrites } from '../data/members.ts';
import { task } from '../shared/task.ts';
import { cancelChoices } from './choices.ts';
import { followAntenna } from './follow.ts';
import { placing } from './placing.ts';

/**
 * Records the antenna, with who settled it. A choice that was made for the same commune before stands as it was made; one for
 * a commune that the member has left since is nobody's. What lies in its dossier follows.
 */
export const handler = task(
  RecordAntennaInput,
  RecordAntennaOutput,
  async ({ applicationId, now, antenna, assignedBy, communeCode }) => {
    const { status } = await changeApplication(applicationId, async (application) => {
      const member = await placing(application);
      if ((member?.commune ?? application.commune).code !== communeCode) return null;
      const { antenna: recorded } = application;
      if (recorded?.code === antenna && recorded.communeCode === communeCode) return null;
      return {
        application: { ...application, antenna: { code: antenna, assignedBy, at: now, communeCode } },
        at: now,
        events: [{ actor: { kind: 'system' }, happening: { type: 'antenna-recorded', antenna, assignedBy } }],
        writes: [
          ...(assignedBy === 'deadline' ? await cancelChoices(applicationId) : []),
          ...(member === null ? [] : memberWrites(member, { member: { ...member, antenna }, at: now, events: [] })),
        ],
      };
    });
    if (status === 'admitted') await followAntenna(applicationId);
    return {};
  },
);
