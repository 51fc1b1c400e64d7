import * as z from 'zod';

/** The most characters of a segment: at three bytes each, and with what escaping adds, below an item's 400 KB. */
const SEGMENT_SIZE = 100_000;
/** A segment is rewritten when fewer of its lines than this part are still needed. */
const SPARSE = 0.25;

/** An entry of a live journal. */
export const lineSchema = z.tuple([z.string(), z.number(), z.string()]);
export type LogLine = z.infer<typeof lineSchema>;

interface Segment {
  readonly size: number;
  readonly lines: Map<string, number>;
}

/**
 * The live journals as one log, cut into segments: entries that are written at the same time share a segment, whatever
 * execution they are of. A segment goes when the last execution in it has finished; one that few still need is
 * written anew without the others.
 */
export class Log {
  readonly #segments = new Map<number, Segment>();
  readonly #segmentsOf = new Map<string, Set<number>>();
  #next = 1;

  /** An execution is live: what the log holds of it is needed from now on. */
  begin(executionArn: string): void {
    if (!this.#segmentsOf.has(executionArn)) this.#segmentsOf.set(executionArn, new Set());
  }

  /** Cuts lines into segments, and numbers them. */
  pack(lines: readonly LogLine[]): { id: number; lines: LogLine[] }[] {
    const packed: { id: number; lines: LogLine[] }[] = [];
    let room = 0;
    for (const line of lines) {
      let last = packed.at(-1);
      room -= line[2].length;
      if (last === undefined || room < 0) {
        last = { id: this.#next, lines: [] };
        this.#next += 1;
        packed.push(last);
        room = SEGMENT_SIZE - line[2].length;
      }
      last.lines.push(line);
    }
    for (const { id, lines: own } of packed) this.keep(id, own);
    return packed;
  }

  /** Notes which live executions a segment is needed for. */
  keep(id: number, lines: readonly LogLine[]): void {
    const needed = new Map<string, number>();
    for (const [executionArn] of lines) {
      const segments = this.#segmentsOf.get(executionArn);
      if (segments === undefined) continue;
      segments.add(id);
      needed.set(executionArn, (needed.get(executionArn) ?? 0) + 1);
    }
    this.#next = Math.max(this.#next, id + 1);
    this.#segments.set(id, { size: lines.length, lines: needed });
  }

  /** Whether a line is still needed. */
  isLive([executionArn]: LogLine): boolean {
    return this.#segmentsOf.has(executionArn);
  }

  /** An execution has finished: the segments nobody needs any more, and those to be written anew. */
  release(executionArn: string): { empty: number[]; sparse: number[] } {
    const empty: number[] = [];
    const sparse: number[] = [];
    for (const id of this.#segmentsOf.get(executionArn) ?? []) {
      const segment = this.#segments.get(id);
      segment?.lines.delete(executionArn);
      if (segment === undefined || segment.lines.size === 0) empty.push(id);
      else if ([...segment.lines.values()].reduce((a, b) => a + b) < segment.size * SPARSE) sparse.push(id);
    }
    this.#segmentsOf.delete(executionArn);
    for (const id of [...empty, ...sparse]) this.forget(id);
    return { empty, sparse };
  }

  /** A segment is no more. */
  forget(id: number): void {
    for (const executionArn of this.#segments.get(id)?.lines.keys() ?? [])
      this.#segmentsOf.get(executionArn)?.delete(id);
    this.#segments.delete(id);
  }
}
