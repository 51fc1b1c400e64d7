import { executionOperations } from './api/execution-operations.ts';
import { machineOperations } from './api/machine-operations.ts';
import { answer, type Operation } from './api/protocol.ts';
import { taskOperations } from './api/task-operations.ts';
import { Executions } from './executions.ts';
import { Machines } from './machines.ts';
import type { AwsJsonRequest, AwsJsonResponse, StatesOptions, StatesService } from './ports.ts';

/** Step Functions on one machine: standard workflows in JSONata, durable in a journal. */
export class Interpreter implements StatesService {
  readonly #options: StatesOptions;
  readonly #machines: Machines;
  readonly #executions: Executions;
  readonly #operations: Readonly<Record<string, Operation>>;

  constructor(options: StatesOptions) {
    this.#options = options;
    this.#machines = new Machines(options.journal, options.region);
    this.#executions = new Executions(options, this.#machines);
    this.#operations = {
      ...machineOperations(options, this.#machines, this.#executions),
      ...executionOperations(options, this.#machines, this.#executions),
      ...taskOperations(this.#executions),
    };
  }

  async open(): Promise<void> {
    await this.#options.journal.open();
    await this.#machines.open();
    await this.#executions.open();
  }

  handle(request: AwsJsonRequest): Promise<AwsJsonResponse> {
    return this.#options.activity.track(answer(this.#operations, request));
  }

  close(): Promise<void> {
    return this.#executions.close();
  }
}
