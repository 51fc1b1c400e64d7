import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { Activity } from '../clock/activity.ts';
import { demoAccounts } from '../cognito/accounts.ts';
import { loadKeys } from '../cognito/keys.ts';
import { SIGN_IN_PATH, SignIn } from '../cognito/sign-in.ts';
import { DataFolder } from '../data-folder/data-folder.ts';
import { writeJson } from '../data-folder/json-file.ts';
import { FileFolder } from '../data-folder/line-folder.ts';
import { demoRegister } from '../demo/register.ts';
import { openDatabase, provideTables } from '../dynamodb/database.ts';
import { DynamoDbProxy } from '../dynamodb/proxy.ts';
import { databaseClient } from '../dynamodb/tables.ts';
import { dispatch, statusChangeEvent } from '../events/rules.ts';
import { HttpApi } from '../http-api/http-api.ts';
import { DeadLetters } from '../lambda/dead-letters.ts';
import { startLocalRegister } from '../register/server.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import { deliver, type Target } from '../scheduler/targets.ts';
import { Mailbox } from '../ses/mailbox.ts';
import { Ses } from '../ses/ses.ts';
import type { Options } from '../start/options.ts';
import { StartError, type Text } from '../start/text.ts';
import { Interpreter } from '../states/interpreter.ts';
import { synthesize } from '../synthesis/synthesize.ts';
import { readAssembly } from '../template/assembly.ts';
import { Deployment } from '../template/deployment.ts';
import { TemplateError } from '../template/intrinsics.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { Closing } from './closing.ts';
import { Counters } from './counters.ts';
import { openFunctions } from './functions.ts';
import { openClock } from './kept-clock.ts';
import { localRoutes } from './local-routes.ts';
import { addressBook, makePlan, type Plan } from './plan.ts';
import { listen } from './servers.ts';
import { openSite } from './site.ts';
import { siteEndpoint } from './site-endpoint.ts';
import { provideStateMachines } from './state-machines.ts';

/** Where the runtime answers, as `endpoints.json` tells scripts. */
export interface Endpoints {
  /** Origin of the site: pages, API, sign-in, mail. */
  readonly site: string;
  /** AWS endpoint, for SDKs and the CLI. */
  readonly aws: string;
  /** The public register that is asked. */
  readonly register: string;
  readonly pids: Readonly<Record<string, number>>;
  readonly clock: 'real' | 'simulated';
}

/** A runtime that is ready. */
export interface Runtime {
  readonly endpoints: Endpoints;
  /** Tells scripts that it is ready, by `endpoints.json` in the data folder. */
  publish(): void;
  /** Ends everything in order. What waits goes on at the next start. */
  stop(): Promise<void>;
}

/** What the runtime needs beside its options. */
export interface World {
  /** The checkout. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what goes on while it starts. */
  readonly onProgress: (text: Text) => void;
  /** Told when something the runtime cannot do without ends by itself. */
  readonly onCrash: (reason: string) => void;
}

/** How long requests under way may take to end, in milliseconds. */
const PATIENCE = 2000;

/**
 * Starts everything; resolves when it is ready.
 * @throws StartError saying what to do; whatever had begun has ended by then
 */
export async function startRuntime(options: Options, world: World): Promise<Runtime> {
  const closing = new Closing();
  const stop = () => closing.run((name, error) => console.error(`${name}:`, error));
  try {
    const { endpoints, folder } = await start(options, world, closing);
    const path = folder.file('endpoints.json');
    closing.add('endpoints.json', () => rmSync(path, { force: true }));
    return { endpoints, publish: () => writeJson(path, endpoints), stop };
  } catch (error) {
    await stop();
    if (error instanceof TemplateError || error instanceof z.ZodError) throw unsupported(error);
    throw error;
  }
}

type Started = { endpoints: Endpoints; folder: DataFolder };

