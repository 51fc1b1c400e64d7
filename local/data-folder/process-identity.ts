import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A process, told apart from a later one that was given the same number. */
export const ProcessIdentity = z.object({ pid: z.int().positive(), startedAt: z.string() });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** The identity of a running process, or null when there is none of this number. */
export function identify(pid: number): ProcessIdentity | null {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : ps(pid, 'lstart');
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether this very process still runs. */
export function isRunning(known: ProcessIdentity): boolean {
  return identify(known.pid)?.startedAt === known.startedAt;
}

/** The process that started this one, or null when either is gone. */
export function parentOf(pid: number): ProcessIdentity | null {
  const parent = process.platform === 'linux' ? statOnLinux(pid)?.[1] : ps(pid, 'ppid');
  return parent === undefined || parent === null ? null : identify(Number(parent));
}

/** Field 22 of /proc/PID/stat: the start, in ticks since the machine booted. */
const startOnLinux = (pid: number): string | null => statOnLinux(pid)?.[19] ?? null;

/** The fields of /proc/PID/stat from the third on (the state); null for a process that has ended. */
function statOnLinux(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces and parentheses itself: count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : fields;
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH')) return null;
    throw error;
  }
}

function ps(pid: number, field: 'lstart' | 'ppid'): string | null {
  try {
    const value = execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' }).trim();
    return value === '' ? null : value;
  } catch (error) {
    // ps ends with 1 when there is no such process.
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 1) return null;
    throw error;
  }
}

/** Whether this is a system error of that code, such as ENOENT. */
export function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/**
 * Ends a process: asks first, insists after `patience` milliseconds. Does nothing if it no longer runs.
 */
export async function endProcess(known: ProcessIdentity, patience = 3000): Promise<void> {
  if (!isRunning(known)) return;
  signal(known.pid, 'SIGTERM');
  const insistAt = performance.now() + patience;
  while (isRunning(known)) {
    if (performance.now() > insistAt) signal(known.pid, 'SIGKILL');
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isCode(error, 'ESRCH')) throw error;
  }
}
