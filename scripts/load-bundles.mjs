// Loads every bundled function with the Node that runs this script, as Lambda does at a cold start.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const folder = 'build/functions';
process.env.AWS_REGION ??= 'eu-west-3';
// Handlers read their environment when they are called; a cold start without it must still load.
const names = readdirSync(folder);
for (const name of names) {
  const bundle = await import(pathToFileURL(`${folder}/${name}/index.mjs`).href);
  if (typeof bundle.handler !== 'function') throw new Error(`${name} exports no handler.`);
}
if (names.length === 0) throw new Error(`There is no bundle in ${folder}: run npm run synth first.`);
console.log(`${names.length} functions load on Node ${process.version}.`);
