import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// The typefaces of the pages, as files that a PDF can embed. They lie beside the bundle; run from source, they are those
// of the packages. They are read at the first document, not while the module loads.

/** Each typeface: the file beside the bundle, and the package it comes from (SIL Open Font License). */
export const FONT_FILES = {
  text: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  strong: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  title: '@expo-google-fonts/bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
} as const satisfies Record<string, string>;
export type FontName = keyof typeof FONT_FILES;

const read = (source: string): Buffer => {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), path.basename(source));
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(source));
};

let fonts: Record<FontName, Buffer> | undefined;

/** The bytes of each typeface. */
export const fontFiles = (): Record<FontName, Buffer> => {
  fonts ??= { text: read(FONT_FILES.text), strong: read(FONT_FILES.strong), title: read(FONT_FILES.title) };
  return fonts;
};
