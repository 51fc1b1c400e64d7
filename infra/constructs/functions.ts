import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { STRIPE_OFF } from '../../domain/environment.ts';
import { acknowledgePatterns } from '../acknowledge.ts';
import type { Bundle } from '../bundle.ts';
import { type Entry, type FunctionName, namesOf, WORKFLOWS } from '../entries.ts';
import { NEEDS, type Needs, WORKFLOW_CALLS, type WorkflowCall } from '../needs.ts';
import type { Stage } from '../stages.ts';
import { HandlerFunction } from './handler-function.ts';
import type { Mail } from './mail.ts';
import type { TheTable } from './the-table.ts';
import { executionsArn, machineArn } from './workflow.ts';

/** The public register: the State's Recherche d'entreprises. */
const REGISTER_URL = 'https://recherche-entreprises.api.gouv.fr';

/** Stripe, which takes cards. */
const STRIPE_URL = 'https://api.stripe.com';

export type FunctionsProps = {
  stage: Stage;
  bundles: ReadonlyMap<string, Bundle>;
  table: TheTable;
  mail: Mail;
  siteUrl: string;
  /** Those to make. */
  entries: readonly Entry[];
  deadLetterQueues: Readonly<Partial<Record<FunctionName, IQueue>>>;
};

/** Functions, each with what it needs and nothing more. */
export class Functions extends Construct {
  readonly all: ReadonlyMap<FunctionName, HandlerFunction>;
  private readonly props: FunctionsProps;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.props = props;
    this.all = new Map(props.entries.map((entry) => [entry.name, this.handler(entry)]));
  }

  /** The function of a name. @throws Error when it is another stack's */
  of(name: FunctionName): HandlerFunction {
    const handler = this.all.get(name);
    if (handler === undefined) throw new Error(`The function ${name} is in another stack.`);
    return handler;
  }

  private handler(entry: Entry): HandlerFunction {
    const { bundles, stage, table, mail, siteUrl, deadLetterQueues } = this.props;
    const bundle = bundles.get(entry.name);
    if (bundle === undefined) throw new Error(`The function ${entry.name} has no bundle.`);
    const needs = NEEDS[entry.name];
    const handler = new HandlerFunction(this, {
      stage,
      entry,
      folder: bundle.folder,
      deadLetterQueue: deadLetterQueues[entry.name],
      large: needs.large ?? false,
    });
    if (needs.table !== undefined) {
      handler.set('table', table.tableName);
      table.allow(handler, needs.table);
    }
    if (needs.mail) mail.allow(handler);
    if (needs.site) handler.set('site', siteUrl);
    if (needs.register) handler.set('register', REGISTER_URL);
    if (needs.stripe !== undefined) this.allowStripe(handler, needs.stripe);
    if (needs.workflows !== undefined) this.allowWorkflows(handler, needs.workflows, needs);
    return handler;
  }

  /** The secret with the keys, where the stage has one; else the functions answer that cards are not taken. */
  private allowStripe(handler: HandlerFunction, need: 'switch' | 'keys'): void {
    const { stripeSecret } = this.props.stage;
    handler.set('stripeKeys', stripeSecret ?? STRIPE_OFF);
    if (need === 'switch') return;
    handler.set('stripe', STRIPE_URL);
    if (stripeSecret === undefined) return;
    // Secrets Manager ends the name in an ARN with six characters of its own.
    const arn = Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${stripeSecret}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    handler.allow(['secretsmanager:GetSecretValue'], [arn]);
  }

  private allowWorkflows(handler: HandlerFunction, calls: readonly WorkflowCall[], needs: Needs): void {
    const every = needs.everyWorkflow === true;
    const { stage } = this.props;
    const all = namesOf(WORKFLOWS);
    const joining = machineArn(this, stage, 'Joining');
    const machines = all.map((workflow) => machineArn(this, stage, workflow));
    const resources = {
      started: (needs.starts ?? ['Joining']).map((workflow) => machineArn(this, stage, workflow)),
      joining: every ? machines : [joining],
      machines,
      executions: all.map((workflow) => executionsArn(this, stage, workflow)),
    };
    handler.set('joining', joining);
    for (const call of calls) handler.allow([`states:${call}`], resources[WORKFLOW_CALLS[call]]);
    if (calls.some((call) => WORKFLOW_CALLS[call] === 'executions')) {
      acknowledgePatterns(
        handler.executionRole,
        'Executions are named by application: which one is known when the function is called.',
        ...resources.executions,
      );
    }
  }
}
