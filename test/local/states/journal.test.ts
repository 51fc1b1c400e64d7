import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Journals } from '../../../local/data-folder/journals.ts';
import { FileFolder } from '../../../local/data-folder/line-folder.ts';
import { Versions } from '../../../local/data-folder/versions.ts';
import { StartError } from '../../../local/start/text.ts';
import { type Ending, type Entry, executionJournal, machineVersions } from '../../../local/states/records.ts';

const root = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder = () => mkdtempSync(join(root, 'f-'));

/** With a log that is rewritten all the time. */
const open = (path: string) => new Journals(new FileFolder(path), executionJournal, 3_000);

const started = (executionArn: string, at = 1): Entry => ({
  type: 'started',
  at,
  executionArn,
  stateMachineArn: 'machine',
  revisionId: 'revision',
  name: executionArn,
  input: '{"é":"\\n"}',
  seed: 1,
  parent: null,
});
const outcome = (at: number): Entry => ({
  type: 'outcome',
  at,
  effect: '1',
  outcome: { kind: 'succeeded', output: '{"a\\tb":"é"}' },
});
const ending = (executionArn: string, stopDate = 2): Ending => ({
  executionArn,
  stateMachineArn: 'machine',
  revisionId: 'revision',
  name: executionArn,
  input: '{}',
  startDate: 1,
  status: 'SUCCEEDED',
  stopDate,
  redriveCount: 0,
  redriveDate: null,
  entries: 0,
  output: '1',
  error: null,
  cause: null,
  events: 2,
  parent: null,
});
const machine = (name: string, revisionId: string) => ({
  stateMachineArn: name,
  name,
  roleArn: 'role',
  definition: '{}',
  revisionId,
  creationDate: 1,
  updateDate: 1,
});

type Step = { do: 'append'; to: number[] } | { do: 'finish' | 'reopen'; which: number } | { do: 'restart' };

