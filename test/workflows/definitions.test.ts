import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import aslValidator from 'asl-validator';
import { validateDefinition } from '../../local/states/language/validate.ts';
import { ANTENNA_ASSIGNMENT_TASKS, antennaAssignment } from '../../workflows/antenna-assignment.ts';
import { BANK_RECONCILIATION_TASKS, bankReconciliation } from '../../workflows/bank-reconciliation.ts';
import { DUES_TASKS, dues } from '../../workflows/dues.ts';
import { HIGH_GROWTH_SCREENING_TASKS, highGrowthScreening } from '../../workflows/high-growth-screening.ts';
import { JOINING_TASKS, joining } from '../../workflows/joining.ts';
import { MAILING_TASKS, mailing } from '../../workflows/mailing.ts';
import { RENEWAL_TASKS, renewal } from '../../workflows/renewal.ts';
import { RENEWAL_CAMPAIGN_TASKS, renewalCampaign } from '../../workflows/renewal-campaign.ts';

const workflows = [
  { name: 'joining', definition: joining, tasks: JOINING_TASKS },
  { name: 'antenna-assignment', definition: antennaAssignment, tasks: ANTENNA_ASSIGNMENT_TASKS },
  { name: 'dues', definition: dues, tasks: DUES_TASKS },
  { name: 'mailing', definition: mailing, tasks: MAILING_TASKS },
  { name: 'bank-reconciliation', definition: bankReconciliation, tasks: BANK_RECONCILIATION_TASKS },
  { name: 'renewal', definition: renewal, tasks: RENEWAL_TASKS },
  { name: 'renewal-campaign', definition: renewalCampaign, tasks: RENEWAL_CAMPAIGN_TASKS },
  { name: 'high-growth-screening', definition: highGrowthScreening, tasks: HIGH_GROWTH_SCREENING_TASKS },
];

describe.each(workflows)('the definition of $name', ({ definition, tasks }) => {
  it('is Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(structuredClone(definition), { checkPaths: true, checkArn: false });
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('is what Step Functions takes: names, scopes, expressions', () => {
    expect(validateDefinition(JSON.stringify(definition))).toEqual([]);
  });

  it('keeps its query language where Step Functions reads it', () => {
    expect(definition.QueryLanguage).toBe('JSONata');
  });

  it('calls every function of its map, under the name of the state, and no other', () => {
    const calls = Object.entries(definition.States).flatMap(([state, { Type, ...rest }]) => {
      const { FunctionName } = { FunctionName: undefined, ...('Arguments' in rest ? rest.Arguments : {}) };
      return Type === 'Task' && typeof FunctionName === 'string' ? [[state, FunctionName]] : [];
    });
    const pascal = (state: string) =>
      state.replace(/-/g, '').replace(/(?:^|\s)(\w)/g, (_, letter: string) => letter.toUpperCase());
    for (const [state, placeholder] of calls) expect(placeholder).toBe(`\${${pascal(String(state))}}`);
    expect(calls.map(([, placeholder]) => placeholder).sort()).toEqual(
      Object.keys(tasks)
        .map((name) => `\${${name}}`)
        .sort(),
    );
  });

  it('names handler files that are there, one stem a step', () => {
    for (const [name, task] of Object.entries(tasks)) {
      expect(existsSync(new URL(`../../functions/${task.function}.task.ts`, import.meta.url))).toBe(true);
      const stem = name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
      expect(task.function.split('/').at(-1)).toBe(stem);
    }
  });

  it('asks questions in choices and ends with outcomes', () => {
    for (const [name, state] of Object.entries(definition.States)) {
      expect(name.endsWith('?')).toBe(state.Type === 'Choice');
    }
  });
});
