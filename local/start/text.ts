/** A sentence shown to people, in both languages of the product. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** Languages to speak, read from the locale of the terminal: the one it names, else French first and then English. */
export function languages(environment: NodeJS.ProcessEnv): readonly (keyof Text)[] {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  if (/^fr/i.test(locale)) return ['fr'];
  if (/^en/i.test(locale)) return ['en'];
  return ['fr', 'en'];
}

/** The text as printed: one paragraph a language. */
export function speak(text: Text, spoken: readonly (keyof Text)[]): string {
  return spoken.map((language) => text[language]).join('\n');
}

/**
 * The runtime cannot start or go on; the text says why and what to do. Never shown with a stack. What another program
 * printed goes into `details`, shown once after the text.
 */
export class StartError extends Error {
  override name = 'StartError';
  readonly details: string;
  constructor(
    readonly text: Text,
    options: ErrorOptions & { details?: string } = {},
  ) {
    super(text.en, options);
    this.details = options.details ?? '';
  }
}
