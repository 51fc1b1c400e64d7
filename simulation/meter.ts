import type { WriteStream } from 'node:tty';
import type { Progress } from './settings.ts';

const WIDTH = 24;

/** Shows how far a play is: on a terminal one line that moves, elsewhere a line a month. */
export class Meter {
  readonly #out: WriteStream;
  #month = '';

  constructor(out: WriteStream) {
    this.#out = out;
  }

  show({ day, done, members, mails, trouble }: Progress): void {
    if (trouble !== null) {
      this.#out.write(`\n! ${trouble}\n`);
      return;
    }
    const month = day.slice(0, 7);
    if (!this.#out.isTTY && month === this.#month) return;
    this.#month = month;
    const full = Math.round(Math.min(1, done) * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    const percent = `${Math.round(done * 100)}`.padStart(3);
    const line = `${day}  ${bar} ${percent} %  ${members} membres · members  ${mails} courriels · mails`;
    this.#out.write(this.#out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  }

  end(): void {
    if (this.#out.isTTY) this.#out.write('\n');
  }
}
