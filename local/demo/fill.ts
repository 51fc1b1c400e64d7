import { DataFolder } from '../data-folder/data-folder.ts';
import { leaveSimulation } from '../runtime/kept-clock.ts';
import { startRuntime, type World } from '../runtime/runtime.ts';
import type { Options } from '../start/options.ts';
import { StartError } from '../start/text.ts';
import { DEMO_DAYS, playDemo } from './play.ts';

const DAY = 86_400_000;

/**
 * Fills a fresh data folder with invented companies at every stage, through the API, the mail and a simulated clock
 * that runs up to now (or up to the instant of --clock).
 * @returns the options to start with afterwards: the ports that the mails' links lead to, and the clock arrived at
 * @throws StartError when the folder is not fresh
 */
export async function fillDemo(options: Options, world: World): Promise<Options> {
  if (!DataFolder.isFresh(options.data)) throw notFresh(options.data);
  world.onProgress({
    fr: 'Démonstration : soixante jours de la vie du cluster, en accéléré…',
    en: 'Demonstration: sixty days in the life of the cluster, speeded up…',
  });
  const end = options.clock ?? Date.now();
  const runtime = await startRuntime({ ...options, clock: end - DEMO_DAYS * DAY }, world);
  try {
    await playDemo(runtime.endpoints.site, end);
  } finally {
    await runtime.stop();
  }
  if (options.clock === undefined) leaveSimulation(options.data);
  return {
    ...options,
    port: portOf(runtime.endpoints.site),
    awsPort: portOf(runtime.endpoints.aws),
    clock: options.clock,
  };
}

const portOf = (address: string): number => Number(new URL(address).port);

function notFresh(folder: string): StartError {
  return new StartError({
    fr: `--demo ne remplit qu'un dossier neuf, et ${folder} a déjà servi. Choisissez-en un autre : « npm start -- --demo --data .traboule-demo ».`,
    en: `--demo only fills a fresh folder, and ${folder} has been used already. Choose another: "npm start -- --demo --data .traboule-demo".`,
  });
}
