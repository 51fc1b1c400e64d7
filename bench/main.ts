import { availableParallelism, cpus } from 'node:os';
import { measureBank } from './bank.bench.ts';
import { type BundleMeasure, measureBundles } from './bundles.bench.ts';
import { type Campaign, measureCampaigns } from './campaign.bench.ts';
import { makesPdf, measureMaker } from './documents.bench.ts';
import { measureScores, measureWhatIf } from './growth.bench.ts';
import { measureInvoices } from './invoices.bench.ts';
import { measureOneJoining, measureRoll } from './joining.bench.ts';
import { costPerThousand, PRICES } from './prices.ts';
import { measureStates } from './states.bench.ts';

/** `npm run bench [bundles|joining|roll|invoices|bank|states|growth|campaign]`: all of it, or the part named. Ratios and counts; machines are noisy. */
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const heading = (text: string): void => console.log(`\n## ${text}\n`);

const printBundle = ({ name, bytes, importRatio }: BundleMeasure): void =>
  console.log(`${name.padEnd(28)} ${number.format(bytes / 1000).padStart(8)} kB   × ${importRatio.toFixed(2)}`);

const bundles = (): void => {
  heading('Function bundles: size (at most 700 kB), import time against a bare client-dynamodb handler (at most 3)');
  const measures = measureBundles().sort((a, b) => b.importRatio - a.importRatio);
  const others = measures.filter(({ name }) => !makesPdf(name));
  others.forEach(printBundle);
  const largest = Math.max(...others.map(({ bytes }) => bytes)) / 1000;
  const slowest = Math.max(...others.map(({ importRatio }) => importRatio));
  console.log(`\nLargest ${number.format(largest)} kB; slowest × ${slowest.toFixed(2)}.`);
  documents(measures.filter(({ name }) => makesPdf(name)));
};

const documents = (measures: readonly BundleMeasure[]): void => {
  heading('Functions that make PDFs, and the maker that they load with the first document (at most 700 kB)');
  measures.forEach(printBundle);
  const maker = measureMaker();
  console.log(
    `${'the maker'.padEnd(28)} ${number.format(maker.bytes / 1000).padStart(8)} kB, and ${number.format(maker.besideBytes / 1000)} kB of typefaces and colours beside it`,
  );
  console.log(
    `\nLoading the maker ${number.format(maker.importTime)} ms, first document ${number.format(maker.first)} ms, each after it ${number.format(maker.next)} ms.`,
  );
};

const joining = async (): Promise<void> => {
  heading('One joining on its straight way (aim: at most 25 transitions, its dues included)');
  const counted = await measureOneJoining(30);
  console.log(`State transitions    ${number.format(counted.transitions)}`);
  console.log(
    `Lambda invocations   ${number.format(counted.invocations)}, ${number.format(counted.apiCalls)} of them for calls of the API`,
  );
  console.log(
    `DynamoDB             ${number.format(counted.readUnits)} read units, ${number.format(counted.writeUnits)} write units`,
  );
  console.log(`\nPrice of 1,000 joinings in ${PRICES.region} (${PRICES.source}):`);
  const costs = costPerThousand(counted);
  for (const [what, dollars] of Object.entries(costs)) console.log(`${what.padEnd(20)} ${dollars.toFixed(3)} USD`);
  const all = Object.values(costs).reduce((sum, dollars) => sum + dollars, 0);
  console.log(`${'in all'.padEnd(20)} ${all.toFixed(3)} USD`);
};

const roll = async (): Promise<void> => {
  heading('The founding roll: 600 companies from form to member, every question answered by a script (aim: 60 s)');
  const few = 60;
  const warm = await measureRoll(few);
  const seconds = await measureRoll(600);
  console.log(`600 joinings in ${number.format(seconds)} s: ${number.format(600 / seconds)} a second`);
  console.log(
    `against ${few}: × ${number.format(600 / seconds / (few / warm))} the rate (1 would be linear; starts weigh on the few)`,
  );
};

