import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { MAILING_TASKS, mailing } from '../../workflows/mailing.ts';
import { evaluate } from '../support/jsonata.ts';

const Task = z.looseObject({ Arguments: z.object({ Payload: z.unknown() }), Next: z.string() });
const Choice = z.looseObject({
  Choices: z.tuple([z.object({ Condition: z.string(), Next: z.string() })]),
  Default: z.string(),
});

describe('mailing', () => {
  it('sends round after round until all is sent', async () => {
    const context = {
      Execution: { Input: { mailingId: 'mailing-1' } },
      State: { EnteredTime: '2027-06-01T08:00:00.000Z' },
    };
    const task = Task.parse(mailing.States['Send mailing']);
    const payload = await evaluate(task.Arguments.Payload, { states: { input: {}, context }, variables: {} });
    expect(MAILING_TASKS.SendMailing.input.parse(payload)).toEqual({
      mailingId: 'mailing-1',
      now: '2027-06-01T08:00:00.000Z',
    });
    const choice = Choice.parse(mailing.States['All sent?']);
    for (const [done, next] of [
      [false, 'Send mailing'],
      [true, 'Mailing sent'],
    ] as const) {
      const [rule] = choice.Choices;
      const taken = await evaluate(rule.Condition, { states: { input: { done }, context }, variables: {} });
      expect(taken === true ? rule.Next : choice.Default).toBe(next);
    }
    expect([mailing.StartAt, task.Next]).toEqual(['Send mailing', 'All sent?']);
  });
});
