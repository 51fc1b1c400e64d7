import { isRunning, parentOf } from '../data-folder/process-identity.ts';

/** How often npm is looked for, in milliseconds. */
const PARENT_CHECK = 1000;

/** Calls `stop` at the first Ctrl-C, or request to end; a second one ends the process at once. */
export function onInterrupt(stop: () => void): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      stop();
    });
  }
}

/**
 * Under npm, calls `stop` when npm is gone, even killed: nobody could stop the runtime from its terminal any more.
 * Started by other means, the process is its starter's affair.
 */
export function endWithNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm runs scripts in a shell, which outlives it.
  const shell = process.ppid;
  const npm = parentOf(shell);
  if (npm === null) return;
  const timer = setInterval(() => {
    if (process.ppid === shell && isRunning(npm)) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK);
  timer.unref();
}
