import type { Execution } from './execution.ts';
import type { ExecutionStatus, StatesOptions, StatusChange } from './ports.ts';

/** How long to wait before a change of status that was refused is told again, in milliseconds. */
const AGAIN = 10_000;

/** Tells changes of status: each at least once, those of an execution in order. */
export class Announcer {
  readonly #options: StatesOptions;

  constructor(options: StatesOptions) {
    this.#options = options;
  }

  /** Tells a change, after those before it; again later if it is refused. */
  announce(execution: Execution, status: ExecutionStatus): void {
    const { onStatusChange } = this.#options;
    if (onStatusChange === undefined) return;
    const change = statusChange(execution, status);
    execution.announcing = execution.announcing.then(async () => {
      while (!(await this.#tell(change, onStatusChange))) await this.#pause();
      execution.told = true;
    });
  }

  async #tell(change: StatusChange, onStatusChange: NonNullable<StatesOptions['onStatusChange']>): Promise<boolean> {
    const end = this.#options.activity.begin();
    try {
      await onStatusChange(change);
      return true;
    } catch (refusal) {
      const { executionArn, status } = change;
      console.error(`The change of ${executionArn} to ${status} was refused, and will be told again`, refusal);
      return false;
    } finally {
      end();
    }
  }

  #pause(): Promise<void> {
    const { clock } = this.#options;
    return new Promise((resolve) => clock.setTimer(clock.now() + AGAIN, resolve, { eager: true }));
  }
}

function statusChange({ start, ending }: Execution, status: ExecutionStatus): StatusChange {
  const ended = status !== 'RUNNING';
  return {
    executionArn: start.executionArn,
    stateMachineArn: start.stateMachineArn,
    name: start.name,
    status,
    startDate: start.at,
    stopDate: ended ? ending.at : null,
    input: start.input,
    output: ended ? ending.output : null,
    error: ended ? ending.error : null,
    cause: ended ? ending.cause : null,
  };
}
