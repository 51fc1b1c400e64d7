import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { StartError } from '../local/start/text.ts';

/** What `npm run simulate` is asked. */
export type Options = {
  members: number;
  from: string;
  to: string;
  seed: number;
  /** Folder the report is written to. */
  out: string;
  /** File of the policy to try out. */
  policy: string | null;
  /** How often the process that plays is killed, and continued. */
  kills: number;
  /** Play the same again, and once more with the kills, and compare the reports. */
  verify: boolean;
};

const MOST_KILLS = 100;
const whole = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

const Values = z
  .object({
    members: z.string().default('600').transform(whole).pipe(z.int().min(1).max(20_000)),
    from: z.iso.date().default('2027-01-01'),
    to: z.iso.date().default('2028-01-31'),
    seed: z.string().default('1').transform(whole).pipe(z.int().min(0)),
    out: z.string().default('build/simulated-year'),
    policy: z.string().nullable().default(null),
    kills: z
      .string()
      .optional()
      .transform((text) => (text === undefined ? undefined : whole(text)))
      .pipe(z.int().min(0).max(MOST_KILLS).optional()),
    verify: z.boolean().default(false),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before --from' })
  // The first policies of the cluster are of that day, and the play begins before it.
  .refine(({ from }) => from >= '2018-01-01', { path: ['from'], message: 'before 2018-01-01' });

const rawValues = (args: readonly string[]) => {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        members: text,
        from: text,
        to: text,
        seed: text,
        out: text,
        policy: text,
        kills: text,
        verify: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw notUnderstood(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), error);
  }
};

const notUnderstood = (reason: string, cause?: unknown): StartError =>
  new StartError(
    {
      fr: `Option incomprise (${reason}). « npm run simulate -- --help » les énumère toutes.`,
      en: `This option is not understood (${reason}). "npm run simulate -- --help" lists them all.`,
    },
    { cause },
  );

/** Kills when none are asked for: a proof has some, a play has none. */
const KILLS_OF_A_PROOF = 10;

/**
 * Reads the command line.
 * @param cwd folder that relative paths start from
 * @throws StartError for an unknown option or a bad value
 */
export const parseOptions = (args: readonly string[], cwd: string): Options | 'help' => {
  const { help, ...given } = rawValues(args);
  if (help === true) return 'help';
  const parsed = Values.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notUnderstood(`--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { out, policy, kills, verify, ...rest } = parsed.data;
  return {
    ...rest,
    verify,
    out: resolve(cwd, out),
    policy: policy === null ? null : resolve(cwd, policy),
    kills: kills ?? (verify ? KILLS_OF_A_PROOF : 0),
  };
};

export const HELP = {
  fr: `Joue une année de l'adhésion avec des entreprises inventées, et en écrit le rapport.

  npm run simulate -- [options]

  --members N      membres au début (600)
  --from DATE      premier jour (2027-01-01)
  --to DATE        dernier jour (2028-01-31)
  --seed N         graine du hasard : la même donne le même rapport (1)
  --out DOSSIER    où écrire report.html et report.json (build/simulated-year)
  --policy FICHIER politique à essayer avant de la publier (docs/simulation.md)
  --kills N        tue le processus N fois en chemin, et le reprend
  --verify         joue deux fois, puis une fois avec les interruptions (10), et compare les rapports
  --help           cette aide
`,
  en: `Plays a membership year with invented companies, and writes its report.

  npm run simulate -- [options]

  --members N      members at the beginning (600)
  --from DATE      first day (2027-01-01)
  --to DATE        last day (2028-01-31)
  --seed N         seed of chance: the same gives the same report (1)
  --out FOLDER     where report.html and report.json go (build/simulated-year)
  --policy FILE    a policy to try out before it is published (docs/simulation.md)
  --kills N        kills the process N times on the way, and continues it
  --verify         plays twice, then once with the kills (10), and compares the reports
  --help           this help
`,
} as const;
