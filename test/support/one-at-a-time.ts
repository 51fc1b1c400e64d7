import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identify, isCode } from '../../local/data-folder/process-identity.ts';

const LOCK = 'build/test/start.lock';
const BETWEEN_LOOKS = 100;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** How often this worker holds it: who builds alone may build more. */
let held = 0;

const taken = (): boolean => {
  if (held > 0) return true;
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'));
    // A worker that was killed leaves it behind.
    if (pid > 0 && identify(pid) === null) rmSync(LOCK, { force: true });
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  return false;
};

/**
 * Waits, without giving up the turn, until no other worker of the test runner is building: the first start of a version
 * builds everything, and a second one beside it would build it all again.
 * @returns what lets the next one build
 */
export const buildingAlone = (): (() => void) => {
  mkdirSync('build/test', { recursive: true });
  while (!taken()) Atomics.wait(sleeper, 0, 0, BETWEEN_LOOKS);
  held += 1;
  return () => {
    held -= 1;
    if (held === 0) rmSync(LOCK, { force: true });
  };
};
