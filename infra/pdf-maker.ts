import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'esbuild';

// The maker of PDFs, which handlers load when they first need it: a module beside the bundle, with the typefaces and the
// colour profile that it embeds.

/** The module that handlers load, from the checkout. */
export const PDF_MAKER = 'functions/documents/pdf/invoice-pdf.ts';
/** The same beside a bundle. */
export const PDF_MAKER_FILE = 'invoice-pdf.mjs';
/** The files that lie beside it, each with where it comes from. */
const FILES = {
  'Inter_400Regular.ttf': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'Inter_600SemiBold.ttf': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'BricolageGrotesque_700Bold.ttf': '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
} as const;
/** PDFKit reads it there, relative to its own module. */
const COLOUR_PROFILE = path.join('data', 'sRGB_IEC61966_2_1.icc');

const require = createRequire(import.meta.url);

/** What lies beside the maker, by path. */
export const pdfMakerFiles = (): Map<string, Uint8Array> => {
  const pdfkit = path.dirname(require.resolve('pdfkit'));
  return new Map([
    ...Object.entries(FILES).map(([name, source]) => [name, readFileSync(require.resolve(source))] as const),
    [COLOUR_PROFILE, readFileSync(path.join(pdfkit, COLOUR_PROFILE))] as const,
  ]);
};

/** Leaves the maker out of the bundles of handlers: they find it beside them. */
export const pdfMakerApart: Plugin = {
  name: 'pdf-maker-apart',
  setup: (build) => {
    build.onResolve({ filter: /\/invoice-pdf\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${PDF_MAKER_FILE}`, external: true } : undefined,
    );
  },
};

/**
 * Leaves out of the maker how fonts of the web (WOFF2) are unpacked, half of its size: the typefaces come as TrueType.
 */
export const withoutWebFonts: Plugin = {
  name: 'without-web-fonts',
  setup: (build) => {
    build.onResolve({ filter: /^brotli\/decompress\.js$/ }, () => ({ path: 'brotli', namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: "export default () => { throw new Error('Fonts of the web are not read here.'); };",
    }));
  },
};
