/** What to do at the end, in the order opposite to that of the beginning. */
export class Closing {
  readonly #steps: { name: string; close: () => void | Promise<void> }[] = [];

  /** Adds what ends something that has just begun. */
  add(name: string, close: () => void | Promise<void>): void {
    this.#steps.push({ name, close });
  }

  /** Ends everything, the latest first. A step that fails does not keep the others from running. */
  async run(onFailure: (name: string, error: unknown) => void): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        onFailure(step.name, error);
      }
    }
  }
}
