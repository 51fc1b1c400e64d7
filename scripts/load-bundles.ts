// Loads every bundled function with the Node that runs this script, as Lambda does at a cold start.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TRIAL_ENVIRONMENT } from './trial-environment.ts';

const folder = 'build/functions';
Object.assign(process.env, { AWS_REGION: 'eu-west-3', ...TRIAL_ENVIRONMENT });

/** @throws Error of the module that does not load */
const load = (file: string): Promise<{ handler?: unknown }> => import(pathToFileURL(resolve(file)).href);

const names = readdirSync(folder);
for (const name of names) {
  const bundle = await load(`${folder}/${name}/index.mjs`);
  if (typeof bundle.handler !== 'function') throw new Error(`${name} exports no handler.`);
  // What it loads with the first document (infra/pdf-maker.ts).
  const maker = `${folder}/${name}/invoice-pdf.mjs`;
  if (existsSync(maker)) await load(maker);
}
if (names.length === 0) throw new Error(`There is no bundle in ${folder}: run npm run synth first.`);
console.log(`${names.length} functions load on Node ${process.version}.`);
