import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import { BANK_RECONCILIATION_TASKS, bankReconciliation } from '../../workflows/bank-reconciliation.ts';
import { evaluate } from '../support/jsonata.ts';

// The paths of the workflow: whatever the tasks answer, each part is matched, then each part's companies are told.

const STATEMENT = 'f'.repeat(32);
const Task = z.looseObject({
  Type: z.literal('Task'),
  Arguments: z.object({ FunctionName: z.string(), Payload: z.unknown() }),
  Output: z.string(),
  Assign: z.record(z.string(), z.unknown()).default({}),
  Next: z.string(),
});
const Choice = z.looseObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })),
  Default: z.string(),
});
const Node = z.discriminatedUnion('Type', [Task, Choice, z.looseObject({ Type: z.literal('Succeed') })]);

type Call = { name: keyof typeof BANK_RECONCILIATION_TASKS; payload: Record<string, unknown> };

/** Runs the definition. @param answer what each task answers */
const run = async (answer: (call: Call) => Record<string, unknown>) => {
  const calls: Call[] = [];
  const context = {
    Execution: { Input: { statementId: STATEMENT } },
    State: { EnteredTime: '2026-10-05T08:00:00.000Z' },
  };
  let [state, input, variables]: [string, unknown, Record<string, unknown>] = [bankReconciliation.StartAt, {}, {}];
  for (;;) {
    const node = Node.parse(bankReconciliation.States[state as keyof typeof bankReconciliation.States]);
    if (node.Type === 'Succeed') return { calls, end: state };
    const states = { input, context };
    if (node.Type === 'Choice') {
      const taken = await Promise.all(node.Choices.map((rule) => evaluate(rule.Condition, { states, variables })));
      state = node.Choices[taken.indexOf(true)]?.Next ?? node.Default;
      continue;
    }
    const name = node.Arguments.FunctionName.slice(2, -1) as Call['name'];
    const task = BANK_RECONCILIATION_TASKS[name];
    const payload = task.input.parse(await evaluate(node.Arguments.Payload, { states, variables }));
    const call = { name, payload };
    calls.push(call);
    const done = { states: { ...states, result: { Payload: task.output.parse(answer(call)) } }, variables };
    const assigned = await evaluate(node.Assign, done);
    input = await evaluate(node.Output, done);
    variables = { ...variables, ...z.record(z.string(), z.unknown()).parse(assigned) };
    state = node.Next;
  }
};

describe('bank-reconciliation', () => {
  it('matches every part, then tells the companies of each, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (chunks) => {
        let matched = 0;
        const { calls, end } = await run(({ name, payload }) => {
          if (name === 'MatchBankLines') {
            matched += 1;
            return { done: matched === chunks };
          }
          const next = Number(payload.chunk) + 1;
          return { next: next === chunks ? null : next };
        });
        expect(end).toBe('Statement reconciled');
        expect(calls.slice(0, chunks).map(({ name }) => name)).toEqual(
          Array.from({ length: chunks }, () => 'MatchBankLines'),
        );
        expect(calls.slice(chunks).map(({ payload }) => payload.chunk)).toEqual(
          Array.from({ length: chunks }, (_, chunk) => chunk),
        );
        for (const { payload } of calls) expect(payload.statementId).toBe(STATEMENT);
      }),
      { numRuns: 20 },
    );
  });

  it('ends at once with a file that is done', async () => {
    const { calls } = await run(({ name }) => (name === 'MatchBankLines' ? { done: true } : { next: null }));
    expect(calls.map(({ name }) => name)).toEqual(['MatchBankLines', 'TellPayers']);
  });
});
