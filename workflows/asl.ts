import type * as z from 'zod';
import { ErrorName } from '../domain/errors.ts';

// The part of Amazon States Language that our workflows use, typed. JSONata only.

/** A JSONata expression, evaluated when the state runs. */
export type Jsonata = `{% ${string} %}`;
/** Replaced by CDK's `definitionSubstitutions`: the ARN of a function or of a state machine. */
type Placeholder = `\${${string}}`;

/** What a task is called with, typed from the schema its handler parses with: each field a value or an expression. */
export type Payload<S extends z.ZodType> = { [K in keyof z.input<S>]: z.input<S>[K] | Jsonata };

/** One task of a workflow: its handler, and what goes in and out. */
type TaskDefinition = {
  /** Handler file under functions/, without its suffix `.task.ts`. */
  function: string;
  /** What the handler parses. */
  input: z.ZodType;
  /** What the state yields: the handler's result, or, where people are asked, what their answer amounts to. */
  output: z.ZodType;
};
/** Keyed by function name, which is also the placeholder of its ARN in the definition. */
export type TaskMap = Readonly<Record<string, TaskDefinition>>;

/** `IntervalSeconds` before the first retry, multiplied by `BackoffRate` at each, at most `MaxDelaySeconds`. */
export type RetryPolicy = {
  ErrorEquals: string[];
  IntervalSeconds: number;
  BackoffRate: number;
  MaxAttempts: number;
  MaxDelaySeconds: number;
  /** Each wait is drawn between zero and the computed delay, so that many executions do not come back at once. */
  JitterStrategy: 'FULL' | 'NONE';
};
type Catcher<N extends string> = { ErrorEquals: string[]; Assign?: Record<string, unknown>; Next: N };

type Common = { Comment?: string; Assign?: Record<string, unknown>; Output?: unknown };
type TaskState<N extends string> = Common & {
  Type: 'Task';
  Resource: string;
  Arguments: Record<string, unknown>;
  TimeoutSeconds?: number | Jsonata;
  Retry?: RetryPolicy[];
  Catch?: Catcher<N>[];
} & ({ Next: N } | { End: true });
type ChoiceRule<N extends string> = {
  Condition: Jsonata;
  Comment?: string;
  Assign?: Record<string, unknown>;
  Next: N;
};
type ChoiceState<N extends string> = Common & { Type: 'Choice'; Choices: ChoiceRule<N>[]; Default?: N };
type SucceedState = Common & { Type: 'Succeed' };
/** Runs its processor for each item, in the history of the execution itself. */
type MapState<N extends string> = Common & {
  Type: 'Map';
  Items: Jsonata;
  ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }; StartAt: string; States: Record<string, State<string>> };
  Next: N;
};
type WaitState<N extends string> = Common & { Type: 'Wait'; Seconds: number; Next: N };
export type State<N extends string> = TaskState<N> | ChoiceState<N> | MapState<N> | WaitState<N> | SucceedState;

export type StateMachine<N extends string = string> = {
  Comment: string;
  QueryLanguage: 'JSONata';
  StartAt: N;
  /** Longest an execution may run, in seconds. */
  TimeoutSeconds: number;
  States: Record<N, State<N>>;
};

/** A state machine whose every transition leads to one of its own states, or it does not compile. */
export const stateMachine = <N extends string>(
  definition: Omit<StateMachine<N>, 'QueryLanguage' | 'States' | 'StartAt'> & {
    StartAt: NoInfer<N>;
    States: Record<N, State<NoInfer<N>>>;
  },
): StateMachine<N> => ({ ...definition, QueryLanguage: 'JSONata' });

/**
 * What Lambda, not our code, answers when it cannot run a function: throttled, unreachable, failing inside, or the
 * process died (out of memory, which is `Runtime.ExitError`, or timed out). Every handler may run again at any point, so
 * all of it is retried.
 * Waits of at most 2, 4, 8, 16, 32 and 60 seconds: 2 minutes 2 seconds in all, long enough for a scaling limit to lift.
 */
const RETRY_LAMBDA: RetryPolicy = {
  ErrorEquals: [
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.Unknown',
    'Runtime.ExitError',
    'Sandbox.Timedout',
  ],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 6,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
};

/**
 * A passing fault of something our handlers depend on: the table, the mail service, Step Functions itself.
 * Waits of at most 5, 10, 20, 40, 80, 160, 300 and 300 seconds: 15 minutes 15 seconds in all, the length of most
 * regional incidents. What lasts longer fails the execution, and staff restart it.
 */
const RETRY_TRANSIENT: RetryPolicy = {
  ErrorEquals: [ErrorName.TransientStore, ErrorName.TransientMail, ErrorName.TransientWorkflow],
  IntervalSeconds: 5,
  BackoffRate: 2,
  MaxAttempts: 8,
  MaxDelaySeconds: 300,
  JitterStrategy: 'FULL',
};

/**
 * What Step Functions answers when it cannot start a nested execution at once. Not `States.TaskFailed`: a nested
 * execution that failed has its name taken, and is redriven with its parent instead.
 * Waits of at most 2, 4, 8, 16, 32 and 60 seconds: 2 minutes 2 seconds in all.
 */
export const RETRY_START_EXECUTION: RetryPolicy = {
  ErrorEquals: [
    'StepFunctions.AWSStepFunctionsException',
    'StepFunctions.ExecutionLimitExceededException',
    'StepFunctions.SdkClientException',
  ],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxAttempts: 6,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
};

/**
 * Instant the state was entered, or the execution was redriven in it, whichever is later: the only clock of a handler.
 * The same whenever the state is retried.
 */
export const NOW: Jsonata =
  '{% $sort([$states.context.State.EnteredTime, $states.context.Execution.RedriveTime])[-1] %}';
/** The application this execution is about. */
export const APPLICATION_ID: Jsonata = '{% $states.context.Execution.Input.applicationId %}';
/** What an answer is sent to. A retried state has a new one. */
export const TASK_TOKEN: Jsonata = '{% $states.context.Task.Token %}';

/**
 * How much longer a state waits for an answer than people are told, in seconds: an answer stored in the last second
 * reaches the workflow although Step Functions refuses calls for a while. Three runs of the redelivery job.
 */
export const DELIVERY_GRACE_SECONDS = 900;

/** The part of a task state that calls a function; the rest of the state is spread around it. */
type Call = Pick<TaskState<never>, 'Type' | 'Resource' | 'Arguments' | 'Output' | 'Retry'>;

/**
 * States that run the functions of one task map. The payload must fit the schema the handler parses with.
 * @returns `run`: the function's result is the state's; `ask`: the function opens a human task with the state's token,
 * and the state yields what the answer amounts to.
 */
export const functionStates = <T extends TaskMap>(_tasks: T) => {
  const call =
    (resource: string, result: Jsonata) =>
    <F extends keyof T & string>(name: F, payload: Payload<T[F]['input']>) =>
      ({
        Type: 'Task',
        Resource: resource,
        Arguments: { FunctionName: `\${${name}}` satisfies Placeholder, Payload: payload },
        Output: result,
        Retry: [RETRY_LAMBDA, RETRY_TRANSIENT],
      }) satisfies Call;
  return {
    run: call('arn:aws:states:::lambda:invoke', '{% $states.result.Payload %}'),
    ask: call('arn:aws:states:::lambda:invoke.waitForTaskToken', '{% $states.result %}'),
  };
};
