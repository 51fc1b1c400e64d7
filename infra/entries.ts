import { existsSync } from 'node:fs';
import { ROUTES } from '../domain/contract/routes.ts';
import { ANTENNA_ASSIGNMENT_TASKS } from '../workflows/antenna-assignment.ts';
import { JOINING_TASKS } from '../workflows/joining.ts';

// Every function there is, from the tables that name them: the routes, the workflows' tasks and the jobs.

/** Functions that a schedule or an event calls. Handler file under functions/, without its suffix `.job.ts`. */
export const JOBS = {
  RedeliverAnswers: { entry: 'tasks/redeliver-answers' },
  RecordFailure: { entry: 'applications/record-failure' },
} as const;

export const TASKS = { ...JOINING_TASKS, ...ANTENNA_ASSIGNMENT_TASKS } as const;

export type ApiName = keyof typeof ROUTES;
export type TaskName = keyof typeof TASKS;
export type JobName = keyof typeof JOBS;
export type FunctionName = ApiName | TaskName | JobName;

/** Who calls a function: the API, a state machine, or a schedule or rule. */
export type Role = 'api' | 'task' | 'job';
export type Entry<Name extends FunctionName = FunctionName> = { name: Name; role: Role; file: string };

const named = <Name extends FunctionName, Item>(
  role: Role,
  table: Record<Name, Item>,
  path: (item: Item) => string,
): Entry<Name>[] =>
  (Object.keys(table) as Name[]).map((name) => ({ name, role, file: `functions/${path(table[name])}.${role}.ts` }));

export const API_ENTRIES = named('api', ROUTES, (route) => route.entry);
export const TASK_ENTRIES = named('task', TASKS, (task) => task.function);
export const JOB_ENTRIES = named('job', JOBS, (job) => job.entry);

/** All functions, by name, in a settled order. */
export const ENTRIES: Entry[] = [...API_ENTRIES, ...TASK_ENTRIES, ...JOB_ENTRIES].filter((e) => existsSync(e.file));