async function start(options: Options, world: World, closing: Closing): Promise<Started> {
  const folder = await DataFolder.take(options.data);
  closing.add('data folder', () => folder.release());
  const siteServer = await listen(options.port, '--port');
  closing.add('site', () => siteServer.close(PATIENCE));
  const awsServer = await listen(options.awsPort, '--aws-port');
  closing.add('AWS endpoint', () => awsServer.close(PATIENCE));
  const site = `http://localhost:${siteServer.port}`;
  const aws = `http://127.0.0.1:${awsServer.port}`;
  const issuer = `${site}${SIGN_IN_PATH}`;

  const activity = new Activity();
  const clock = openClock(folder, activity, options.clock);
  closing.add('clock', () => clock.stop());

  const [plan, database] = await Promise.all([
    planOf(world, site, issuer),
    openDatabase(folder, world.environment.DYNAMODB_ENDPOINT, world.onCrash).then((opened) => {
      closing.add('database', () => opened.stop());
      return opened;
    }),
  ]);
  const client = databaseClient(database.endpoint, plan.region);
  closing.add('database client', () => client.destroy());
  await provideTables(client, plan.tables, folder);

  const counters = options.count ? new Counters(folder.file('counters.json')) : null;
  if (counters !== null) closing.add('counters', () => counters.close());
  const register = await openRegister(world, closing);

  const deadLetters = new DeadLetters(folder, clock);
  let workDone = 0;
  const functions = await openFunctions({
    plan,
    folder,
    clock,
    activity,
    deadLetters,
    endpoints: { aws, dynamodb: counters === null ? database.endpoint : aws },
    overrides: { REGISTER_URL: register, ...stripeOf(world.environment) },
    onInvoke: (fn) => counters?.invoked(fn.name),
  });
  closing.add('functions', () => functions.close());

  const states = new Interpreter({
    clock,
    activity,
    folder: new FileFolder(dirname(folder.file('executions', 'log.jsonl'))),
    lambda: (call) => {
      workDone += 1;
      return functions.invoke(call);
    },
    region: plan.region,
    accountId: plan.account,
    onStatusChange: (change) => dispatch(statusChangeEvent(change, clock.now()), plan.rules, toTarget),
  });
  const toTarget = (target: Target, input: string) =>
    deliver(target, input, { lambda: (call) => functions.invoke(call), states, deadLetters });
  states.open();
  closing.add('state machines', () => states.close());
  await provideStateMachines(states, plan.stateMachines);

  const mailbox = new Mailbox(folder.file('mail.jsonl'));
  const ses = new Ses(plan.mailTemplates, mailbox, clock);
  const dynamodb = new DynamoDbProxy(database.endpoint, counters && ((consumed) => counters.consumed(consumed)));
  awsServer.open(awsEndpoint({ activity, dynamodb, states, ses, functions }));

  const keys = loadKeys(folder);
  const { signIn } = plan;
  const apiPorts = { keys: keys.verify, now: () => clock.now(), lambda: functions.invoke.bind(functions) };
  const apis = plan.apis.map((api) => new HttpApi(api, apiPorts));
  siteServer.open(
    siteEndpoint({
      site,
      activity,
      now: () => clock.now(),
      distribution: openSite(plan, apis),
      signIn:
        signIn &&
        new SignIn({
          definition: signIn,
          issuer,
          keys,
          accounts: demoAccounts(signIn.groups),
          folder,
          now: () => clock.now(),
        }),
      local: localRoutes({
        site,
        mailbox,
        clock,
        signIn: signIn && { definition: signIn, issuer, keys },
        counters: counters && (() => counters.report(states)),
      }),
      onRequest: () => {
        workDone += 1;
      },
    }),
  );

  const scheduler = new Scheduler(folder.file('schedules.json'), {
    clock,
    deliver: toTarget,
    ...(clock.simulated !== null && { workDone: () => workDone }),
  });
  functions.resume();
  scheduler.start(plan.schedules);
  closing.add('scheduler', () => scheduler.close());

  const endpoints: Endpoints = {
    site,
    aws,
    register,
    pids: folder.processIds(),
    clock: clock.simulated === null ? 'real' : 'simulated',
  };
  // The first thing to end: nobody comes in any more, and those who are in get their answers.
  closing.add('requests', () => siteServer.close(PATIENCE));
  return { endpoints, folder };
}

async function planOf(world: World, site: string, issuer: string): Promise<Plan> {
  const assembly = await synthesize(world.root, () =>
    world.onProgress({
      fr: 'Premier démarrage de cette version : construction des pages, des fonctions et des piles…',
      en: 'First start of this version: building the pages, the functions and the stacks…',
    }),
  );
  const resources = new Deployment(readAssembly(assembly)).resources();
  return makePlan(resources, addressBook(resources, site, issuer));
}

/** The register named by the environment, else one of the same shape on this machine. @returns its address */
async function openRegister(world: World, closing: Closing): Promise<string> {
  const named = world.environment.REGISTER_URL;
  if (named !== undefined && named !== '') return named;
  const register = await startLocalRegister({ companies: demoRegister() });
  closing.add('register', () => register.close());
  return register.url;
}

/** Cards are taken on this machine too, when the keys of an account at Stripe are in the environment. */
function stripeOf(environment: World['environment']): Record<string, string> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_URL: url } = environment;
  if (!secretKey || !webhookSecret) return {};
  return { STRIPE_KEYS: JSON.stringify({ secretKey, webhookSecret }), ...(url ? { STRIPE_URL: url } : {}) };
}

function unsupported(error: Error): StartError {
  const reason = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
  return new StartError(
    {
      fr: "Les piles (infra/) demandent ce que cette machine ne sait pas faire. Retirez-le, déployez sur AWS, ou apprenez-le à local/template et à l'adaptateur du service.",
      en: 'The stacks (infra/) ask for what this machine cannot do. Remove it, deploy to AWS, or teach it to local/template and to the adapter of the service.',
    },
    { details: reason, cause: error },
  );
}
