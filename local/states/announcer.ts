import type { Execution } from './execution.ts';
import type { StatesOptions, StatusChange } from './ports.ts';

/** How long to wait before a change of status that was refused is told again, in milliseconds. */
const AGAIN = 10_000;

/** Tells changes of status: each at least once, those of an execution in order. */
export class Announcer {
  readonly #options: StatesOptions;

  constructor(options: StatesOptions) {
    this.#options = options;
  }

  /** Tells how an execution stands, or that it has begun to run, after what is still to be told; again if it is refused. */
  announce(execution: Execution, begins: boolean): void {
    if (this.#options.onStatusChange === undefined) return;
    const { start, ending } = execution;
    const { status, stopDate, output, error, cause } = begins ? RUNNING : ending;
    execution.announcing = this.#insist(execution, execution.announcing, {
      executionArn: start.executionArn,
      stateMachineArn: start.stateMachineArn,
      name: start.name,
      startDate: start.at,
      input: start.input,
      status,
      stopDate,
      output,
      error,
      cause,
    });
  }

  async #insist(execution: Execution, before: Promise<void>, change: StatusChange): Promise<void> {
    const { activity, clock, onStatusChange } = this.#options;
    await before;
    for (;;) {
      const end = activity.begin();
      try {
        await onStatusChange?.(change);
        execution.told = true;
        return;
      } catch (refusal) {
        const { executionArn, status } = change;
        console.error(`The change of ${executionArn} to ${status} was refused, and will be told again`, refusal);
      } finally {
        end();
      }
      await new Promise<void>((resolve) => clock.setTimer(clock.now() + AGAIN, resolve, { eager: true }));
    }
  }
}

const RUNNING = { status: 'RUNNING', stopDate: null, output: null, error: null, cause: null } as const;
