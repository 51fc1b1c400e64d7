import { SCHEDULE_NAMES } from '../../domain/schedule/schedules.ts';
import { type FunctionName, SCHEDULED } from '../entries.ts';
import { NEEDS } from '../needs.ts';
import type { Functions } from './functions.ts';
import type { HandlerFunction } from './handler-function.ts';

/** Lets those that have schedules run by hand call what the schedules call, whichever part it is of. */
export const allowToRunJobs = (parts: readonly Functions[]): void => {
  const handlers = new Map<FunctionName, HandlerFunction>(parts.flatMap(({ all }) => [...all]));
  const targets = SCHEDULE_NAMES.map((name) => {
    const handler = handlers.get(SCHEDULED[name]);
    if (handler === undefined) throw new Error(`The schedule ${name} calls no function.`);
    return { name, arn: handler.functionArn };
  });
  for (const [name, handler] of handlers) {
    if (!NEEDS[name].runsJobs) continue;
    handler.set('jobs', targets.map((target) => `${target.name}=${target.arn}`).join(','));
    handler.allow(
      ['lambda:InvokeFunction'],
      targets.map(({ arn }) => arn),
    );
  }
};
