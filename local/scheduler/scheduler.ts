import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import { readJson, writeJson } from '../data-folder/json-file.ts';
import type { Deployed } from '../template/deployment.ts';
import { type Recurrence, readExpression } from './expression.ts';
import { checkTarget, type Target } from './targets.ts';

const Properties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string(),
    Input: z.string().default('{}'),
    DeadLetterConfig: z.object({ Arn: z.string().optional() }).optional(),
  }),
});

/** A schedule as the template describes it. */
export interface Schedule {
  readonly name: string;
  readonly recurrence: Recurrence;
  readonly enabled: boolean;
  readonly target: Target;
  /** JSON, with the context attributes of EventBridge Scheduler in it. */
  readonly input: string;
}

/** @throws TemplateError when the expression or the target is not supported */
export function readSchedule(resource: Deployed): Schedule {
  const properties = Properties.parse(resource.properties);
  const name = resource.identity.ref;
  checkTarget(properties.Target.Arn, name);
  return {
    name,
    recurrence: readExpression(properties.ScheduleExpression, properties.ScheduleExpressionTimezone),
    enabled: properties.State === 'ENABLED',
    target: { arn: properties.Target.Arn, deadLetters: properties.Target.DeadLetterConfig?.Arn ?? null },
    input: properties.Target.Input,
  };
}

const Progress = z.record(z.string(), z.object({ since: z.number(), last: z.number() }));

/** What the scheduler needs of the world. */
export interface SchedulerPorts {
  readonly clock: Clock;
  /** Delivers an input to a target; does not reject for what the target does with it. */
  deliver(target: Target, input: string): Promise<void>;
  /**
   * A number that changes when any work was done that schedules did not start. While it stands still, a regular job
   * that has just run twice has nothing new to find. Undefined: run every time.
   */
  readonly workDone?: () => number;
}

/**
 * The local EventBridge Scheduler, on the runtime's clock. Runs missed while nothing ran on this machine (AWS misses
 * none) are made up for by one run at the start: jobs look at the state of things, not at the count of their runs.
 */
export class Scheduler {
  readonly #ports: SchedulerPorts;
  readonly #path: string;
  readonly #progress: z.infer<typeof Progress>;
  readonly #timers = new Map<string, () => void>();
  readonly #quiet = new Map<string, { work: number; runs: number }>();

  /** @param path file that remembers when each schedule ran last */
  constructor(path: string, ports: SchedulerPorts) {
    this.#ports = ports;
    this.#path = path;
    this.#progress = { ...readJson(path, Progress) };
  }

  /** Starts the schedules. */
  start(schedules: readonly Schedule[]): void {
    const now = this.#ports.clock.now();
    for (const schedule of schedules.filter(({ enabled }) => enabled)) {
      const progress = this.#progress[schedule.name] ?? { since: now, last: now };
      this.#progress[schedule.name] = progress;
      this.#arm(
        schedule,
        lastMissed(schedule, progress, now) ?? schedule.recurrence.next(progress.last, progress.since),
      );
    }
    writeJson(this.#path, this.#progress);
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    writeJson(this.#path, this.#progress);
  }

  #arm(schedule: Schedule, at: number | null): void {
    this.#timers.delete(schedule.name);
    if (at === null) return;
    this.#timers.set(
      schedule.name,
      this.#ports.clock.setTimer(at, () => this.#run(schedule, at)),
    );
  }

  async #run(schedule: Schedule, at: number): Promise<void> {
    const since = this.#progress[schedule.name]?.since ?? at;
    this.#progress[schedule.name] = { since, last: at };
    this.#arm(schedule, schedule.recurrence.next(at, since));
    if (this.#nothingNew(schedule)) return;
    writeJson(this.#path, this.#progress);
    await this.#ports.deliver(schedule.target, fill(schedule, at));
  }

  #nothingNew(schedule: Schedule): boolean {
    const { workDone } = this.#ports;
    if (workDone === undefined || !schedule.recurrence.regular) return false;
    const work = workDone();
    const before = this.#quiet.get(schedule.name);
    const runs = before?.work === work ? before.runs + 1 : 1;
    this.#quiet.set(schedule.name, { work, runs });
    return runs > 2;
  }
}

/** The last run that fell between the one before and now, if any did. */
function lastMissed(schedule: Schedule, progress: { since: number; last: number }, now: number): number | null {
  let missed: number | null = null;
  let next = schedule.recurrence.next(progress.last, progress.since);
  if (schedule.recurrence.regular && next !== null && next < now) {
    const length = next - progress.last;
    return progress.last + Math.floor((now - progress.last) / length) * length;
  }
  while (next !== null && next < now) {
    missed = next;
    next = schedule.recurrence.next(next, progress.since);
  }
  return missed;
}

/** The input with the context attributes filled in, times as EventBridge Scheduler writes them. */
function fill(schedule: Schedule, at: number): string {
  return schedule.input
    .replaceAll('<aws.scheduler.scheduled-time>', new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'))
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.name)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
