import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { namesOf } from '../../infra/entries.ts';
import { PARTS } from '../../infra/parts.ts';
import { STAGES } from '../../infra/stages.ts';
import { checkedStages, readTemplate, runApp } from './synthesized.ts';

const Report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({ ruleName: z.string(), violatingConstructs: z.array(z.object({ constructPath: z.string() })) }),
      ),
    }),
  ),
});

/** What the checks found in an assembly: the construct and the rule. */
const findingsIn = (folder: string): { path: string; rule: string }[] =>
  Report.parse(JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'))).pluginReports.flatMap(
    ({ violations }) =>
      violations.flatMap(({ ruleName: rule, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath: path }) => ({ path, rule })),
      ),
  );

let checked: ReturnType<typeof checkedStages>;
beforeAll(() => {
  checked = checkedStages();
}, 120_000);

describe('the checks of AWS Solutions', () => {
  it.each(namesOf(STAGES))('find nothing in %s', (stage) => {
    expect(findingsIn(checked[stage])).toEqual([]);
  });
});

describe('the checks of a stage that has a domain, mail of that domain and somebody to tell', () => {
  const templates = (): string[] => readdirSync(checked.domain).filter((file) => file.endsWith('.template.json'));

  it('read every stack, and refuse', () => {
    const stacks = templates().map((file) => file.slice(0, -'.template.json'.length));
    expect(stacks).toEqual(
      expect.arrayContaining(['edge', 'data', 'web', 'mail', ...PARTS].map((name) => `traboule-prod-${name}`)),
    );
    const refusal = readFileSync(checked.refusal, 'utf8');
    for (const stack of stacks) {
      expect(refusal).toMatch(new RegExp(`${stack}/Open/Resource[^]*AwsSolutions-S10`));
      expect(findingsIn(checked.domain)).toContainEqual({ path: `${stack}/Open/Resource`, rule: 'AwsSolutions-S10' });
    }
  });

  it('find nothing in what the stage has', () => {
    expect(findingsIn(checked.domain).filter(({ path }) => !path.endsWith('/Open/Resource'))).toEqual([]);
    const types = templates().flatMap((file) =>
      Object.values(readTemplate(join(checked.domain, file)).Resources).map(({ Type }) => Type),
    );
    expect(types).toContain('AWS::CertificateManager::Certificate');
    expect(types.filter((type) => type === 'AWS::Route53::RecordSet')).toHaveLength(5);
  });
});

describe('the app', () => {
  it('adds the checks itself: what it finds nothing in would say nothing else', () => {
    expect(JSON.parse(readFileSync(checked.checks, 'utf8'))).toEqual(['AwsSolutions']);
  });

  it('names the stages there are when asked for another', () => {
    const run = runApp('staging', 'build/test/staging');

    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("There is no stage 'staging': say dev or prod (infra/stages.ts).");
  });
});
