import type { Activity } from '../clock/activity.ts';
import type { Clock } from '../clock/clock.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { DeadLetters } from '../lambda/dead-letters.ts';
import { type Endpoints, functionEnvironment } from '../lambda/environment.ts';
import type { LambdaFunction } from '../lambda/function.ts';
import { FunctionLog } from '../lambda/function-log.ts';
import { Functions } from '../lambda/functions.ts';
import { Pool } from '../lambda/pool.ts';
import { Sandbox } from '../lambda/sandbox.ts';
import { workerCode } from '../lambda/worker-code.ts';
import type { Plan } from './plan.ts';

/** A few tens of megabytes a thread: enough for a whole joining without ending any, little enough for a small machine. */
const LIMITS = { sandboxes: 36, perFunction: 2, idleMs: 20_000, scaleOutMs: 1500 };

export interface FunctionsParts {
  readonly plan: Plan;
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly deadLetters: DeadLetters;
  readonly endpoints: Endpoints;
  /** Values that stand for those of the template, for the functions that have the variable. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly onInvoke: (fn: LambdaFunction) => void;
}

/** The local Lambda with the functions of the plan. */
export async function openFunctions(parts: FunctionsParts): Promise<Functions> {
  const code = await workerCode();
  const log = new FunctionLog(parts.folder);
  const functions = parts.plan.functions.map((fn) => ({ ...fn, environment: overridden(fn, parts.overrides) }));
  return new Functions({
    functions,
    pool: new Pool(LIMITS, (fn, onEnd) => {
      const environment = functionEnvironment(fn, parts.plan.region, parts.endpoints);
      return new Sandbox(fn, code, environment, log, onEnd);
    }),
    clock: parts.clock,
    activity: parts.activity,
    deadLetters: parts.deadLetters,
    queueFile: parts.folder.file('lambda', 'events.jsonl'),
    onInvoke: parts.onInvoke,
  });
}

function overridden(fn: LambdaFunction, overrides: Readonly<Record<string, string>>): Record<string, string> {
  const applicable = Object.entries(overrides).filter(([name]) => name in fn.environment);
  return { ...fn.environment, ...Object.fromEntries(applicable) };
}
