import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';
import { ENTRIES, namesOf } from '../../infra/entries.ts';
import { STAGES, type Stage, type StageName } from '../../infra/stages.ts';
import { addChecks, addStage } from '../../infra/traboule.ts';
import { readTemplate, runApp, settings, synthesize } from './synthesized.ts';

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

/** A stage with nothing built: what the checks read does not depend on it. */
const unbuilt = (outdir: string, stage: Stage): App => {
  const folder = 'build/test/nothing';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.html`, '');
  const app = new App({ outdir, context: settings() });
  addStage(app, stage, { pages: folder, bundles: new Map(ENTRIES.map(({ name }) => [name, { folder }])) });
  addChecks(app);
  return app;
};

/** An assembly of each stage that was checked. */
const CHECKED: Record<StageName, () => string> = {
  // The start on one machine, whose assembly other tests read, leaves the checks out.
  dev: () => unbuilt('build/test/dev', STAGES.dev).synth().directory,
  prod: () => synthesize('prod').folder,
};

describe('the checks of AWS Solutions', () => {
  it.each(namesOf(STAGES))(
    'find nothing in %s',
    (stage) => {
      expect(findingsIn(CHECKED[stage]())).toEqual([]);
    },
    120_000,
  );
});

describe('the checks of a stage that has a domain, mail of that domain and somebody to tell', () => {
  const domain = { name: 'adhesion.cluster.fr', hostedZone: { id: 'Z0123456789', name: 'cluster.fr' } };
  const stage = { ...STAGES.prod, domain, mailFrom: 'adhesion@cluster.fr', alarmAddress: 'alarmes@cluster.fr' };
  const folder = 'build/test/domain';
  let stacks: Stack[];
  let refusal: unknown;

  // One synthesis, which takes seconds: every stack has something to refuse beside what it should have.
  beforeAll(() => {
    const app = unbuilt(folder, stage);
    stacks = app.node.children.filter(Stack.isStack);
    for (const stack of stacks) new Bucket(stack, 'Open');
    try {
      app.synth();
    } catch (error) {
      refusal = error;
    }
  }, 60_000);

  it('read every stack, and refuse', () => {
    expect(stacks.map((stack) => stack.stackName)).toEqual(
      expect.arrayContaining(['edge', 'data', 'web', 'mail', 'workflows'].map((name) => `traboule-prod-${name}`)),
    );
    for (const { stackName } of stacks) {
      const refused = new RegExp(`${stackName}/Open/Resource[^]*AwsSolutions-S10`);
      expect(String(refusal)).toMatch(refused);
      expect(findingsIn(folder)).toContainEqual({ path: `${stackName}/Open/Resource`, rule: 'AwsSolutions-S10' });
    }
  });

  it('find nothing in what the stage has', () => {
    expect(findingsIn(folder).filter(({ path }) => !path.endsWith('/Open/Resource'))).toEqual([]);
    const types = stacks.flatMap((stack) =>
      Object.values(readTemplate(join(folder, stack.templateFile)).Resources).map(({ Type }) => Type),
    );
    expect(types).toContain('AWS::CertificateManager::Certificate');
    expect(types.filter((type) => type === 'AWS::Route53::RecordSet')).toHaveLength(5);
  });
});

describe('the app', () => {
  it('names the stages there are when asked for another', () => {
    const run = runApp('staging', 'build/test/staging');

    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("There is no stage 'staging': say dev or prod (infra/stages.ts).");
  });
});
