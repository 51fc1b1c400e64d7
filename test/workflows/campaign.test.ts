import { afterEach, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { FindWhoIsDueInput, type FindWhoIsDueOutput, RecordCampaignInput } from '../../domain/renewal/steps.ts';
import { Activity } from '../../local/clock/activity.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { MemoryFolder } from '../../local/data-folder/line-folder.ts';
import { Interpreter } from '../../local/states/interpreter.ts';
import { renewalCampaign } from '../../workflows/renewal-campaign.ts';

// A campaign of more members than one history holds, on the interpreter. Who is due is made up here: the real handlers
// go through every state but these in renewal.test.ts.

jest.setTimeout(60_000);

const arn = (name: string) => `arn:aws:states:eu-west-3:000000000000:stateMachine:${name}`;
const ROLE = 'arn:aws:iam::000000000000:role/test';
const T0 = '2027-11-02T06:00:00.000Z';
const PAGE = 40;

let interpreter: Interpreter;
afterEach(() => interpreter.close());

const Executions = z.object({ executions: z.array(z.object({ name: z.string(), status: z.string() })) });
const History = z.object({ events: z.array(z.object({ type: z.string() })) });

it('hands over from execution to execution, finds each page once, and counts them all at the end', async () => {
  const pages = 45;
  const activity = new Activity();
  const clock = new SimulatedClock(activity, Date.parse(T0));
  const asked: (string | null)[] = [];
  const recorded: z.infer<typeof RecordCampaignInput>[] = [];
  const find = (payload: string): z.input<typeof FindWhoIsDueOutput> => {
    const { cursor, found } = FindWhoIsDueInput.parse(JSON.parse(payload));
    asked.push(cursor);
    const page = Number(cursor ?? 0);
    const due = Array.from({ length: PAGE }, (_, n) => {
      const number = `M${String(page * PAGE + n + 1).padStart(6, '0')}`;
      const period = { from: '2028-01-01', to: '2028-12-31' };
      return {
        name: `${number}-2028`,
        input: { applicationId: number, memberNumber: number, key: period.from, period },
      };
    });
    return { due, cursor: page + 1 === pages ? null : String(page + 1), found: found + due.length };
  };
  interpreter = new Interpreter({
    clock,
    activity,
    folder: new MemoryFolder(),
    region: 'eu-west-3',
    accountId: '000000000000',
    lambda: async ({ functionArn, payload }) => {
      if (functionArn.endsWith('FindWhoIsDue')) return { payload: JSON.stringify(find(payload)) };
      recorded.push(RecordCampaignInput.parse(JSON.parse(payload)));
      return { payload: '{}' };
    },
  });
  interpreter.open();
  const call = async (operation: string, body: unknown): Promise<unknown> => {
    const headers = { 'x-amz-target': `AWSStepFunctions.${operation}`, 'content-type': 'application/x-amz-json-1.0' };
    const { body: answer } = await interpreter.handle({ headers, body: JSON.stringify(body) });
    return JSON.parse(answer);
  };
  const placed = JSON.stringify(renewalCampaign)
    .replace(/\$\{RenewalCampaign\}/g, arn('renewal-campaign'))
    .replace(/\$\{Renewal\}/g, arn('renewal'))
    .replace(/\$\{(\w+)\}/g, 'arn:aws:lambda:eu-west-3:000000000000:function:$1');
  const nothing = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
  await call('CreateStateMachine', { name: 'renewal', definition: nothing, roleArn: ROLE });
  await call('CreateStateMachine', { name: 'renewal-campaign', definition: placed, roleArn: ROLE });

  const input = { time: T0, by: null, campaign: 'c', part: 1, cursor: null, found: 0 };
  await call('StartExecution', {
    stateMachineArn: arn('renewal-campaign'),
    name: 'c',
    input: JSON.stringify(input),
  });
  await clock.advance(0);

  const { executions } = Executions.parse(
    await call('ListExecutions', { stateMachineArn: arn('renewal-campaign'), maxResults: 100 }),
  );
  expect(executions.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(['c SUCCEEDED', 'c-2 SUCCEEDED']);
  expect(asked).toEqual([null, ...Array.from({ length: pages - 1 }, (_, n) => String(n + 1))]);
  expect(recorded).toEqual([{ time: T0, by: null, found: pages * PAGE, now: expect.any(String) }]);
  let events = 0;
  let nextToken: string | undefined;
  do {
    const page = History.extend({ nextToken: z.string().nullish() }).parse(
      await call('GetExecutionHistory', {
        executionArn: arn('renewal-campaign').replace('stateMachine', 'execution').concat(':c'),
        maxResults: 1000,
        nextToken,
      }),
    );
    events += page.events.length;
    nextToken = page.nextToken ?? undefined;
  } while (nextToken !== undefined);
  // Step Functions takes 25,000; half is left for retries.
  expect(events).toBeGreaterThan(5000);
  expect(events).toBeLessThan(12_500);
});