const execution = fc.integer({ min: 0, max: 9 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('append' as const), to: fc.array(execution, { maxLength: 12 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('finish' as const, 'reopen' as const), which: execution }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  ),
  { minLength: 20, maxLength: 60 },
);

it('keeps every entry of what is live, and of what has finished, whatever is rewritten', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const path = folder();
      let journal = open(path);
      const live = new Map<string, Entry[]>();
      const finished = new Map<string, Entry[]>();
      for (const step of script) {
        if (step.do === 'append') {
          await Promise.all(
            step.to.map((number) => {
              const arn = `execution-${number}`;
              if (finished.has(arn)) return undefined;
              const entries = live.get(arn) ?? [];
              live.set(arn, entries);
              const entry = entries.length === 0 ? started(arn) : outcome(entries.length);
              entries.push(entry);
              return journal.append(arn, entry);
            }),
          );
        } else if (step.do === 'restart') {
          await journal.close();
          journal = open(path);
          expect(new Map(journal.live())).toEqual(live);
        } else {
          const arn = `execution-${step.which}`;
          const [from, to] = step.do === 'finish' ? [live, finished] : [finished, live];
          const entries = from.get(arn);
          if (entries === undefined) continue;
          from.delete(arn);
          const entry: Entry = { type: 'redriven', at: 9, parent: null };
          to.set(arn, step.do === 'finish' ? entries : [...entries, entry]);
          await (step.do === 'finish' ? journal.finish(arn, 2, ending(arn)) : journal.reopen(arn, entries, entry));
        }
      }
      await journal.close();
      journal = open(path);
      expect(new Map(journal.live())).toEqual(live);
      for (const [arn, entries] of finished) expect((await journal.finished(arn))?.entries).toEqual(entries);
      expect(journal.summaries()).toHaveLength(finished.size);
      await journal.close();
      rmSync(path, { recursive: true });
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);

it('writes the log anew, without what has finished', async () => {
  const path = folder();
  const journal = open(path);
  await journal.append('live', started('live'));
  const size = () => readFileSync(join(path, 'log.jsonl')).length;
  let largest = 0;
  for (let number = 0; size() >= largest; number += 1) {
    largest = size();
    await journal.append(`e${number}`, started(`e${number}`));
    await journal.finish(`e${number}`, 2, ending(`e${number}`));
  }
  await journal.close();
  const next = open(path);
  expect([...next.live()].map(([arn]) => arn)).toEqual(['live']);
  await next.close();
});

it('has what went on and finished again as it finished last, whatever the names of the archives', async () => {
  const path = folder();
  const DAY = 86_400_000;
  const journal = open(path);
  await journal.append('a', started('a'));
  // In the order of their names, the archive of the second day comes first.
  await journal.finish('a', 9 * DAY, ending('a', 9 * DAY));
  await journal.reopen('a', await journal.entries('a'), { type: 'redriven', at: 3, parent: null });
  await journal.finish('a', 10 * DAY, ending('a', 10 * DAY));
  await journal.close();
  const next = open(path);
  expect(next.summaries()).toMatchObject([{ stopDate: 10 * DAY }]);
  expect(await next.entries('a')).toHaveLength(2);
  await next.close();
});

it('keeps machines, and their revisions when they have changed or gone', async () => {
  const path = folder();
  const machines = new Versions(new FileFolder(path), 'machines.jsonl', machineVersions);
  await machines.save(machine('one', '1'));
  await machines.save(machine('one', '2'));
  await machines.save(machine('two', '3'));
  await machines.save('two');
  await machines.close();
  const next = new Versions(new FileFolder(path), 'machines.jsonl', machineVersions);
  expect(next.all()).toEqual([machine('one', '2')]);
  for (const [name, revision] of [
    ['one', '1'],
    ['one', '2'],
    ['two', '3'],
  ] as const)
    expect(next.version(revision)).toEqual(machine(name, revision));
  await next.close();
});

const refusalOf = (act: () => unknown): StartError => {
  try {
    act();
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('It is not refused.');
};

describe('after a power cut', () => {
  it('has what was acknowledged, and drops a line cut short', async () => {
    const path = folder();
    const first = open(path);
    await first.append('a', started('a'));
    await first.append('a', outcome(2));
    await first.close();
    const log = join(path, 'log.jsonl');
    const whole = readFileSync(log, 'utf8');
    for (let cut = whole.length - 1; cut > whole.indexOf('\n'); cut -= 1) {
      truncateSync(log, Buffer.byteLength(whole.slice(0, cut)));
      const journal = open(path);
      expect(await journal.entries('a')).toHaveLength(1);
      await journal.append('a', outcome(3));
      await journal.close();
      const next = open(path);
      expect((await next.entries('a')).map(({ at }) => at)).toEqual([1, 3]);
      await next.close();
      writeFileSync(log, whole);
    }
  });

  it('is live still what had not been archived whole, and not what had', async () => {
    const path = folder();
    const first = open(path);
    await first.append('a', started('a'));
    await first.append('b', started('b'));
    await first.finish('a', 2, ending('a'));
    await first.close();
    const archive = join(path, 'archive-0.jsonl');
    truncateSync(archive, readFileSync(archive).length - 3);
    const cut = open(path);
    expect([...cut.live()].map(([arn]) => arn)).toEqual(['a', 'b']);
    await cut.finish('a', 2, ending('a'));
    await cut.close();
    const next = open(path);
    expect([...next.live()].map(([arn]) => arn)).toEqual(['b']);
    expect(next.isFinished('a')).toBe(true);
    await next.close();
  });

  it('has not been redriven, if that was not written whole', async () => {
    const path = folder();
    const first = open(path);
    await first.append('a', started('a'));
    await first.finish('a', 2, ending('a'));
    const entries = (await first.finished('a'))?.entries ?? [];
    await first.reopen('a', entries, { type: 'redriven', at: 3, parent: null });
    await first.close();
    const log = join(path, 'log.jsonl');
    truncateSync(log, readFileSync(log).length - 5);
    const next = open(path);
    expect([next.isFinished('a'), ...next.live()]).toEqual([true]);
    await next.close();
  });
});

it.each([
  ['log.jsonl', 'nonsense'],
  ['log.jsonl', 'a\t{"type":"outcome"}'],
  ['archive-0.jsonl', '{"executionArn":1}\t{}'],
])('refuses to start with a damaged %s, and says what to do', async (file, line) => {
  const path = folder();
  const first = open(path);
  await first.append('a', started('a'));
  await first.finish('a', 2, ending('a'));
  await first.close();
  appendFileSync(join(path, file), `${line}\n`);
  const refusal = refusalOf(() => open(path));
  expect(refusal.text.en).toContain(`The file ${join(path, file)} is damaged.`);
  expect(refusal.text.en).toContain('put a backup in its place');
  expect(readFileSync(join(path, file), 'utf8')).toContain(line);
});

it('forgets what finished long ago, and takes its name again', async () => {
  const path = folder();
  const journal = open(path);
  const DAY = 86_400_000;
  for (let day = 0; day < 5; day += 1) {
    await journal.append(`e${day}`, started(`e${day}`));
    await journal.finish(`e${day}`, day * DAY + 5, ending(`e${day}`));
  }
  await journal.expire(4 * DAY + 6);
  expect(journal.summaries().map(({ name }) => name)).toEqual(['e4']);
  expect(readdirSync(path).sort()).toEqual(['archive-4.jsonl', 'log.jsonl']);
  await journal.append('e1', started('e1', 100));
  await journal.append('e3', started('e3', 100));
  await journal.close();
  const next = open(path);
  expect([...next.live()].map(([arn]) => arn)).toEqual(['e1', 'e3']);
  expect((await next.finished('e4'))?.summary).toEqual(ending('e4'));
  await next.close();
});

it('fails every write after one that failed', async () => {
  const path = folder();
  const journal = open(path);
  await journal.append('a', started('a'));
  await journal.close();
  const lost = new Journals(new FileFolder(path), executionJournal);
  rmSync(path, { recursive: true });
  const writes = [1, 2].map((n) => lost.append(`${n}`, started(`${n}`)));
  for (const write of writes) await expect(write).rejects.toThrow('ENOENT');
  await expect(lost.append('3', started('3'))).rejects.toThrow('ENOENT');
});
