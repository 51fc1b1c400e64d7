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

  it('adds up', () => {
    const lines = [...readFileSync('docs/deployment.md', 'utf8').matchAll(/^\|.*\| \**([\d.]+)\** \|$/gm)];
    const cents = lines.map(([, amount]) => Math.round(Number(amount) * 100));

    expect(cents.length).toBeGreaterThan(10);
    expect(cents.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(cents.at(-1));
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
