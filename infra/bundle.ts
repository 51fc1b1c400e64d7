import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildCommunes } from '../scripts/build-communes.ts';
import type { Entry } from './entries.ts';
import { draftBeside, keepOnly, writeIfChanged } from './files.ts';
import { areKept, forgetBundles, keepBundles } from './kept-bundles.ts';
import { PDF_MAKER, PDF_MAKER_FILE, pdfMakerApart, pdfMakerFiles, withoutWebFonts } from './pdf-maker.ts';

/** Where the bundles go: `<FunctionName>/index.mjs`, its source map, and the data it reads. */
export const FUNCTIONS_FOLDER = 'build/functions';
/** The module that reads the communes of France from a file beside the bundle. */
const READS_COMMUNES = 'functions/data/communes.ts';

/** How many are bundled at once: each takes thirty megabytes until all are written. */
const AT_ONCE = 24;

// esbuild is a program in Go, whose memory grows to three times what it holds, not twice, before it looks for what is no
// longer used: that is a sixth less to do, and with so few at once it takes about a gigabyte.
process.env.GOGC ??= '200';

/** The credentials of Lambda's environment, in place of a search for others. */
const CREDENTIALS = path.resolve('infra/lambda-credentials.ts');

/** CommonJS dependencies call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** How everything that runs in a function is bundled. */
const OPTIONS = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The ES builds of packages that have both are smaller once unused parts are shaken out.
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: 'linked',
  // Stack traces need names and lines; the text is in the repository.
  sourcesContent: false,
  alias: { '@aws-sdk/credential-provider-node': CREDENTIALS },
  banner: { js: REQUIRE },
  legalComments: 'none',
  // Node reads modules as UTF-8; otherwise each accented letter of our texts would take six bytes.
  charset: 'utf8',
  metafile: true,
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Where a bundle is, as a path from the checkout. */
export type Bundle = { folder: string };

/**
 * Bundles all handlers, each with everything it imports, the AWS SDK included: half the import time of the
 * runtime's own copy, and the version that was tested. Node 20 is the oldest that must run them, because the
 * one-machine runtime does; Lambda runs Node 24.
 *
 * The same sources give the same bytes, so an unchanged function keeps its asset; and when nothing has changed since
 * they were bundled into that folder, they are not bundled again.
 * @throws Error naming each handler file that is missing
 */
export const bundleFunctions = async (
  entries: readonly Entry[],
  folder: string = FUNCTIONS_FOLDER,
): Promise<Map<string, Bundle>> => {
  const missing = entries.filter((entry) => !existsSync(entry.file));
  if (missing.length > 0) {
    throw new Error(`There is no handler ${missing.map((e) => `${e.file} (function ${e.name})`).join(', ')}.`);
  }
  const bundles = new Map<string, Bundle>(entries.map(({ name }) => [name, { folder: path.join(folder, name) }]));
  if (areKept(folder, entries)) return bundles;
  forgetBundles(folder);
  const began = Date.now();
  const sources = new Set<string>();
  const draft = draftBeside(folder);
  let maker: Promise<PdfMaker> | undefined;
  const pdfMaker = (): Promise<PdfMaker> => {
    maker ??= buildPdfMaker();
    return maker;
  };
  try {
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      const some = await bundleSome(entries.slice(at, at + AT_ONCE), { folder, draft }, pdfMaker);
      for (const source of some) sources.add(source);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  keepOnly(folder, [...bundles.keys()]);
  keepBundles(folder, entries, [...sources], began);
  return bundles;
};

/**
 * esbuild writes to a draft itself, which spares handing a quarter of a gigabyte over; whoever reads a bundle meanwhile
 * finds each file old or new, never half of one.
 * @returns what went into them, as esbuild lists it
 */
const bundleSome = async (
  entries: readonly Entry[],
  { folder, draft }: { folder: string; draft: string },
  pdfMaker: () => Promise<PdfMaker>,
): Promise<string[]> => {
  const result = await build({
    entryPoints: entries.map((entry) => ({ in: entry.file, out: `${entry.name}/index` })),
    outdir: draft,
    ...OPTIONS,
    plugins: [pdfMakerApart],
  });

  const sources = Object.keys(result.metafile.inputs);
  for (const { name } of entries) {
    const output = result.metafile.outputs[`${draft}/${name}/index.mjs`];
    if (output === undefined) throw new Error(`esbuild made no bundle of ${name}.`);
    const bundle = path.join(folder, name);
    const files = ['index.mjs', 'index.mjs.map'];
    mkdirSync(bundle, { recursive: true });
    for (const file of files) renameSync(path.join(draft, name, file), path.join(bundle, file));
    if (READS_COMMUNES in output.inputs) {
      const communes = buildCommunes();
      writeIfChanged(path.join(bundle, path.basename(communes)), readFileSync(communes));
      files.push(path.basename(communes));
    }
    if (output.imports.some((imported) => imported.path === `./${PDF_MAKER_FILE}`)) {
      const maker = await pdfMaker();
      sources.push(...maker.sources);
      for (const [file, content] of maker.files) {
        writeIfChanged(path.join(bundle, file), content);
        files.push(file.split(path.sep)[0] ?? file);
      }
    }
    keepOnly(bundle, files);
  }
  return sources;
};

type PdfMaker = { files: ReadonlyMap<string, Uint8Array>; sources: string[] };

/** The maker of PDFs and what lies beside it, by path from the bundle that loads it; and what it was made of. */
const buildPdfMaker = async (): Promise<PdfMaker> => {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    entryPoints: [{ in: PDF_MAKER, out: path.parse(PDF_MAKER_FILE).name }],
    outdir: FUNCTIONS_FOLDER,
    write: false,
    plugins: [withoutWebFonts],
  });
  const modules = outputFiles.map((file) => [path.basename(file.path), file.contents] as const);
  return { files: new Map([...modules, ...pdfMakerFiles()]), sources: Object.keys(metafile.inputs) };
};
