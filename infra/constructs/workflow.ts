import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgePatterns } from '../acknowledge.ts';
import { namesOf, type TaskName, WORKFLOWS, type WorkflowName } from '../entries.ts';
import type { Stage } from '../stages.ts';
import type { Functions } from './functions.ts';

/** Name of a workflow's state machine in a stage. */
export const machineName = (stage: Stage, workflow: WorkflowName): string =>
  `traboule-${stage.name}-${WORKFLOWS[workflow].name}`;

/**
 * ARN of a workflow's state machine, from its name: functions answer the machines that run them, so neither can wait
 * for the other to be created.
 */
export const machineArn = (scope: Construct, stage: Stage, workflow: WorkflowName): string =>
  arnOf(scope, 'stateMachine', machineName(stage, workflow));

/** ARN of all executions of a workflow. */
export const executionsArn = (scope: Construct, stage: Stage, workflow: WorkflowName): string =>
  arnOf(scope, 'execution', `${machineName(stage, workflow)}:*`);

const arnOf = (scope: Construct, resource: string, resourceName: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource,
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export type WorkflowProps = {
  stage: Stage;
  workflow: WorkflowName;
  functions: Functions;
};

/** A state machine, allowed to call its own tasks and to run the workflows it nests, and nothing else. */
export class Workflow extends StateMachine {
  constructor(scope: Construct, { stage, workflow, functions }: WorkflowProps) {
    const { definition, starts, launches } = WORKFLOWS[workflow];
    const tasks: Partial<Record<TaskName, unknown>> = WORKFLOWS[workflow].tasks;
    const taskNames = namesOf(tasks);
    super(scope, workflow, {
      stateMachineName: machineName(stage, workflow),
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
      definitionSubstitutions: {
        ...Object.fromEntries(taskNames.map((name) => [name, functions.of(name).functionArn])),
        ...Object.fromEntries([...starts, ...launches].map((name) => [name, machineArn(scope, stage, name)])),
      },
      tracingEnabled: true,
      logs: {
        level: LogLevel.ERROR,
        includeExecutionData: false,
        destination: new LogGroup(scope, `${workflow}Log`, {
          // Names under this prefix share one resource policy, which has a length limit.
          logGroupName: `/aws/vendedlogs/states/${machineName(stage, workflow)}`,
          retention: stage.logDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    this.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: taskNames.map((name) => functions.of(name).functionArn),
      }),
    );
    for (const nested of starts) this.allowToRun(stage, nested);
    if (launches.length > 0) {
      this.addToRolePolicy(
        new PolicyStatement({
          actions: ['states:StartExecution'],
          resources: launches.map((name) => machineArn(this, stage, name)),
        }),
      );
    }
    acknowledge(
      this,
      'Step Functions records every execution itself; the log holds what went wrong, without what was sent.',
      'AwsSolutions-SF1',
    );
    acknowledge(this.role, 'Log delivery and X-Ray take no resource.', 'AwsSolutions-IAM5[Resource::*]');
  }

  /**
   * What `startExecution.sync:2` does: start, watch through a rule that Step Functions manages, stop when stopped, and
   * redrive when redriven.
   */
  private allowToRun(stage: Stage, nested: WorkflowName): void {
    const allow = (actions: string[], resource: string): void => {
      this.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }));
    };
    allow(['states:StartExecution'], machineArn(this, stage, nested));
    const executions = executionsArn(this, stage, nested);
    allow(['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'], executions);
    acknowledgePatterns(this.role, 'A nested execution is named when it starts.', executions);
    allow(
      ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      Stack.of(this).formatArn({
        service: 'events',
        resource: 'rule',
        resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
      }),
    );
  }
}
