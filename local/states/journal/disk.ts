/** Where an archived line is. */
export interface Place {
  readonly file: number;
  readonly at: number;
  readonly length: number;
}

/** Where lines are kept: those of the log, which is replaced now and then, and those archived, which are read singly. */
export interface Disk {
  /** Bytes of the log, or about to be. */
  readonly logged: number;
  /** Hands over what is there. @throws StartError if a file is damaged: one whose lines the readers refuse */
  open(onArchived: (line: string, place: Place) => void, onLogged: (line: string) => void): Promise<void>;
  /** Appends to the log; resolves when a power cut would spare it. */
  log(...lines: string[]): Promise<unknown>;
  /** Replaces the log, with whatever has been appended. */
  relog(lines: readonly string[]): Promise<void>;
  archive(line: string): Promise<Place>;
  read(place: Place): Promise<string>;
  /** Drops the archive files that hold none of these. */
  keep(files: ReadonlySet<number>): void;
  close(): Promise<void>;
}
