import { appendFileSync } from 'node:fs';
import type { Clock } from '../clock/clock.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';

/** Dead-letter queues: messages are kept on disk, one file a queue, for a person to read. Nothing here consumes them. */
export class DeadLetters {
  readonly #folder: DataFolder;
  readonly #clock: Clock;

  constructor(folder: DataFolder, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
  }

  /** @param queue ARN of the queue; @param attributes what AWS would put in the message's attributes */
  send(queue: string, body: string, attributes: Record<string, string>): void {
    const name = queue.slice(queue.lastIndexOf(':') + 1);
    const message = { at: new Date(this.#clock.now()).toISOString(), attributes, body };
    appendFileSync(this.#folder.file('queues', `${name}.jsonl`), `${JSON.stringify(message)}\n`, { mode: 0o600 });
  }
}
