import * as z from 'zod';
import { expressionOf, SCHEDULE_ZONE } from '../../domain/schedule/cadence.ts';
import { SCHEDULE_NAMES, SCHEDULES, type ScheduleName } from '../../domain/schedule/schedules.ts';
import type { Clock } from '../../local/clock/clock.ts';
import { readJson, writeJson } from '../../local/data-folder/json-file.ts';
import { type Recurrence, readExpression } from '../../local/scheduler/expression.ts';

/** Runs of a regular schedule after the last work there was: the second finds what the first set off. */
const QUIET_RUNS = 2;

const Progress = z.object({ since: z.number(), last: z.record(z.string(), z.number()) });

type Ports = { clock: Clock; run: (name: ScheduleName, time: string) => Promise<void> };

/**
 * The schedules of the stacks, by the expressions that these give EventBridge Scheduler. A run counts once it is over, so
 * one that was cut short by a kill is made again, as Scheduler would. One that runs every few minutes is left out while
 * there was no work since it ran: it would find nothing.
 */
export class Schedules {
  readonly #path: string;
  readonly #ports: Ports;
  readonly #progress: z.infer<typeof Progress>;
  readonly #recurrences = new Map<ScheduleName, Recurrence>();
  /** How often a regular schedule still runs before it rests; none that rests is armed. */
  readonly #left = new Map<ScheduleName, number>();

  constructor(path: string, ports: Ports) {
    this.#path = path;
    this.#ports = ports;
    const now = ports.clock.now();
    this.#progress = readJson(path, Progress) ?? { since: now, last: {} };
    for (const name of SCHEDULE_NAMES) {
      this.#recurrences.set(name, readExpression(expressionOf(SCHEDULES[name].cadence), SCHEDULE_ZONE));
    }
  }

  start(): void {
    writeJson(this.#path, this.#progress);
    for (const [name, { regular }] of this.#recurrences) {
      if (!regular) this.#arm(name, this.#progress.last[name] ?? this.#progress.since);
    }
    this.worked();
  }

  /** Something was done that schedules did not start: those that look for what was left undone run again. */
  worked(): void {
    for (const [name, { regular }] of this.#recurrences) {
      if (!regular) continue;
      const rests = (this.#left.get(name) ?? 0) === 0;
      this.#left.set(name, QUIET_RUNS);
      if (rests) this.#arm(name, this.#ports.clock.now());
    }
  }

  #arm(name: ScheduleName, after: number): void {
    const at = this.#recurrences.get(name)?.next(after, this.#progress.since) ?? null;
    if (at !== null) this.#ports.clock.setTimer(at, () => this.#run(name, at));
  }

  async #run(name: ScheduleName, at: number): Promise<void> {
    const regular = this.#recurrences.get(name)?.regular === true;
    const left = (this.#left.get(name) ?? 0) - 1;
    if (regular) this.#left.set(name, left);
    if (!regular || left > 0) this.#arm(name, at);
    await this.#ports.run(name, new Date(at).toISOString());
    if (regular) return;
    this.#progress.last[name] = at;
    writeJson(this.#path, this.#progress);
  }
}
