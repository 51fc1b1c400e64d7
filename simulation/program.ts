import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { MembershipPolicy } from '../domain/member/policy.ts';
import { ENTRIES } from '../infra/entries.ts';
import { buildCommunes } from '../scripts/build-communes.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where the program is made; what it reads of node_modules and of build/ it finds from there. */
const FOLDER = join(root, 'build', 'simulation');

/** CommonJS dependencies call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Every handler there is, loaded when it is first called, by the file it is in: `members/admit-member.task`. */
const source = (): string => {
  const handlers = ENTRIES.map(
    ({ file }) => `${JSON.stringify(file.slice('functions/'.length, -'.ts'.length))}: () => import('./${file}'),`,
  );
  return `import { play } from './simulation/player.ts';\nawait play({\n${handlers.join('\n')}\n});\n`;
};

/** A version of the membership policy that follows those of the code, as if it had been published with it. */
const published = (draft: MembershipPolicy): Plugin => ({
  name: 'membership-policy',
  setup: ({ onLoad }) => {
    onLoad({ filter: /domain\/member\/policy\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\nMEMBERSHIP_POLICIES.push(${JSON.stringify(draft)});\n`,
      loader: 'ts',
    }));
  },
});

/**
 * Bundles what plays a year into one program: the handlers and workflows from their sources, the SDK with a last hop
 * that stays on this machine. A policy that is tried out is in it as a published one would be.
 * @returns path of the program
 */
export const makeProgram = async (membership: MembershipPolicy | undefined): Promise<string> => {
  buildCommunes();
  mkdirSync(FOLDER, { recursive: true });
  const outfile = join(FOLDER, `program-${process.pid}.mjs`);
  await build({
    stdin: { contents: source(), resolveDir: root, sourcefile: 'program.ts', loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    alias: {
      '@smithy/node-http-handler': join(root, 'simulation/world/last-hop.ts'),
      '@aws-sdk/client-dynamodb': join(root, 'simulation/world/table-client.ts'),
      '@aws-sdk/lib-dynamodb': join(root, 'simulation/world/table-client.ts'),
      '@smithy/signature-v4': join(root, 'simulation/world/unsigned.ts'),
    },
    // Nobody asks for a document while a year is played.
    external: ['pdfkit', 'fontkit'],
    banner: { js: REQUIRE },
    charset: 'utf8',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    plugins: membership === undefined ? [] : [published(membership)],
  });
  return outfile;
};
