import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { missingSettings, type Stage, stageNamed } from '../infra/stages.ts';

// `npm run deploy -- --stage dev`: what docs/deployment.md explains, step by step, in one command.

const USAGE = `npm run deploy -- --stage dev|prod [--admin EMAIL] [--approve]

  --stage    the stage of infra/stages.ts to deploy
  --admin    address of the first administrator, for the commands printed at the end
  --approve  do not stop and ask when permissions change (for a pipeline)`;

/** Outputs of the stacks, by stack name. */
const Outputs = z.record(z.string(), z.record(z.string(), z.string()));
export type Outputs = z.infer<typeof Outputs>;

const step = (text: string): void => console.log(`\n── ${text}`);

/** Runs a command of the CDK for a stage. @throws Error when it fails; it has said why */
const cdk = (stage: Stage, ...args: string[]): void => {
  const run = spawnSync('node_modules/.bin/cdk', [...args, '--context', `stage=${stage.name}`], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error(`cdk ${args[0]} did not succeed: see above.`);
};

/** @throws Error with what to do when no credentials are found */
const checkCredentials = async (stage: Stage): Promise<void> => {
  try {
    await new SFNClient({ region: stage.region }).config.credentials();
  } catch (cause) {
    throw new Error(
      'There are no AWS credentials. Sign in (aws sso login --profile NAME), then run this again with AWS_PROFILE=NAME.',
      { cause },
    );
  }
};

/**
 * What is left to do by hand after the first deployment.
 * @param admin address of the first administrator
 * @throws Error when an output is missing
 */
export const nextSteps = (stage: Stage, outputs: Outputs, admin: string): string => {
  const output = (stack: string, name: string): string => {
    const value = outputs[`traboule-${stage.name}-${stack}`]?.[name];
    if (value === undefined) throw new Error(`The stack traboule-${stage.name}-${stack} has no output ${name}.`);
    return value;
  };
  const cognito = (command: string): string =>
    `aws cognito-idp ${command} --region ${stage.region} --user-pool-id ${output('data', 'UserPoolId')} --username ${admin.split('@')[0]}`;
  return `Site            ${output('web', 'SiteUrl')}
Staff console   ${output('web', 'StaffUrl')}
API             ${output('web', 'ApiUrl')}/openapi.json
Sign-in         ${output('data', 'SignInUrl')}

After the first deployment:

1. The first administrator. The invitation comes by mail:
   ${cognito('admin-create-user')} --user-attributes Name=email,Value=${admin} Name=email_verified,Value=true Name=name,Value="First Last"
   ${cognito('admin-add-user-to-group')} --group-name admin
2. Mail. Open the link that Amazon SES has sent to ${stage.mailFrom}${stage.domain === undefined ? '' : ', unless its domain is verified already'}.
   A new account is in the SES sandbox and writes to verified addresses only: ask for production access
   (docs/deployment.md#mail).
3. Alarms. ${stage.alarmAddress === undefined ? 'Nobody is told: give an alarmAddress in infra/stages.ts.' : `Confirm the subscription mailed to ${stage.alarmAddress}.`}`;
};

const deploy = async (stage: Stage, admin: string, approve: boolean): Promise<void> => {
  const missing = missingSettings(stage);
  if (missing.length > 0) throw new Error(`infra/stages.ts is not filled in.\n${missing.join('\n')}`);

  step('Credentials');
  await checkCredentials(stage);

  step('Bootstrap: a bucket and roles for deployments, once an account and region');
  cdk(stage, 'bootstrap');

  step(`Deployment of ${stage.name}`);
  const outputsFile = `build/outputs-${stage.name}.json`;
  cdk(stage, 'deploy', '--all', '--outputs-file', outputsFile, '--require-approval', approve ? 'never' : 'broadening');

  step(`Deployed ${stage.name}`);
  console.log(nextSteps(stage, Outputs.parse(JSON.parse(readFileSync(outputsFile, 'utf8'))), admin));
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string' },
      admin: { type: 'string', default: 'you@your-domain.fr' },
      approve: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.stage === undefined) {
    console.log(USAGE);
    if (!values.help) process.exitCode = 2;
    return;
  }
  await deploy(stageNamed(values.stage), values.admin, values.approve);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
