import { type ExecutionRef, WorkflowName } from '../../domain/workflow/execution.ts';
import { readEnvironment } from './environment.ts';

// The addresses of state machines and executions. The machines of a stage are named alike, each for its workflow, so
// the address of one gives those of the others.

const { joining } = readEnvironment('joining');

/** ARN of the state machine of a workflow. */
export const machineArn = (workflow: WorkflowName): string => joining.replace(/joining$/, workflow);

/** ARN of all executions of a workflow, but for their names. */
const executionsOf = (workflow: WorkflowName): string =>
  `${machineArn(workflow).replace(':stateMachine:', ':execution:')}:`;

/** ARN of an execution. */
export const executionArn = ({ workflow, name }: ExecutionRef): string => `${executionsOf(workflow)}${name}`;

/** The execution at an ARN; null when it is of no workflow of this stage. */
export const executionAt = (arn: string): ExecutionRef | null => {
  const workflow = WorkflowName.options.find((each) => arn.startsWith(executionsOf(each)));
  return workflow === undefined ? null : { workflow, name: arn.slice(executionsOf(workflow).length) };
};
