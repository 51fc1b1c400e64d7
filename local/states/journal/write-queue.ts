import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One item to write. */
export interface Write {
  /** Tells whether two writes concern the same item. */
  readonly key: string;
  readonly item: TransactItem;
}

/** The most items of a transaction (DynamoDB quota), and a safe part of the 4 MB it may weigh. */
const MOST_ITEMS = 100;
const MOST_BYTES = 2_000_000;

interface Job {
  readonly writes: readonly Write[];
  readonly bytes: number;
  done(): void;
  failed(error: unknown): void;
}

/**
 * Writes in order, many at a time: while one transaction is on its way, the writes that arrive gather for the next.
 * What is written together is durable together.
 */
export class WriteQueue {
  readonly #client: DynamoDBDocumentClient;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(client: DynamoDBDocumentClient) {
    this.#client = client;
  }

  /** Writes the items in one step; resolves when they are durable. At most 100 items. */
  write(writes: readonly Write[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ writes, bytes: writes.reduce((sum, { item }) => sum + weight(item), 0), done, failed });
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
        const TransactItems = jobs.flatMap(({ writes }) => writes.map(({ item }) => item));
        await this.#client.send(new TransactWriteCommand({ TransactItems }));
        for (const job of jobs) job.done();
      } catch (error) {
        for (const job of jobs) job.failed(error);
      }
    }
    this.#running = undefined;
  }

  /** As many jobs as one transaction holds, from the first on; a transaction names no key twice. */
  #next(): Job[] {
    const keys = new Set<string>();
    let items = 0;
    let bytes = 0;
    const end = this.#waiting.findIndex((job, index) => {
      items += job.writes.length;
      bytes += job.bytes;
      const fits = items <= MOST_ITEMS && bytes <= MOST_BYTES && !job.writes.some(({ key }) => keys.has(key));
      for (const { key } of job.writes) keys.add(key);
      return !fits && index > 0;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }
}

/** About how many bytes an item takes: its largest attribute at three bytes a character, and some for the rest. */
function weight(item: TransactItem): number {
  const values = Object.values(item.Put?.Item ?? {});
  return 1000 + values.reduce((sum, value) => sum + (hasLength(value) ? value.length * 3 : 8), 0);
}

function hasLength(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}
