import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import type { Application } from '../../domain/application/application.ts';
import { isLive } from '../../domain/application/status.ts';
import type { Member } from '../../domain/member/member.ts';
import type { HumanTask } from '../../domain/task/task.ts';
import type { IndexKeys, Key } from './table.ts';

// Every key of the table, in one place. The keys of the indexes follow from the entity alone: an entity that changes
// enters and leaves the lists by itself. Access patterns: docs/data.md.

/** Partition of what must still reach Step Functions: answers to deliver, executions to start. */
export const DELIVERY = 'DELIVERY';
export const APPLICATIONS = 'APPLICATIONS';
export const OPEN_TASKS = 'TASKS#OPEN';
export const MEMBERS = 'MEMBERS';
/** Lists of one antenna. */
export const antennaList = (list: typeof APPLICATIONS | typeof MEMBERS, antenna: AntennaCode): string =>
  `${list}#${antenna}`;

export const applicationPartition = (applicationId: string): string => `APPLICATION#${applicationId}`;
export const applicationKey = (applicationId: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: 'APPLICATION',
});
export const TASK_PREFIX = 'TASK#';
export const EVENT_PREFIX = 'EVENT#';

/** A task id starts with the id of its application. */
export const taskKey = (taskId: string): Key => ({
  PK: applicationPartition(taskId.split('~')[0] ?? ''),
  SK: `${TASK_PREFIX}${taskId}`,
});
/**
 * Events lie in the order of the writes they belong to, which is the order of cause and effect; their instants come
 * from several clocks.
 * @param place tells apart the events of one write
 */
export const eventKey = (applicationId: string, version: number, place: string): Key => ({
  PK: applicationPartition(applicationId),
  SK: `${EVENT_PREFIX}${String(version).padStart(8, '0')}#${place}`,
});
export const memberKey = (number: string): Key => ({ PK: `MEMBER#${number}`, SK: 'MEMBER' });
export const memberCounterKey: Key = { PK: 'COUNTER#MEMBER', SK: 'COUNTER' };
export const sirenKey = (siren: string): Key => ({ PK: `SIREN#${siren}`, SK: 'LOCK' });
export const linkKey = (tokenSha256: string): Key => ({ PK: `LINK#${tokenSha256}`, SK: 'LINK' });
export const submissionKey = (keySha256: string): Key => ({ PK: `SUBMISSION#${keySha256}`, SK: 'SUBMISSION' });
export const registerKey = (siren: string): Key => ({ PK: `REGISTER#${siren}`, SK: 'REGISTER' });
export const linkRequestKey = (applicationId: string, slot: string): Key => ({
  PK: `LINK-REQUEST#${applicationId}`,
  SK: slot,
});
export const mailKey = (naturalKey: string): Key => ({ PK: `MAIL#${naturalKey}`, SK: 'MAIL' });

/** Its execution must still be started, or be told that the applicant withdrew. */
const isUndelivered = ({ status, executionName, closedAt }: Application): boolean =>
  (isLive(status) && executionName === null) || (status === 'withdrawn' && closedAt === null);

/** Listed by age; for its antenna once placed, but among what must be delivered as long as something must. */
export const applicationIndexes = (application: Application): IndexKeys => {
  const sort = `${application.submittedAt}#${application.applicationId}`;
  const all = { GSI1PK: APPLICATIONS, GSI1SK: sort };
  if (isUndelivered(application)) {
    return { ...all, GSI2PK: DELIVERY, GSI2SK: `${application.updatedAt}#${application.applicationId}` };
  }
  if (application.antenna === null) return all;
  return { ...all, GSI2PK: antennaList(APPLICATIONS, application.antenna.code), GSI2SK: sort };
};

/** Listed for staff by due date while open; among what must be delivered while answered. */
export const taskIndexes = (task: HumanTask): IndexKeys => ({
  ...(task.status === 'open' && task.audience.kind === 'staff'
    ? { GSI1PK: OPEN_TASKS, GSI1SK: `${task.dueAt}#${task.taskId}` }
    : {}),
  ...(task.status === 'answered' && task.answer !== null
    ? { GSI2PK: DELIVERY, GSI2SK: `${task.answer.at}#${task.taskId}` }
    : {}),
});

export const memberIndexes = (member: Member): IndexKeys => ({
  GSI1PK: MEMBERS,
  GSI1SK: member.number,
  GSI2PK: antennaList(MEMBERS, member.antenna),
  GSI2SK: member.number,
});
