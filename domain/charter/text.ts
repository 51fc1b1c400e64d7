import type { Language } from '../application/form.ts';

/** The charter in one language. */
export type CharterText = {
  title: string;
  preamble: string;
  sections: readonly { title: string; paragraphs: readonly string[] }[];
};

/** A published version of the charter. */
export type CharterVersion = {
  version: string;
  /** ISO 8601 date from which it is the one to accept. */
  publishedOn: string;
  /** SHA-256, in hexadecimal, of `charterDocument` of each text in UTF-8: what the evidence of consent refers to. */
  sha256: Record<Language, string>;
  texts: Record<Language, CharterText>;
};

/**
 * The charter as one document, to be hashed and handed out: title, preamble, then each section, every block apart by an
 * empty line, a line feed at the end.
 */
export const charterDocument = ({ title, preamble, sections }: CharterText): string =>
  `${[title, preamble, ...sections.flatMap((section) => [section.title, ...section.paragraphs])].join('\n\n')}\n`;
