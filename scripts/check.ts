import { spawnSync } from 'node:child_process';
import { checkWalls } from './walls.ts';

/** `npm run check`: types, lint, walls between the rooms, unused code. Runs all, then fails if one failed. */
const steps: [string, () => boolean][] = [
  ['types', () => run('node_modules/.bin/tsc', ['--project', 'tsconfig.json'])],
  ['lint', () => run('node_modules/.bin/biome', ['ci', '--error-on-warnings', '.'])],
  ['walls', walls],
  ['unused code', () => run('node_modules/.bin/knip', ['--no-progress'])],
];

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function walls(): boolean {
  const { modules, violations } = checkWalls('.');
  for (const v of violations) console.error(`${v.from} must not import ${v.to} (${v.rule})`);
  console.log(`Read ${modules.length} modules, ${violations.length} forbidden imports.`);
  return violations.length === 0;
}

const failed = steps.filter(([name, step]) => {
  console.log(`── ${name}`);
  return !step();
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
console.log('All checks passed.');
