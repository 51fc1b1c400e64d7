import { join } from 'node:path';
import * as z from 'zod';
import type { Activity } from '../clock/activity.ts';
import type { Clock, TimerOptions } from '../clock/clock.ts';
import { RealClock } from '../clock/real-clock.ts';
import { SimulatedClock } from '../clock/simulated-clock.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { overwriteJson, readJson, writeJson } from '../data-folder/json-file.ts';
import { StartError } from '../start/text.ts';

const CLOCK_FILE = 'clock.json';
const Saved = z.object({ simulated: z.boolean(), now: z.number() });

/** The runtime's clock, and the simulated one behind it when there is one. */
export interface RuntimeClock extends Clock {
  readonly simulated: SimulatedClock | null;
  stop(): void;
}

/**
 * The clock that the data folder lives by: once real always real, once simulated always simulated, so that time never
 * goes backwards for what waits in it. A simulated clock goes on from where it was.
 * @param start instant asked for with --clock, in epoch milliseconds; undefined for a real clock
 * @throws StartError when that contradicts the folder
 */
export function openClock(folder: DataFolder, activity: Activity, start: number | undefined): RuntimeClock {
  const path = folder.file(CLOCK_FILE);
  const saved = readJson(path, Saved);
  if (saved !== null && saved.simulated !== (start !== undefined)) throw contradiction(folder, saved);
  if (start === undefined) {
    writeJson(path, { simulated: false, now: Date.now() });
    const clock = new RealClock(activity);
    return {
      simulated: null,
      now: () => clock.now(),
      setTimer: (...timer) => clock.setTimer(...timer),
      stop: () => clock.stop(),
    };
  }
  return new KeptClock(path, new SimulatedClock(activity, Math.max(start, saved?.now ?? start)));
}

/** Lets a data folder that lived by a simulated clock go on in real time: only when the clock has not passed it. */
export function leaveSimulation(folder: string): void {
  writeJson(join(folder, CLOCK_FILE), { simulated: false, now: Date.now() });
}

/** A simulated clock that writes down each instant it comes to before anything happens at it. */
class KeptClock implements RuntimeClock {
  readonly simulated: SimulatedClock;
  readonly #write: (saved: z.infer<typeof Saved>) => void;
  #kept = Number.NaN;

  constructor(path: string, simulated: SimulatedClock) {
    this.#write = overwriteJson(path);
    this.simulated = simulated;
    this.#keep();
  }

  now(): number {
    return this.simulated.now();
  }

  setTimer(at: number, fire: () => void | Promise<void>, options?: TimerOptions): () => void {
    const keepAndFire = () => {
      this.#keep();
      return fire();
    };
    return this.simulated.setTimer(at, keepAndFire, options);
  }

  stop(): void {
    this.simulated.stop();
    this.#keep();
  }

  #keep(): void {
    const now = this.simulated.now();
    if (now === this.#kept) return;
    this.#write({ simulated: true, now });
    this.#kept = now;
  }
}

function contradiction(folder: DataFolder, saved: z.infer<typeof Saved>): StartError {
  const reached = new Date(saved.now).toISOString();
  return saved.simulated
    ? new StartError({
        fr: `Le dossier ${folder.path} vit sur une horloge simulée, arrivée au ${reached}. Relancez avec « --clock ${reached} », ou choisissez un autre dossier avec --data.`,
        en: `The folder ${folder.path} lives on a simulated clock, which has reached ${reached}. Start again with "--clock ${reached}", or choose another folder with --data.`,
      })
    : new StartError({
        fr: `Le dossier ${folder.path} vit à l'heure réelle : une horloge simulée y ferait reculer le temps. Relancez sans --clock, ou choisissez un dossier neuf avec --data.`,
        en: `The folder ${folder.path} lives in real time: a simulated clock would turn time back in it. Start again without --clock, or choose a fresh folder with --data.`,
      });
}
