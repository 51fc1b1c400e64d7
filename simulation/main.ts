import { rmSync } from 'node:fs';
import { onInterrupt } from '../local/start/signals.ts';
import { languages, StartError, speak, type Text } from '../local/start/text.ts';
import { readDraft } from './draft.ts';
import { Meter } from './meter.ts';
import { HELP, type Options, parseOptions } from './options.ts';
import { makeProgram } from './program.ts';
import { type Played, simulate, writeReport } from './simulate.ts';

// `npm run simulate`: a membership year with invented companies, and its report.

const spoken = languages(process.env);
const say = (text: Text) => console.log(speak(text, spoken));

/** Tells what a play came to. @returns whether everything held */
const tell = ({ facts, seconds, kills, again }: Played): boolean => {
  const failed = facts.checks.filter(({ failures }) => failures.length > 0);
  const after: Text =
    kills === 0
      ? { fr: '', en: '' }
      : {
          fr: `, ${kills} interruptions (${again} courriels repartis)`,
          en: `, ${kills} kills (${again} mails sent again)`,
        };
  say({
    fr: `Joué en ${seconds.toFixed(0)} s${after.fr} : ${facts.mails.length} courriels, ${facts.invoices.length} factures ; ${facts.checks.length - failed.length} garanties tenues sur ${facts.checks.length}.`,
    en: `Played in ${seconds.toFixed(0)} s${after.en}: ${facts.mails.length} mails, ${facts.invoices.length} invoices; ${facts.checks.length - failed.length} of ${facts.checks.length} guarantees held.`,
  });
  for (const { name, failures } of failed) console.log(`✗ ${name}\n  ${failures.slice(0, 20).join('\n  ')}`);
  return failed.length === 0;
};

/** Plays the same again and with kills, and compares. @returns whether all reports are the same, and everything held */
const verify = async (first: Played, play: (kills: number) => Promise<Played>, kills: number): Promise<boolean> => {
  const again = await play(0);
  const killed = await play(kills);
  const same = (other: Played) => other.html === first.html && other.json === first.json;
  const results: [Text, boolean][] = [
    [{ fr: 'même graine, même rapport', en: 'same seed, same report' }, same(again)],
    [{ fr: `${killed.kills} interruptions, même rapport`, en: `${killed.kills} kills, same report` }, same(killed)],
  ];
  for (const [{ fr, en }, held] of results) say({ fr: `${held ? '✓' : '✗'} ${fr}`, en: `${held ? '✓' : '✗'} ${en}` });
  return [again, killed].map(tell).every(Boolean) && results.every(([, held]) => held);
};

const main = async (): Promise<void> => {
  const options: Options | 'help' = parseOptions(process.argv.slice(2), process.cwd());
  if (options === 'help') return say(HELP);
  const { members, from, to, seed, out, policy, kills, verify: proof } = options;
  const settings = { members, from, to, seed, policy: policy === null ? null : readDraft(policy, from) };
  onInterrupt(() => process.exit(130));
  const program = await makeProgram(settings.policy?.membership);
  // However this process ends.
  process.once('exit', () => rmSync(program, { force: true }));
  const play = async (times: number): Promise<Played> => {
    const meter = new Meter(process.stdout);
    const played = await simulate(program, settings, times, (progress) => meter.show(progress));
    meter.end();
    return played;
  };
  const first = await play(proof ? 0 : kills);
  writeReport(out, first);
  let held = tell(first);
  say({ fr: `Rapport : ${out}/report.html`, en: `Report: ${out}/report.html` });
  if (proof) held = (await verify(first, play, kills)) && held;
  if (!held) process.exitCode = 1;
};

main().catch((error: unknown) => {
  if (error instanceof StartError) console.error(`${speak(error.text, spoken)}\n${error.details}`.trim());
  else console.error(error);
  process.exitCode = 1;
});
