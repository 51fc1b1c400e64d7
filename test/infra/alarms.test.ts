import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ENTRIES } from '../../infra/entries.ts';
import { resourcesOf, synthesize, type Template } from './synthesized.ts';

const Alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()).min(1),
  TreatMissingData: z.string(),
});

let template: Template;
let alarms: z.infer<typeof Alarm>[];
beforeAll(() => {
  template = synthesize('dev').product();
  alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map((alarm) => Alarm.parse(alarm.Properties));
});

/** Anchors of the sections, as GitHub makes them. */
const sections = (): string[] =>
  [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  );
const sectionOf = (alarm: z.infer<typeof Alarm>): string | undefined =>
  /docs\/runbook\.md#([a-z-]+)$/.exec(alarm.AlarmDescription)?.[1];

describe('alarms', () => {
  it('each name a section of the runbook that is there', () => {
    for (const alarm of alarms) {
      expect(sections()).toContain(sectionOf(alarm));
    }
  });

  it('leave no section of the runbook without one', () => {
    const named = new Set(alarms.map(sectionOf));

    expect(sections().filter((section) => !named.has(section))).toEqual([]);
  });

  it.each(ENTRIES.map((entry) => entry.name))('tell when %s fails', (name) => {
    expect(alarms.map((alarm) => alarm.AlarmName)).toContain(`traboule-dev-${name}Errors`);
  });

  it('may tell whom they tell: a topic whose policy only refuses takes nothing from alarms', () => {
    const Policy = z.object({
      PolicyDocument: z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) }),
    });
    const [policy] = resourcesOf(template, 'AWS::SNS::TopicPolicy').map(({ Properties }) => Policy.parse(Properties));
    const [allowed] = policy?.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow') ?? [];

    expect(allowed).toMatchObject({ Principal: { Service: 'cloudwatch.amazonaws.com' }, Action: 'sns:Publish' });
    expect(JSON.stringify(allowed?.Condition)).toMatch(/arn:aws:cloudwatch:eu-west-3:.*:alarm:traboule-dev-\*/);
    for (const { AlarmName } of alarms) expect(AlarmName).toMatch(/^traboule-dev-/);
  });

  it('add up metrics of which not all are told: what is not told counts as nothing', () => {
    const Metrics = z.array(z.object({ Id: z.string(), Expression: z.string().optional() })).default([]);
    const sums = resourcesOf(template, 'AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Metrics.parse(Properties.Metrics))
      .filter((metrics) => metrics.length > 0);

    expect(sums.length).toBeGreaterThan(1);
    for (const metrics of sums) {
      const told = metrics.filter(({ Expression }) => Expression === undefined).map(({ Id }) => `FILL(${Id}, 0)`);
      expect(metrics.map(({ Expression }) => Expression)).toContain(told.join(' + '));
    }
  });

  it('take silence for a fault only where something must happen', () => {
    const breaching = alarms.filter((alarm) => alarm.TreatMissingData === 'breaching');

    expect(breaching.map((alarm) => alarm.AlarmName)).toEqual(['traboule-dev-RedeliveryStopped']);
  });
});

describe('the monthly bill in docs/deployment.md', () => {
  it('counts the metrics that alarms watch', () => {
    const Watched = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() });
    const metrics = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => {
      const { Metrics } = Watched.parse(Properties);
      return Metrics === undefined ? 1 : Metrics.filter((metric) => metric.MetricStat !== undefined).length;
    });
    const billed = /CloudWatch alarms \| (\d+) metrics watched/.exec(readFileSync('docs/deployment.md', 'utf8'))?.[1];

    expect(Number(billed)).toBe(metrics.reduce((sum, count) => sum + count, 0));
  });

  const bill = readFileSync('docs/deployment.md', 'utf8');
  const cents = (amount: string | undefined): number => Math.round(Number(amount) * 100);
  const lines = [...bill.matchAll(/^\| ([^|]+) \|.*\| \**([\d.]+)\** \|$/gm)].map(([, what = '', amount]) => ({
    what,
    amount: cents(amount),
  }));
  const all = lines.at(-1)?.amount ?? 0;
  const amountOf = (name: string): number => lines.find(({ what }) => what === name)?.amount ?? Number.NaN;

  const notInDev = (): number => amountOf('WAF') + amountOf('Cognito, Plus') + amountOf('Route 53');

  it('adds up', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.slice(0, -1).reduce((sum, { amount }) => sum + amount, 0)).toBe(all);
  });

  it('leaves out for dev what dev has not', () => {
    const dev = cents(/no firewall, no Plus and no domain: \*\*([\d.]+)\*\*/.exec(bill)?.[1]);

    expect(dev).toBe(all - notInDev());
  });

  it('is what README.md says, in whole dollars', () => {
    const text = readFileSync('README.md', 'utf8').replaceAll('\n', ' ');
    const said =
      /about \*\*(\d+) USD a month\*\* .*: (\d+) for alarms, (\d+) for the firewall, .* `dev` costs (\d+)\./.exec(text);
    const billed = [all, amountOf('CloudWatch alarms'), amountOf('WAF'), all - notInDev()];

    expect(said?.slice(1).map(Number)).toEqual(billed.map((amount) => Math.round(amount / 100)));
  });
});

describe('the runbook', () => {
  it('says of each alarm what it means, where to look and what to do', () => {
    const [, ...texts] = readFileSync('docs/runbook.md', 'utf8').split(/^## /m);

    for (const text of texts) {
      for (const part of ['**Means.**', '**Look at.**', '**Do.**']) expect(text).toContain(part);
    }
  });
});
