import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import * as z from 'zod';
import { sampleCreditNote, sampleInvoice } from '../test/support/invoices.ts';

/** The maker of PDFs measured, apart from the handlers that load it. Times in milliseconds. */
export type MakerMeasure = {
  /** Of the module, and of the typefaces and the colour profile beside it. */
  bytes: number;
  besideBytes: number;
  /** Loading it, in a process of its own. */
  importTime: number;
  /** The first document of a process, and each after it. */
  first: number;
  next: number;
};

const FOLDER = 'build/functions';
/** The maker beside a handler (infra/pdf-maker.ts). */
const MAKER = 'invoice-pdf.mjs';
/** Each in a fresh process. */
const ROUNDS = 5;
/** Documents after the first, in each. */
const MORE = 20;

const isFont = (name: string): boolean => name.endsWith('.ttf');

/** The bundles of functions that make PDFs. */
export const makesPdf = (name: string): boolean => existsSync(`${FOLDER}/${name}/${MAKER}`);

const Round = z.object({ importTime: z.number(), first: z.number(), next: z.number() });

/** Loads it in a fresh process and draws the documents, one after another. */
const round = (file: string): z.infer<typeof Round> => {
  const code = `
    const [file, ...invoices] = process.argv.slice(1);
    const start = performance.now();
    const { invoicePdf } = await import(file);
    const loaded = performance.now();
    const read = invoices.map((invoice) => JSON.parse(invoice));
    await invoicePdf(read[0]);
    const first = performance.now();
    for (let n = 0; n < ${MORE}; n++) await invoicePdf(read[n % read.length]);
    console.log(JSON.stringify({
      importTime: loaded - start,
      first: first - loaded,
      next: (performance.now() - first) / ${MORE},
    }));`;
  const invoices = [sampleInvoice(), sampleCreditNote({ language: 'en' })].map((invoice) => JSON.stringify(invoice));
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', code, file, ...invoices], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${file} makes no PDF: ${run.stderr}`);
  return Round.parse(JSON.parse(run.stdout));
};

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Size, import time and speed of the maker of PDFs, as it is deployed. */
export const measureMaker = (): MakerMeasure => {
  const name = readdirSync(FOLDER).find(makesPdf);
  if (name === undefined) throw new Error(`No function in ${FOLDER} makes PDFs: run "npm run synth" first.`);
  const folder = `${process.cwd()}/${FOLDER}/${name}`;
  const rounds = Array.from({ length: ROUNDS }, () => round(`${folder}/${MAKER}`));
  const beside = [...readdirSync(folder).filter(isFont), 'data/sRGB_IEC61966_2_1.icc'];
  return {
    bytes: statSync(`${folder}/${MAKER}`).size,
    besideBytes: beside.reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0),
    importTime: median(rounds.map(({ importTime }) => importTime)),
    first: median(rounds.map(({ first }) => first)),
    next: median(rounds.map(({ next }) => next)),
  };
};
