import {
  DescribeExecutionCommand,
  type ExecutionStatus,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type * as z from 'zod';
import type { BankReconciliationInput } from '../../domain/bank/steps.ts';
import type { DuesRequest } from '../../domain/dues/dues.ts';
import {
  ApplicationWithdrawnError,
  CaseClosedError,
  MembershipEndedError,
  TransientWorkflowError,
} from '../../domain/errors.ts';
import { applicationOfCase, screeningNameOf } from '../../domain/growth/case-id.ts';
import type { MailingInput } from '../../domain/mailing/steps.ts';
import { type ExecutionRef, FAILED_STATUSES, type WorkflowName } from '../../domain/workflow/execution.ts';
import { isPassing } from '../data/errors.ts';
import { executionArn, machineArn } from './machines.ts';

// The way to Step Functions. An execution of `joining` bears the application's id; one started anew after a failure
// bears a number after it.

/** Shared by the modules of this folder. */
export const client = new SFNClient({});

export const named = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** Runs a call. @throws TransientWorkflowError when Step Functions is throttled or out of reach */
export const calling = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    if (isPassing(error)) {
      throw new TransientWorkflowError('Step Functions does not answer.', { cause: error });
    }
    throw error;
  }
};

/** Starts an execution. One of this name that runs, or has run, is left alone. */
export const startExecutionOf = async (workflow: WorkflowName, name: string, input: object): Promise<void> => {
  try {
    await calling(() =>
      client.send(
        new StartExecutionCommand({ stateMachineArn: machineArn(workflow), name, input: JSON.stringify(input) }),
      ),
    );
  } catch (error) {
    if (!named(error, 'ExecutionAlreadyExists')) throw error;
  }
};

/** Starts the execution of an application. One of this name that runs, or has run, is left alone. */
export const startJoining = (applicationId: string, executionName: string): Promise<void> =>
  startExecutionOf('joining', executionName, { applicationId });

/** Starts on the lines of a bank file. An execution of this name that runs, or has run, is left alone. */
export const startReconciliation = (executionName: string, statementId: string): Promise<void> =>
  startExecutionOf('bank-reconciliation', executionName, { statementId } satisfies z.infer<
    typeof BankReconciliationInput
  >);

/** Starts to collect dues whose invoice is owed again. An execution of this name that runs, or has run, is left alone. */
export const startCollection = (executionName: string, request: DuesRequest): Promise<void> =>
  startExecutionOf('dues', executionName, request);

/** Starts a mailing, which bears the name of its execution. One of this name that runs, or has run, is left alone. */
export const startMailingExecution = (mailingId: string): Promise<void> =>
  startExecutionOf('mailing', mailingId, { mailingId } satisfies z.infer<typeof MailingInput>);

/** Starts the execution of a screening. One of this case that runs, or has run, is left alone. */
export const startScreening = (caseId: string): Promise<void> =>
  startExecutionOf('high-growth-screening', screeningNameOf(caseId), {
    applicationId: applicationOfCase(caseId),
    caseId,
  });

/**
 * Goes on with a failed execution where it stopped.
 * @returns false when Step Functions cannot: it is too old, was redriven too often, or is gone
 */
export const redriveExecution = async (execution: ExecutionRef): Promise<boolean> => {
  try {
    await calling(() => client.send(new RedriveExecutionCommand({ executionArn: executionArn(execution) })));
    return true;
  } catch (error) {
    if (named(error, 'ExecutionNotRedrivable', 'ExecutionDoesNotExist', 'ExecutionLimitExceeded')) return false;
    throw error;
  }
};

/** Goes on with a failed execution of `joining`. @returns false when Step Functions cannot */
export const redriveJoining = (executionName: string): Promise<boolean> =>
  redriveExecution({ workflow: 'joining', name: executionName });

/** What became of an execution, of `joining` unless another is named; null when Step Functions knows none of this name (any more). */
export const executionStatus = async (
  executionName: string,
  workflow: WorkflowName = 'joining',
): Promise<ExecutionStatus | null> => {
  try {
    const { status } = await calling(() =>
      client.send(new DescribeExecutionCommand({ executionArn: executionArn({ workflow, name: executionName }) })),
    );
    return status ?? null;
  } catch (error) {
    if (named(error, 'ExecutionDoesNotExist')) return null;
    throw error;
  }
};

/** The latest executions of `joining` that failed, by name. @param most how many of each status at most */
export const failedExecutions = async (most: number): Promise<string[]> => {
  const lists = await Promise.all(
    FAILED_STATUSES.map((statusFilter) =>
      calling(() =>
        client.send(
          new ListExecutionsCommand({ stateMachineArn: machineArn('joining'), statusFilter, maxResults: most }),
        ),
      ),
    ),
  );
  return lists.flatMap(({ executions = [] }) => executions.flatMap(({ name }) => (name === undefined ? [] : [name])));
};

/** A token nobody waits for: the state timed out, ended, or its execution did. */
const STALE = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const sending = async (call: () => Promise<unknown>): Promise<boolean> => {
  try {
    await calling(call);
    return true;
  } catch (error) {
    if (named(error, ...STALE)) return false;
    throw error;
  }
};

/** Tells a waiting state what it asked for. @returns false when it waits no more */
export const sendAnswer = (taskToken: string, output: unknown): Promise<boolean> =>
  sending(() => client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })));

/** Tells a waiting state that there is nothing to renew any more. @returns false when it waits no more */
export const sendEnded = (taskToken: string, memberNumber: string): Promise<boolean> => {
  const { name, message } = new MembershipEndedError(memberNumber);
  return sending(() => client.send(new SendTaskFailureCommand({ taskToken, error: name, cause: message })));
};

/** Tells a waiting state that the applicant withdrew. @returns false when it waits no more */
export const sendWithdrawal = (taskToken: string, applicationId: string): Promise<boolean> => {
  const { name, message } = new ApplicationWithdrawnError(applicationId);
  return sending(() => client.send(new SendTaskFailureCommand({ taskToken, error: name, cause: message })));
};

/** Tells a waiting state of a screening that its case is closed. @returns false when it waits no more */
export const sendClosure = (taskToken: string, caseId: string): Promise<boolean> => {
  const { name, message } = new CaseClosedError(caseId);
  return sending(() => client.send(new SendTaskFailureCommand({ taskToken, error: name, cause: message })));
};
