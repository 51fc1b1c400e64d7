import { workdayFrom } from '../calendar.ts';
import type { Deed } from './deeds.ts';

/** What people have in mind to do, by the working day they do it on. */
export class Agenda {
  readonly #days = new Map<string, Deed[]>();

  add(deeds: readonly Deed[]): void {
    for (const deed of deeds) {
      const day = workdayFrom(deed.on);
      this.#days.set(day, [...(this.#days.get(day) ?? []), deed]);
    }
  }

  /** What is to be done on a day, company by company. */
  of(day: string): Deed[] {
    const order = (deed: Deed) => `${deed.siren}#${deed.kind}#${JSON.stringify(deed)}`;
    return [...(this.#days.get(day) ?? [])].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}
