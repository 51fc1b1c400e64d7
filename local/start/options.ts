import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { StartError } from './text.ts';

/** How the runtime is asked to run. */
export interface Options {
  /** Port of the site (site, API, mail, sign-in); 0 takes any free one. */
  readonly port: number;
  /** Port of the AWS endpoint, for SDKs and the CLI; 0 takes any free one. */
  readonly awsPort: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Instant a simulated clock starts at, in epoch milliseconds; undefined for the machine's own clock. */
  readonly clock: number | undefined;
  /** Fill the fresh data folder with invented companies first. */
  readonly demo: boolean;
  /** Count transitions, invocations and read and write units, for the bench. */
  readonly count: boolean;
}

export const DEFAULT_PORT = 4300;
export const DEFAULT_AWS_PORT = 4301;
export const DEFAULT_DATA = '.traboule';

/**
 * Reads the command line.
 * @param cwd folder that relative paths start from
 * @returns the options, or `help` when help was asked for
 * @throws StartError for an unknown option or a bad value, saying what to write instead
 */
export function parseOptions(args: readonly string[], cwd: string): Options | 'help' {
  const values = rawValues(args);
  if (values.help === true) return 'help';
  return {
    port: port('--port', values.port, DEFAULT_PORT),
    awsPort: port('--aws-port', values['aws-port'], DEFAULT_AWS_PORT),
    data: resolve(cwd, values.data ?? DEFAULT_DATA),
    clock: values.clock === undefined ? undefined : instant(values.clock),
    demo: values.demo ?? false,
    count: values.count ?? false,
  };
}

function rawValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        'aws-port': { type: 'string' },
        data: { type: 'string' },
        clock: { type: 'string' },
        demo: { type: 'boolean' },
        count: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartError(
      {
        fr: `Option incomprise (${reason}). « npm start -- --help » les énumère toutes.`,
        en: `This option is not understood (${reason}). "npm start -- --help" lists them all.`,
      },
      { cause: error },
    );
  }
}

function port(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new StartError({
    fr: `${option} attend un nombre de 0 à 65535 (0 : n'importe quel port libre), et non « ${value} ».`,
    en: `${option} takes a number from 0 to 65535 (0: any free port), not "${value}".`,
  });
}

/** An instant with its offset, or a local date (and time) in Europe/Paris. */
function instant(value: string): number {
  const readings = [
    () => Temporal.Instant.from(value).epochMilliseconds,
    () => Temporal.PlainDateTime.from(value).toZonedDateTime('Europe/Paris').epochMilliseconds,
  ];
  for (const read of readings) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new StartError({
    fr: `--clock attend une date et une heure, comme 2026-01-05T09:00:00+01:00 ou 2026-01-05T09:00 (heure de Paris), et non « ${value} ».`,
    en: `--clock takes a date and time, such as 2026-01-05T09:00:00+01:00 or 2026-01-05T09:00 (Paris time), not "${value}".`,
  });
}

/** What `--help` prints. */
export const HELP = {
  fr: `Traboule sur cette machine.

  npm start -- [options]

  --port N        port du site : pages, API, courriels, connexion (${DEFAULT_PORT} ; 0 : un port libre)
  --aws-port N    port des services AWS, pour les SDK et la CLI (${DEFAULT_AWS_PORT} ; 0 : un port libre)
  --data DOSSIER  dossier des données (${DEFAULT_DATA})
  --clock DATE    horloge simulée, qui part de cette date et n'avance que sur demande
  --demo          remplit d'abord un dossier neuf d'entreprises inventées, à chaque étape
  --count         compte transitions, invocations, lectures et écritures (GET /local/counters)
  --help          cette aide

  DYNAMODB_ENDPOINT=URL  un autre DynamoDB que celui fourni (DynamoDB Local, par exemple)
  REGISTER_URL=URL       le registre public à interroger (par défaut un registre d'essai local)
`,
  en: `Traboule on this machine.

  npm start -- [options]

  --port N        port of the site: pages, API, mail, sign-in (${DEFAULT_PORT}; 0: any free port)
  --aws-port N    port of the AWS services, for SDKs and the CLI (${DEFAULT_AWS_PORT}; 0: any free port)
  --data FOLDER   data folder (${DEFAULT_DATA})
  --clock DATE    simulated clock, which starts at this date and moves only when asked to
  --demo          first fills a fresh folder with invented companies, at every stage
  --count         counts transitions, invocations, reads and writes (GET /local/counters)
  --help          this help

  DYNAMODB_ENDPOINT=URL  another DynamoDB than the one provided (DynamoDB Local, say)
  REGISTER_URL=URL       the public register to ask (a local trial register by default)
`,
} as const;
