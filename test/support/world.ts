import * as z from 'zod';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { ROUTES, type RouteName } from '../../domain/contract/routes.ts';
import { SCHEDULE_NAMES } from '../../domain/schedule/schedules.ts';
import { type LocalRegister, startLocalRegister } from '../../local/register/server.ts';
import { type AwsStub, startAwsStub } from './aws-stub.ts';
import { startTestTable } from './dynoxide.ts';
import { type EventOptions, eventFor, NOW } from './events.ts';
import { formOf } from './forms.ts';
import { copyItems, type KeptTable, keepTable } from './kept-table.ts';

const Result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.unknown()),
  body: z.string(),
  isBase64Encoded: z.boolean().default(false),
});
type Run = (event: unknown, context: unknown) => Promise<unknown>;
const Handler = z.object({ handler: z.custom<Run>((value) => typeof value === 'function') });

/** What a call of the API came to; `problem` is the stable name of a refusal. */
type Reply = {
  status: number;
  text: string;
  body: Record<string, unknown>;
  problem: string | null;
  /** Codes of the field errors, by path. */
  errors: Record<string, string>;
  headers: Record<string, unknown>;
  /** The bytes of a file, as they were sent; null for JSON. */
  file: Buffer | null;
};

const CONTEXT = {
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-3:000000000000:function:test',
  memoryLimitInMB: '512',
  awsRequestId: 'test',
  getRemainingTimeInMillis: () => 60_000,
};

const Problem = z.object({
  type: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
});
const MailInput = z.object({
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  Content: z.object({ Template: z.object({ TemplateName: z.string(), TemplateData: z.string() }) }),
});

/** The real handlers on a real table, with Step Functions and SES stood in for. */
export type World = {
  aws: AwsStub;
  /** The public register, as it answers here. */
  register: LocalRegister;
  call(name: RouteName, options?: EventOptions): Promise<Reply>;
  /** Runs the handler of a workflow's task, as its state would. */
  task(entry: string, input: Record<string, unknown>): Promise<unknown>;
  /** Runs the handler of a job, as its schedule or rule would. */
  job(entry: string, event: Record<string, unknown>): Promise<unknown>;
  /** Mails sent to an address: message and data, the oldest first. */
  mailsTo(address: string): { template: string; data: Record<string, string> }[];
  /** Keeps the table, and what was asked of AWS, as they are now; to be brought back as often as it takes. */
  keep(): Promise<KeptTable>;
  /** Copies what is kept of something, once for each list of what stands in its copy for the words that tell it apart. */
  copy(copies: readonly ReadonlyMap<string, string>[]): Promise<void>;
  close(): Promise<void>;
};

