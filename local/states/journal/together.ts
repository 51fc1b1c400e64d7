/** Asks questions of the same kind together: while some are on their way, those that arrive gather for the next time. */
export class Together {
  readonly #ask: (questions: string[]) => Promise<string[]>;
  readonly #waiting: { question: string; yes: (answer: boolean) => void; no: (error: unknown) => void }[] = [];
  #running: Promise<void> | undefined;

  /** @param ask gives those of the questions whose answer is yes */
  constructor(ask: (questions: string[]) => Promise<string[]>) {
    this.#ask = ask;
  }

  ask(question: string): Promise<boolean> {
    return new Promise((yes, no) => {
      this.#waiting.push({ question, yes, no });
      this.#running ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const asked = this.#waiting.splice(0);
      try {
        const answers = new Set(await this.#ask([...new Set(asked.map(({ question }) => question))]));
        for (const { question, yes } of asked) yes(answers.has(question));
      } catch (error) {
        for (const { no } of asked) no(error);
      }
    }
    this.#running = undefined;
  }
}
