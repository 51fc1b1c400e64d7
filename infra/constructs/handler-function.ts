import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EnvironmentName } from '../../domain/environment.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Role as Caller, Entry, FunctionName } from '../entries.ts';
import type { Stage } from '../stages.ts';

/** An API call is given up before the gateway does (30 s); a job may page through what a bad day left. */
const TIMEOUTS: Record<Caller, Duration> = {
  api: Duration.seconds(10),
  task: Duration.seconds(30),
  job: Duration.minutes(2),
};

/** Megabytes that come with one whole processor. */
const WHOLE_PROCESSOR = 1769;
/** What is large is waited for as long as the gateway does. */
const LONGEST_WAIT = Duration.seconds(29);

export type HandlerFunctionProps = {
  stage: Stage;
  entry: Entry;
  /** Folder of its bundle. */
  folder: string;
  /** Reads or makes what is large. */
  large: boolean;
  /** Where an event goes that a job failed on each time. */
  deadLetterQueue?: IQueue;
};

/**
 * A function with the defaults of the house. Every environment variable is set together with the permission to use
 * what it names.
 */
export class HandlerFunction extends LambdaFunction {
  readonly handlerName: FunctionName;
  readonly caller: Caller;
  /** Its own role; findings of the checks are accepted on it. */
  readonly executionRole: Role;

  constructor(scope: Construct, props: HandlerFunctionProps) {
    const { stage, entry } = props;
    const logGroup = new LogGroup(scope, `${entry.name}Log`, {
      logGroupName: `/traboule/${stage.name}/${entry.name}`,
      retention: stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${entry.name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, entry.name, {
      description: `${entry.file} (${stage.name})`,
      code: Code.fromAsset(props.folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // More memory is more processor: a cold start at 256 MB takes twice as long for the same money.
      memorySize: props.large ? WHOLE_PROCESSOR : 512,
      timeout: props.large ? LONGEST_WAIT : TIMEOUTS[entry.role],
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: serviceName(stage),
      },
      ...(props.deadLetterQueue !== undefined && { deadLetterQueue: props.deadLetterQueue }),
    });
    this.handlerName = entry.name;
    this.caller = entry.role;
    this.executionRole = role;
    acknowledge(role, 'X-Ray takes segments without a resource to name.', 'AwsSolutions-IAM5[Resource::*]');
  }

  /** Sets a variable that handlers know by this name. */
  set(name: keyof typeof EnvironmentName, value: string): void {
    this.addEnvironment(EnvironmentName[name], value);
  }

  /** Allows actions on resources, each named. */
  allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }
}

/** What tells the logs and metrics of one stage from those of another. */
export const serviceName = (stage: Stage): string => `traboule-${stage.name}`;
