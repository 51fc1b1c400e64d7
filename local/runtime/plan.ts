import { readSignIn, type SignInDefinition } from '../cognito/definition.ts';
import { readTable, type Table } from '../dynamodb/tables.ts';
import { type Rule, readRule } from '../events/rules.ts';
import { type ApiDefinition, readApis } from '../http-api/definition.ts';
import { type LambdaFunction, readEventSettings, readFunction } from '../lambda/function.ts';
import { readSchedule, type Schedule } from '../scheduler/scheduler.ts';
import { type MailTemplate, readMailTemplate } from '../ses/templates.ts';
import { type AddressBook, localAddresses } from '../template/addresses.ts';
import { CLOUD_ONLY } from '../template/cloud-only.ts';
import type { Deployed } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { readStateMachine, type StateMachine } from '../template/state-machine.ts';

/** Types that run here. */
const RUN = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Function',
  'AWS::SES::Template',
  'AWS::Scheduler::Schedule',
  'AWS::StepFunctions::StateMachine',
  'Custom::CDKBucketDeployment',
] as const;
type RunType = (typeof RUN)[number];

/** What the stacks ask this machine to run. */
export interface Plan {
  readonly region: string;
  readonly account: string;
  readonly tables: readonly Table[];
  readonly functions: readonly LambdaFunction[];
  readonly stateMachines: readonly StateMachine[];
  readonly apis: readonly ApiDefinition[];
  readonly signIn: SignInDefinition | null;
  readonly mailTemplates: readonly MailTemplate[];
  readonly schedules: readonly Schedule[];
  readonly rules: readonly Rule[];
  /** The parts of the site, read when it is put together. */
  readonly site: {
    readonly distribution: Deployed | null;
    readonly functions: readonly Deployed[];
    readonly headersPolicies: readonly Deployed[];
    readonly buckets: readonly Deployed[];
    readonly deployments: readonly Deployed[];
    readonly addresses: AddressBook;
  };
}

/**
 * Sorts the resources by what stands for them here, and reads each.
 * @param addresses of AWS, and the local ones that stand for them
 * @throws TemplateError naming what this machine cannot run
 */
export function makePlan(resources: readonly Deployed[], addresses: AddressBook): Plan {
  refuseUnknown(resources);
  const local = resources.map((resource): Deployed => {
    const properties = Object.fromEntries(
      Object.entries(resource.properties).map(([name, value]) => [name, localAddresses(value, addresses)]),
    );
    return { ...resource, properties };
  });
  const all = (type: RunType | 'AWS::S3::Bucket') => local.filter((resource) => resource.type === type);
  const events = readEventSettings(all('AWS::Lambda::EventInvokeConfig'));
  const [distribution, ...others] = all('AWS::CloudFront::Distribution');
  if (others.length > 0) throw new TemplateError('The stacks have several distributions; one runs on this machine.');
  const [main] = all('AWS::DynamoDB::Table');
  return {
    region: (main ?? local[0])?.stack.region ?? '',
    account: (main ?? local[0])?.stack.account ?? '',
    tables: all('AWS::DynamoDB::Table').map(readTable),
    functions: withoutProviders(all('AWS::Lambda::Function'), local).map((fn) => readFunction(fn, events)),
    stateMachines: all('AWS::StepFunctions::StateMachine').map(readStateMachine),
    apis: readApis({
      apis: all('AWS::ApiGatewayV2::Api'),
      stages: all('AWS::ApiGatewayV2::Stage'),
      routes: all('AWS::ApiGatewayV2::Route'),
      integrations: all('AWS::ApiGatewayV2::Integration'),
      authorizers: all('AWS::ApiGatewayV2::Authorizer'),
    }),
    signIn: readSignIn({
      pools: all('AWS::Cognito::UserPool'),
      clients: all('AWS::Cognito::UserPoolClient'),
      groups: all('AWS::Cognito::UserPoolGroup'),
      domains: all('AWS::Cognito::UserPoolDomain'),
    }),
    mailTemplates: all('AWS::SES::Template').map(readMailTemplate),
    schedules: all('AWS::Scheduler::Schedule').map(readSchedule),
    rules: all('AWS::Events::Rule')
      .map(readRule)
      .filter((rule) => rule !== null),
    site: {
      distribution: distribution ?? null,
      functions: all('AWS::CloudFront::Function'),
      headersPolicies: all('AWS::CloudFront::ResponseHeadersPolicy'),
      buckets: all('AWS::S3::Bucket'),
      deployments: all('Custom::CDKBucketDeployment'),
      addresses,
    },
  };
}

/** The addresses that the site and the sign-in have on AWS, and here. @param site origin of the local site */
export function addressBook(resources: readonly Deployed[], site: string, signIn: string): AddressBook {
  const book = new Map<string, string>();
  for (const { type, identity, stack } of resources) {
    if (type === 'AWS::CloudFront::Distribution') book.set(`https://${identity.attributes.DomainName}`, site);
    if (type === 'AWS::Cognito::UserPool') book.set(identity.attributes.ProviderURL ?? '', signIn);
    if (type === 'AWS::Cognito::UserPoolDomain') {
      book.set(`https://${identity.ref}.auth.${stack.region}.amazoncognito.com`, signIn);
    }
  }
  return book;
}

function refuseUnknown(resources: readonly Deployed[]): void {
  const run: readonly string[] = RUN;
  const unknown = resources.filter(({ type }) => !run.includes(type) && !(type in CLOUD_ONLY));
  if (unknown.length === 0) return;
  const names = unknown.map(({ stack, logicalId, type }) => `${type} (${logicalId}, ${stack.name})`);
  throw new TemplateError(`The stacks use what does not run on one machine yet: ${names.join('; ')}.`);
}

/** Functions that the CDK itself deploys with, behind custom resources, have no part in the product. */
function withoutProviders(functions: readonly Deployed[], resources: readonly Deployed[]): readonly Deployed[] {
  const providers = new Set(resources.map(({ properties }) => properties.ServiceToken));
  return functions.filter(({ identity }) => !providers.has(identity.attributes.Arn));
}
