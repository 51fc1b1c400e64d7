import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { LogLine } from './log.ts';

/** A transaction holds 100 items and 4 MB (DynamoDB quotas): some room is left for the segments of the log. */
const MOST_ITEMS = 90;
const MOST_CHARACTERS = 700_000;

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One item to write. */
export interface Write {
  /** Tells whether two writes concern the same item. */
  readonly key: string;
  readonly size: number;
  readonly item: TransactItem;
}

interface Job {
  readonly writes: readonly Write[];
  readonly lines: readonly LogLine[];
  done(): void;
  failed(error: unknown): void;
}

/**
 * Writes in order, many at a time: while one transaction is on its way, what arrives gathers for the next. What is
 * asked for together is durable together.
 */
export class WriteQueue {
  readonly #client: DynamoDBDocumentClient;
  readonly #pack: (lines: LogLine[]) => Write[];
  readonly #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  /** Why nothing more is written: what comes after a write that failed must not be there without it. */
  #broken: unknown;

  /** @param pack turns lines of the log into items */
  constructor(client: DynamoDBDocumentClient, pack: (lines: LogLine[]) => Write[]) {
    this.#client = client;
    this.#pack = pack;
  }

  /** Writes items, at most some dozens, and lines in one step; resolves when they are durable. */
  write(writes: readonly Write[], lines: readonly LogLine[] = []): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#broken !== undefined) {
        failed(this.#broken);
        return;
      }
      this.#waiting.push({ writes, lines, done, failed });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing is left to write. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    // Lets everything that happens at the same time gather in the first transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const jobs = this.#next();
      try {
        const writes = [...jobs.flatMap((job) => job.writes), ...this.#pack(jobs.flatMap((job) => job.lines))];
        await this.#client.send(new TransactWriteCommand({ TransactItems: writes.map(({ item }) => item) }));
        for (const job of jobs) job.done();
      } catch (error) {
        this.#broken = error;
        for (const job of [...jobs, ...this.#waiting.splice(0)]) job.failed(error);
      }
    }
    this.#running = undefined;
  }

  /** As many jobs as one transaction holds, from the first on; a transaction names no item twice. */
  #next(): Job[] {
    const keys = new Set<string>();
    let items = 1;
    let characters = 0;
    const end = this.#waiting.findIndex(({ writes, lines }, index) => {
      items += writes.length;
      for (const { size } of writes) characters += size;
      for (const [, , entry] of lines) characters += entry.length;
      const fits = items <= MOST_ITEMS && characters <= MOST_CHARACTERS && !writes.some(({ key }) => keys.has(key));
      for (const { key } of writes) keys.add(key);
      return !fits && index > 0;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }
}
