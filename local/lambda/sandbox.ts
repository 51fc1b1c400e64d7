import { Worker } from 'node:worker_threads';
import type { LambdaAnswer } from './call.ts';
import { exited, failed, timedOut, tooLarge } from './failure.ts';
import type { LambdaFunction } from './function.ts';
import type { FunctionLog } from './function-log.ts';
import type { WorkerMessage, WorkerRequest, WorkerSetup } from './worker.ts';

/** Lambda gives a function this long to load. */
const LOAD_PATIENCE = 10_000;
/** Largest answer of a function, in bytes. */
const LARGEST_ANSWER = 6_291_556;

interface Running {
  readonly requestId: string;
  readonly settle: (answer: LambdaAnswer) => void;
  timer?: NodeJS.Timeout;
}

/**
 * One execution environment: a thread that has loaded the function and serves one request at a time. Once ended, by
 * itself or not, it serves no more.
 */
export class Sandbox {
  readonly function: LambdaFunction;
  readonly #worker: Worker;
  readonly #loaded: Promise<LambdaAnswer | null>;
  #running: Running | null = null;
  #ended = false;

  /** @param code of the thread, compiled; @param onEnd called once, when the thread is gone */
  constructor(fn: LambdaFunction, code: URL, environment: Record<string, string>, log: FunctionLog, onEnd: () => void) {
    this.function = fn;
    const setup: WorkerSetup = {
      module: fn.module,
      handler: fn.handler,
      functionName: fn.name,
      functionArn: fn.arn,
      memoryMb: fn.memoryMb,
    };
    this.#worker = new Worker(code, {
      workerData: setup,
      env: environment,
      // None of the runtime's own flags: no TypeScript loader in there, which would cost memory and time.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: fn.memoryMb },
      stdout: true,
      stderr: true,
    });
    this.#worker.stdout.on('data', (chunk: Buffer) => log.write(fn.name, chunk));
    this.#worker.stderr.on('data', (chunk: Buffer) => log.write(fn.name, chunk));
    this.#loaded = this.#load();
    this.#worker.on('message', (message: WorkerMessage) => this.#hear(message));
    this.#worker.once('error', (error) => this.#crash(`${error.name}: ${error.message}`));
    this.#worker.once('exit', (status) => {
      this.#ended = true;
      this.#crash(`exit status ${status}`);
      onEnd();
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Runs the handler once. Never rejects: what goes wrong is an answer too, in Lambda's shape. */
  async invoke(requestId: string, event: string): Promise<LambdaAnswer> {
    const notLoaded = await this.#loaded;
    if (notLoaded !== null) {
      await this.end();
      return notLoaded;
    }
    if (this.#ended) return exited(requestId, 'the environment has ended');
    const answer = await new Promise<LambdaAnswer>((settle) => {
      const timer = setTimeout(() => {
        void this.end();
        this.#settle(timedOut(requestId, this.function.timeoutMs));
      }, this.function.timeoutMs);
      this.#running = { requestId, settle, timer };
      const request: WorkerRequest = { requestId, event, timeoutMs: this.function.timeoutMs };
      this.#worker.postMessage(request);
    });
    const bytes = Buffer.byteLength(answer.payload);
    return bytes > LARGEST_ANSWER ? tooLarge(bytes) : answer;
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  #load(): Promise<LambdaAnswer | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(timedOut('init', LOAD_PATIENCE)), LOAD_PATIENCE);
      const settle = (answer: LambdaAnswer | null) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') settle(null);
        if (message.kind === 'failed-to-load' || message.kind === 'fatal') settle(failed(message.payload));
      });
      this.#worker.once('exit', (status) => settle(exited('init', `exit status ${status}`)));
    });
  }

  #hear(message: WorkerMessage): void {
    if (message.kind === 'result') this.#settle({ payload: message.payload });
    if (message.kind === 'error' || message.kind === 'fatal') this.#settle(failed(message.payload));
  }

  #crash(reason: string): void {
    if (this.#running !== null) this.#settle(exited(this.#running.requestId, reason));
  }

  #settle(answer: LambdaAnswer): void {
    const running = this.#running;
    this.#running = null;
    clearTimeout(running?.timer);
    running?.settle(answer);
  }
}