/** Starts it. Handlers read their environment while they load, so they are imported only then. */
export const startWorld = async (): Promise<World> => {
  const [table, aws, register] = await Promise.all([startTestTable(), startAwsStub(), startLocalRegister()]);
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_SFN: aws.url,
    AWS_ENDPOINT_URL_SESV2: aws.url,
    AWS_ENDPOINT_URL_LAMBDA: aws.url,
    TABLE_NAME: table.tableName,
    JOINING_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-3:000000000000:stateMachine:joining',
    SITE_URL: 'https://traboule.example',
    MAIL_FROM: 'traboule@example.org',
    MAIL_TEMPLATE_PREFIX: 'test',
    MAIL_CONFIGURATION_SET: 'test',
    REGISTER_URL: register.url,
    STRIPE_URL: 'http://127.0.0.1:1',
    STRIPE_KEYS: 'off',
    SCHEDULED_FUNCTIONS: SCHEDULE_NAMES.map(
      (name) => `${name}=arn:aws:lambda:eu-west-3:000000000000:function:${name}`,
    ).join(','),
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  const handlers = new Map<string, Run>();
  const run = async (file: string, event: unknown): Promise<unknown> => {
    // Kept: the test runner looks a module up anew at each import.
    const handler = handlers.get(file) ?? Handler.parse(await import(`../../functions/${file}.ts`)).handler;
    handlers.set(file, handler);
    return handler(event, CONTEXT);
  };
  return {
    aws,
    register,
    call: async (name, options) => replyOf(await run(`${ROUTES[name].entry}.api`, eventFor(name, options))),
    task: (entry, input) => run(`${entry}.task`, input),
    job: (entry, event) => run(`${entry}.job`, event),
    mailsTo: (address) =>
      aws
        .of('SendEmail')
        .map((input) => MailInput.parse(input))
        .filter((mail) => mail.Destination.ToAddresses.includes(address))
        .map(({ Content: { Template } }) => ({
          template: Template.TemplateName,
          data: z.record(z.string(), z.string()).parse(JSON.parse(Template.TemplateData)),
        })),
    keep: async () => {
      const kept = await keepTable(table);
      const calls = [...aws.calls];
      return {
        bringBack: async () => {
          await kept.bringBack();
          aws.calls.splice(0, aws.calls.length, ...calls);
        },
        close: kept.close,
      };
    },
    copy: (copies) => copyItems(table, copies),
    close: async () => {
      await Promise.all([table.close(), aws.close(), register.close()]);
    },
  };
};

const replyOf = (result: unknown): Reply => {
  const { statusCode, headers, body: text, isBase64Encoded } = Result.parse(result);
  const file = isBase64Encoded ? Buffer.from(text, 'base64') : null;
  const body = file === null ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : {};
  const problem = statusCode >= 400 ? Problem.parse(body) : null;
  return {
    status: statusCode,
    text,
    body,
    problem: problem?.type.replace('urn:traboule:problem:', '') ?? null,
    errors: Object.fromEntries((problem?.errors ?? []).map(({ path, code }) => [path, code])),
    headers,
    file,
  };
};

const Accepted = z.object({ applicationId: z.string(), trackingUrl: z.string() });
export const tokenOf = (url: string): string => url.split('#')[1] ?? '';

/** A submitted application: what its applicant holds. */
export type Submitted = { applicationId: string; link: string; form: ApplicationForm };

/** Submits a form through the API. */
export const submit = async (world: World, form = formOf(), now = NOW): Promise<Submitted> => {
  const reply = await world.call('SubmitApplication', { body: form, now });
  const { applicationId, trackingUrl } = Accepted.parse(reply.body);
  return { applicationId, link: tokenOf(trackingUrl), form };
};

/** Asks for the e-mail to be confirmed, as the workflow does. @returns the task and the link that was mailed */
export const askToConfirm = async (world: World, { applicationId, form }: Submitted, now = NOW) => {
  await world.task('applications/confirm-email', { applicationId, now, taskToken: `confirm-${applicationId}` });
  const mail = world.mailsTo(form.contact.email).at(-1);
  return { taskId: `${applicationId}~confirm-email~${Date.parse(now)}`, link: tokenOf(mail?.data.link ?? '') };
};

/** Brings an application to its review by the staff of its antenna. @returns the review's task id */
export const bringToReview = async (world: World, submitted: Submitted, now = NOW): Promise<string> => {
  const { applicationId } = submitted;
  const { taskId, link } = await askToConfirm(world, submitted, now);
  await world.call('AnswerLinkTask', { params: { id: taskId }, link, body: {}, now });
  const proposal = z
    .object({ proposed: z.string(), communeCode: z.string() })
    .parse(await world.task('antenna/propose-antenna', { applicationId, now }));
  const { proposed: antenna, communeCode } = proposal;
  await world.task('antenna/record-antenna', { applicationId, now, antenna, assignedBy: 'rule', communeCode });
  await world.task('applications/review-application', { applicationId, now, taskToken: `review-${applicationId}` });
  return `${applicationId}~review-application~${Date.parse(now)}`;
};
