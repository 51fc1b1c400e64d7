import { RecordAntennaInput, RecordAntennaOutput } from '../../domain/joining/steps.ts';
import { assertLive } from '../applications/live.ts';
import { changeApplication } from '../data/applications.ts';
import { task } from '../shared/task.ts';

/** Records the antenna, with who settled it. A choice that was made for the same commune before stands as it was made. */
export const handler = task(
  RecordAntennaInput,
  RecordAntennaOutput,
  async ({ applicationId, now, antenna, assignedBy }) => {
    await changeApplication(applicationId, (application) => {
      assertLive(application);
      const communeCode = application.commune.code;
      const { antenna: recorded } = application;
      if (recorded?.code === antenna && recorded.communeCode === communeCode) return null;
      return {
        application: { ...application, antenna: { code: antenna, assignedBy, at: now, communeCode } },
        at: now,
        events: [{ actor: { kind: 'system' }, happening: { type: 'antenna-recorded', antenna, assignedBy } }],
      };
    });
    return {};
  },
);
