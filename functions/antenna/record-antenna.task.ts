import { RecordAntennaInput, RecordAntennaOutput } from '../../domain/joining/steps.ts';
import { changeApplication } from '../data/applications.ts';
import { memberWrites } from '../data/members.ts';
import type { Write } from '../data/table.ts';
import { changeTask, listTasks } from '../data/tasks.ts';
import { task } from '../shared/task.ts';
import { placing } from './placing.ts';

/** Staff who did not choose in time are no longer asked. */
const cancelChoices = async (applicationId: string): Promise<Write[]> =>
  (await listTasks(applicationId))
    .filter(({ kind, status }) => kind === 'choose-antenna' && status === 'open')
    .map((choice) => changeTask(choice, { status: 'cancelled' }).write);

/** Records the antenna, with who settled it. A choice that was made for the same commune before stands as it was made. */
export const handler = task(
  RecordAntennaInput,
  RecordAntennaOutput,
  async ({ applicationId, now, antenna, assignedBy }) => {
    await changeApplication(applicationId, async (application) => {
      const member = await placing(application);
      const communeCode = (member?.commune ?? application.commune).code;
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
    return {};
  },
);
