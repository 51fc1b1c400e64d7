import { describe, expect, it } from '@jest/globals';
import { namesOf } from '../../infra/entries.ts';
import { entriesOf, PARTS } from '../../infra/parts.ts';
import { STAGES, type StageName } from '../../infra/stages.ts';
import { synthesize } from './synthesized.ts';

const STACKS: Record<StageName, string[]> = {
  dev: ['data', 'web', 'mail', ...PARTS.filter((part) => entriesOf(part).length > 0)],
  prod: ['edge', 'data', 'web'],
};

/** Named by what they hold, so they change with every source; or tested where they are written. */
const LEFT_OUT = ['Metadata', 'Tags', 'DefinitionString', 'HtmlPart', 'TextPart', 'DashboardBody'];
const HASH = /[0-9a-f]{64}(\.zip)?/g;

const normalised = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(HASH, '<hash>');
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.includes(key))
      .map(([key, inner]) => [key, normalised(inner)]),
  );
};

/** A line each, so that what a change does to the stacks reads as a list. */
const lines = (section: Record<string, unknown>): string[] =>
  Object.entries(section).map(([id, value]) => `${id} ${JSON.stringify(normalised(value))}`);

describe.each(namesOf(STAGES))('the stacks of %s', (stage) => {
  it.each(STACKS[stage])('%s are as they were', (stack) => {
    const { Resources, Outputs } = synthesize(stage).template(stack);

    expect([...lines(Resources), ...lines(Outputs)].join('\n')).toMatchSnapshot();
  });
});
