import { type AwsJsonRequest, type AwsJsonResponse, answer, type Operation } from '../http/aws-json.ts';
import { executionOperations } from './api/execution-operations.ts';
import { machineOperations } from './api/machine-operations.ts';
import { taskOperations } from './api/task-operations.ts';
import { Executions } from './executions.ts';
import { Journal } from './journal/journal.ts';
import type { StatesOptions } from './ports.ts';

/** Step Functions on one machine: standard workflows in JSONata, durable in a journal. */
export class Interpreter {
  /** Every call of the API that is supported, by its name. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly #options: StatesOptions;
  readonly #journal: Journal;
  readonly #executions: Executions;

  constructor(options: StatesOptions) {
    this.#options = options;
    this.#journal = new Journal(options.folder);
    this.#executions = new Executions(options, this.#journal);
    this.operations = {
      ...machineOperations(options, this.#journal, this.#executions),
      ...executionOperations(this.#executions),
      ...taskOperations(this.#executions),
    };
  }

  /** Reads the journal and takes up every execution where it was. Requests are served from then on. */
  open(): void {
    this.#journal.open();
    this.#executions.open();
  }

  /** Answers one call of the Step Functions API (`X-Amz-Target: AWSStepFunctions.*`). Never rejects. */
  handle(request: AwsJsonRequest): Promise<AwsJsonResponse> {
    return this.#options.activity.track(answer('AWSStepFunctions', this.operations, request));
  }

  /** Waits for the journal to be written, and writes no more. Running executions go on at the next `open`. */
  close(): Promise<void> {
    return this.#journal.close();
  }
}
