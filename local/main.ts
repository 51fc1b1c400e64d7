import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime, World } from './runtime/runtime.ts';
import { announce } from './start/announce.ts';
import { HELP, parseOptions } from './start/options.ts';
import { endWithNpm, onInterrupt } from './start/signals.ts';
import { languages, StartError, speak, type Text } from './start/text.ts';

// `npm start`: the whole product on this machine, until Ctrl-C.

const spoken = languages(process.env);
const say = (text: Text) => console.log(speak(text, spoken));

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.cwd());
  if (options === 'help') return say(HELP);
  let runtime: Runtime | undefined;
  const end = async (status: number) => {
    await runtime?.stop();
    process.exit(status);
  };
  // While it starts there is nothing to end in order: the database ends with this process.
  onInterrupt(() => {
    say({ fr: '\nArrêt en cours…', en: '\nStopping…' });
    void end(runtime === undefined ? 130 : 0);
  });
  endWithNpm(() => void end(0));
  const world: World = {
    root: dirname(dirname(fileURLToPath(import.meta.url))),
    environment: process.env,
    onProgress: say,
    onCrash: (reason) => {
      console.error(reason);
      void end(1);
    },
  };
  // Loaded only now: neither help nor a bad option waits for it.
  const { fillDemo } = await import('./demo/fill.ts');
  const { startRuntime } = await import('./runtime/runtime.ts');
  runtime = await startRuntime(options.demo ? await fillDemo(options, world) : options, world);
  runtime.publish();
  say(announce(runtime.endpoints, options));
}

main().catch((error: unknown) => {
  if (error instanceof StartError) console.error(`${speak(error.text, spoken)}\n${error.details}`.trim());
  else console.error(error);
  process.exit(1);
});
