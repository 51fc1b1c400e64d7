import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { damaged } from '../data-folder/damaged.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { freePort } from '../start/free-port.ts';
import { StartError } from '../start/text.ts';
import { dynoxideBinary } from './binary.ts';

/** A database that answers at `endpoint`. */
export interface Database {
  readonly endpoint: string;
  /** Ends the database; resolves when its file is whole and closed. */
  stop(): Promise<void>;
}

/**
 * Runs the command, and ends it when standard input closes: that is, when the runtime ends, even by `kill -9`.
 * Prints the command's process id first, its own being that of the watch.
 */
const WATCH =
  'exec 3<&0; "$@" 3<&- & child=$!; echo "pid $child"; (read -r _ <&3; kill "$child") 2>/dev/null & watch=$!; wait "$child"; status=$?; kill "$watch" 2>/dev/null; exit "$status"';

const START_PATIENCE = 10_000;
const STOP_PATIENCE = 5_000;
const ATTEMPTS = 3;

/**
 * Starts Dynoxide on the data folder's file.
 * @param onCrash called if it ends by itself later on
 * @throws StartError when there is no binary for this platform, or the file is damaged
 */
export async function startDynoxide(folder: DataFolder, onCrash: (reason: string) => void): Promise<Database> {
  const binary = dynoxideBinary();
  const file = folder.file('dynamodb', 'tables.db');
  const existed = existsSync(file);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(
      'sh',
      ['-c', WATCH, 'dynoxide', binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file],
      // A group of its own: Ctrl-C in the terminal reaches the runtime alone, which then ends things in order.
      { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
    );
    const outcome = await listening(child, folder);
    if (outcome.ready) return supervised(child, `http://127.0.0.1:${port}`, folder, onCrash);
    // Another process may have taken the free port in the meantime.
    if (/already in use/.test(outcome.message) && attempt < ATTEMPTS) continue;
    if (existed && /not a valid SQLite|malformed|corrupt|encrypted/i.test(outcome.message)) {
      throw damaged(file, outcome.message);
    }
    throw new StartError({
      fr: `La base de données locale n'a pas démarré : ${outcome.message}`,
      en: `The local database did not start: ${outcome.message}`,
    });
  }
}

/** Waits for the line that says it listens, or for its end. */
function listening(child: ChildProcess, folder: DataFolder): Promise<{ ready: boolean; message: string }> {
  return new Promise((resolve) => {
    let output = '';
    const timer = setTimeout(() => {
      child.stdin?.end();
      settle(false, 'no answer within ten seconds');
    }, START_PATIENCE);
    const settle = (ready: boolean, message: string) => {
      clearTimeout(timer);
      resolve({ ready, message });
    };
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const pid = /^pid (\d+)$/m.exec(output)?.[1];
      if (!output.includes('listening on')) return;
      if (pid !== undefined) folder.rememberChild('dynoxide', Number(pid));
      settle(true, '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => settle(false, error.message));
    child.once('close', () => settle(false, output.replace(/^pid \d+\n/m, '').trim()));
  });
}

function supervised(
  child: ChildProcess,
  endpoint: string,
  folder: DataFolder,
  onCrash: (reason: string) => void,
): Database {
  const log = createWriteStream(folder.file('logs', 'dynoxide.log'), { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  let stopping = false;
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code) => {
      log.end();
      if (!stopping) onCrash(`Dynoxide ended with ${code}`);
      resolve();
    });
  });
  return {
    endpoint,
    async stop() {
      stopping = true;
      child.stdin?.end();
      const insist = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
      await ended;
      clearTimeout(insist);
    },
  };
}
