import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import { AppendLog } from '../data-folder/append-log.ts';

/** Lambda keeps an event this long at most, in milliseconds, however many attempts are left. */
const LONGEST_LIFE = 6 * 3_600_000;
/** Waits before the second and the third attempt, in milliseconds. */
const BACKOFF = [60_000, 120_000];

const Accepted = z.object({
  id: z.string(),
  target: z.string(),
  payload: z.string(),
  acceptedAt: z.number(),
  /** Where it goes when given up: the ARN of a queue. */
  onFailure: z.string().nullable(),
  retries: z.number(),
});
/** An event accepted for a function, not yet handled for good. */
export type QueuedEvent = z.infer<typeof Accepted>;

const Entry = z.discriminatedUnion('op', [
  z.object({ op: z.literal('accept'), event: Accepted }),
  z.object({ op: z.literal('attempt'), id: z.string(), attempts: z.number(), nextAt: z.number() }),
  z.object({ op: z.literal('done'), id: z.string() }),
]);
type Entry = z.infer<typeof Entry>;

interface Pending {
  readonly event: QueuedEvent;
  attempts: number;
  nextAt: number;
}

/** What the queue needs of the world: `attempt` resolves to null once handled, else to the reason it was not. */
export interface EventQueuePorts {
  readonly clock: Clock;
  attempt(event: QueuedEvent): Promise<string | null>;
  giveUp(event: QueuedEvent, reason: string): void;
}

/**
 * Events that wait for a function, kept on disk: each is tried until it succeeds, `retries` more times with the waits
 * of Lambda's asynchronous invocation, and then given up. What a crash interrupted is tried again at the next start.
 */
export class EventQueue {
  readonly #ports: EventQueuePorts;
  readonly #log: AppendLog<Entry>;
  readonly #pending = new Map<string, Pending>();
  readonly #timers = new Set<() => void>();
  #closed = false;

  constructor(path: string, ports: EventQueuePorts) {
    this.#ports = ports;
    const { log, entries } = AppendLog.open(path, Entry);
    this.#log = log;
    for (const entry of entries) this.#replay(entry);
    const kept = [...this.#pending.values()].flatMap(({ event, attempts, nextAt }): Entry[] => [
      { op: 'accept', event },
      { op: 'attempt', id: event.id, attempts, nextAt },
    ]);
    if (kept.length < entries.length) log.rewrite(kept);
  }

  /** Takes up what an earlier run left. */
  resume(): void {
    for (const pending of this.#pending.values()) this.#schedule(pending);
  }

  /** Accepts an event: once this returns, it will be handled or given up, whatever happens to the process. */
  accept(event: QueuedEvent): void {
    const pending = { event, attempts: 0, nextAt: event.acceptedAt };
    this.#log.append({ op: 'accept', event });
    this.#pending.set(event.id, pending);
    this.#schedule(pending);
  }

  /** Stops trying; what is pending stays on disk. */
  close(): void {
    this.#closed = true;
    for (const cancel of this.#timers) cancel();
  }

  #replay(entry: Entry): void {
    if (entry.op === 'accept') {
      this.#pending.set(entry.event.id, { event: entry.event, attempts: 0, nextAt: entry.event.acceptedAt });
      return;
    }
    if (entry.op === 'done') {
      this.#pending.delete(entry.id);
      return;
    }
    const pending = this.#pending.get(entry.id);
    if (pending === undefined) return;
    pending.attempts = entry.attempts;
    pending.nextAt = entry.nextAt;
  }

  #schedule(pending: Pending): void {
    const cancel = this.#ports.clock.setTimer(
      pending.nextAt,
      () => {
        this.#timers.delete(cancel);
        return this.#try(pending);
      },
      { eager: true },
    );
    this.#timers.add(cancel);
  }

  async #try(pending: Pending): Promise<void> {
    const { event } = pending;
    const failure = await this.#ports.attempt(event);
    // The process is ending: the attempt may have been cut short by that, so it does not count.
    if (this.#closed) return;
    pending.attempts += 1;
    const now = this.#ports.clock.now();
    pending.nextAt = now + (BACKOFF[Math.min(pending.attempts, BACKOFF.length) - 1] ?? 0);
    if (failure !== null && pending.attempts <= event.retries && pending.nextAt - event.acceptedAt <= LONGEST_LIFE) {
      this.#log.append({ op: 'attempt', id: event.id, attempts: pending.attempts, nextAt: pending.nextAt });
      this.#schedule(pending);
      return;
    }
    if (failure !== null) this.#ports.giveUp(event, failure);
    this.#log.append({ op: 'done', id: event.id });
    this.#pending.delete(event.id);
  }
}