const states = async (): Promise<void> => {
  heading('The local interpreter, beside aws-local-stepfunctions (docs/interpreter.md has the aims)');
  await measureStates();
};

const invoices = async (): Promise<void> => {
  heading('Invoices issued, each number in one transaction with its invoice, what is owed and its entry');
  const measured = await measureInvoices();
  for (const one of measured) {
    console.log(`${String(one.callers).padStart(2)} at once: ${number.format(one.perSecond)} a second`);
  }
  const [alone, together] = measured.map(({ perSecond }) => perSecond);
  console.log(`Ten at once for one series: × ${number.format((together ?? 0) / (alone ?? 1))} the rate of one alone`);
};

const bank = async (): Promise<void> => {
  heading('Bank lines matched with open invoices, half as many as lines (aim: growth is linear)');
  const measured = await measureBank([1000, 10_000]);
  for (const { lines, bytes, takeSeconds, matchSeconds } of measured) {
    const size = `${number.format(lines).padStart(7)} lines, ${number.format(bytes / 1e6)} MB`;
    const rate = `${number.format(lines / matchSeconds)} a second`;
    console.log(
      `${size}: taken in ${number.format(takeSeconds)} s, matched in ${number.format(matchSeconds)} s: ${rate}`,
    );
  }
  const [few = 1, many = 1] = measured.map(({ lines, matchSeconds }) => lines / matchSeconds);
  console.log(`Ten times the lines: × ${number.format(many / few)} the rate (1 would be linear)`);
};

const growth = async (): Promise<void> => {
  heading('High growth: companies scored, and a moved threshold tried out on 100,000 (aim: under 2 s, with progress)');
  console.log(`Scored one by one    ${number.format(measureScores(20_000))} a second`);
  const few = await measureWhatIf(10_000);
  const { seconds, steps, changes } = await measureWhatIf(100_000);
  console.log(
    `What-if over 100,000 ${number.format(seconds)} s, told ${steps} times how far it was; ${changes} change`,
  );
  console.log(`against 10,000       × ${number.format(seconds / few.seconds)} the time (10 would be linear)`);
};

const campaign = async (): Promise<void> => {
  heading('Renewal campaigns: who is due, found by an index (aim: time and read units grow linearly, memory is flat)');
  const measured = await measureCampaigns([600, 6000, 60_000]);
  const all = measured.slice(0, -1);
  for (const { members, due, seconds, readUnits, requests, heap } of measured) {
    const size = `${number.format(members).padStart(7)} members, ${number.format(due).padStart(6)} due`;
    const read = `${number.format(readUnits)} read units in ${number.format(requests)} requests`;
    console.log(`${size}: ${number.format(seconds)} s, ${read}, ${number.format(heap / 1e6)} MB in use`);
  }
  for (const [few, many] of all.slice(1).map((one, place) => [all[place] ?? one, one] as const)) {
    const times = (of: (one: Campaign) => number) => `× ${number.format(of(many) / of(few))}`;
    console.log(
      `${number.format(many.members / few.members)} times the members: ${times(({ seconds }) => seconds)} the time, ${times(({ readUnits }) => readUnits)} the read units, ${times(({ heap }) => heap)} the memory`,
    );
  }
  const [largest, sparse] = measured.slice(-2);
  if (largest === undefined || sparse === undefined) return;
  console.log(
    `With a hundredth of them due: × ${number.format(sparse.readUnits / largest.readUnits)} the read units (0.01 reads what is due alone)`,
  );
};

const parts: Record<string, () => void | Promise<void>> = {
  bundles,
  joining,
  roll,
  invoices,
  bank,
  states,
  growth,
  campaign,
};
const asked = process.argv.slice(2);
const unknown = asked.find((name) => parts[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
);
for (const name of asked.length === 0 ? Object.keys(parts) : asked) await parts[name]?.();
