import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DynamoStore } from '../../../local/states/journal/dynamo-store.ts';
import type { ExecutionRecord } from '../../../local/states/journal/journal-store.ts';
import { Dynoxide } from './dynoxide.ts';

let dynoxide: Dynoxide;
let tables = 0;
beforeAll(async () => {
  dynoxide = await Dynoxide.start();
});
afterAll(() => dynoxide.stop());

const record = (executionArn: string): ExecutionRecord => ({
  executionArn,
  stateMachineArn: 'machine',
  name: executionArn,
  startDate: 1,
  status: 'SUCCEEDED',
  stopDate: 2,
  redriveCount: 0,
  redriveDate: null,
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

it('keeps every entry of what is live, and of what has finished, whatever segments come and go', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      tables += 1;
      const open = async () => {
        const store = new DynamoStore(dynoxide.client(), `log-${tables}`);
        await store.open();
        const found = new Map<string, readonly string[]>();
        for await (const { executionArn, entries } of store.live()) found.set(executionArn, entries);
        return { store, found };
      };
      let { store } = await open();
      const live = new Map<string, string[]>();
      const finished = new Map<string, string[]>();
      for (const step of script) {
        if (step.do === 'append') {
          // Together, so that they share segments.
          await Promise.all(
            step.to.map((number) => {
              const arn = `execution-${number}`;
              if (finished.has(arn)) return undefined;
              const entries = live.get(arn) ?? [];
              live.set(arn, entries);
              const entry = `{"${entries.length}":${step.to.length}}`;
              return store.append(arn, entries.push(entry) - 1, entry);
            }),
          );
        } else if (step.do === 'restart') {
          await store.close();
          const next = await open();
          store = next.store;
          expect(next.found).toEqual(live);
        } else {
          const arn = `execution-${step.which}`;
          const [from, to] = step.do === 'finish' ? [live, finished] : [finished, live];
          const entries = from.get(arn);
          if (entries === undefined) continue;
          from.delete(arn);
          to.set(arn, entries);
          await (step.do === 'finish' ? store.finish(record(arn), entries) : store.reopen(arn, entries));
        }
      }
      await store.close();
      expect((await open()).found).toEqual(live);
      for (const [arn, entries] of finished) expect((await store.finished(arn))?.entries).toEqual(entries);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);
