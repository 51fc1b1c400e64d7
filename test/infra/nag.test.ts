import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as z from 'zod';
import { ENTRIES, namesOf } from '../../infra/entries.ts';
import { STAGES, type Stage } from '../../infra/stages.ts';
import { addStage } from '../../infra/traboule.ts';
import { runApp, settings, synthesize, Template } from './synthesized.ts';

const Report = z.object({ pluginReports: z.array(z.unknown()) });

/** A stage with nothing built: what the checks read does not depend on it. */
const unbuilt = (outdir: string, stage: Stage): App => {
  const folder = 'build/test/nothing';
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.html`, '');
  const app = new App({ outdir, context: settings() });
  const bundles = new Map(ENTRIES.map(({ name }) => [name, { folder, inputs: [], bytes: 0 }]));
  addStage(app, stage, { pages: folder, bundles });
  return app;
};

describe('the checks of AWS Solutions', () => {
  it.each(namesOf(STAGES))('find nothing in %s', (stage) => {
    const report: unknown = JSON.parse(readFileSync(join(synthesize(stage).folder, 'validation-report.json'), 'utf8'));

    expect(Report.parse(report).pluginReports).toEqual([]);
  });

  it('find nothing where a stage has a domain, mail of that domain and somebody to tell', () => {
    const domain = { name: 'adhesion.cluster.fr', hostedZone: { id: 'Z0123456789', name: 'cluster.fr' } };
    const stage = { ...STAGES.prod, domain, mailFrom: 'adhesion@cluster.fr', alarmAddress: 'alarmes@cluster.fr' };

    const { stacks } = unbuilt('build/test/domain', stage).synth();

    const types = stacks.flatMap((stack) =>
      Object.values(Template.parse(stack.template).Resources).map(({ Type }) => Type),
    );
    expect(types).toContain('AWS::CertificateManager::Certificate');
    expect(types.filter((type) => type === 'AWS::Route53::RecordSet')).toHaveLength(5);
  });

  it('read every stack of the app, and refuse', () => {
    const app = unbuilt('build/test/refused', STAGES.dev);
    for (const stack of app.node.children.filter(Stack.isStack)) new Bucket(stack, 'Open');

    const refused = (stack: string) => new RegExp(`traboule-dev-${stack}/Open/Resource[^]*AwsSolutions-S10`);
    for (const stack of ['data', 'web', 'workflows']) expect(() => app.synth()).toThrow(refused(stack));
  });
});

describe('the app', () => {
  it('names the stages there are when asked for another', () => {
    const run = runApp('staging', 'build/test/staging');

    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("There is no stage 'staging': say dev or prod (infra/stages.ts).");
  });
});
