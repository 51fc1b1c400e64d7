// Loads every bundled function with the Node that runs this script, as Lambda does at a cold start.
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = 'build/functions';
// A handler reads its environment when its module loads: any value serves here, nothing is called.
Object.assign(process.env, {
  AWS_REGION: 'eu-west-3',
  TABLE_NAME: 'table',
  JOINING_STATE_MACHINE_ARN: 'arn:aws:states:eu-west-3:000000000000:stateMachine:joining',
  SITE_URL: 'https://example.org',
  MAIL_FROM: 'mail@example.org',
  MAIL_TEMPLATE_PREFIX: 'trial',
  MAIL_CONFIGURATION_SET: 'trial',
  REGISTER_URL: 'https://example.org',
  SCHEDULED_FUNCTIONS: 'schedule=arn:aws:lambda:eu-west-3:000000000000:function:job',
});
const names = readdirSync(folder);
for (const name of names) {
  const bundle = await import(pathToFileURL(`${folder}/${name}/index.mjs`).href);
  if (typeof bundle.handler !== 'function') throw new Error(`${name} exports no handler.`);
  // What it loads with the first document (infra/pdf-maker.ts).
  const maker = `${folder}/${name}/invoice-pdf.mjs`;
  if (existsSync(maker)) await import(pathToFileURL(maker).href);
}
if (names.length === 0) throw new Error(`There is no bundle in ${folder}: run npm run synth first.`);
console.log(`${names.length} functions load on Node ${process.version}.`);
