import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mermaid, redrawn, WORKFLOW_PAGES } from '../../scripts/docs.ts';

describe('the pages of the workflows', () => {
  it.each(Object.entries(WORKFLOW_PAGES))('%s has the diagram of its definition', (name, machine) => {
    const page = readFileSync(`docs/workflows/${name}.md`, 'utf8');

    expect(redrawn(page, machine)).toBe(page);
  });

  it.each(Object.entries(WORKFLOW_PAGES))('%s draws each of its states', (_name, machine) => {
    const drawing = mermaid(machine);

    for (const state of Object.keys(machine.States)) expect(drawing).toContain(`"${state}"`);
  });

  it('refuses a page without a place for it', () => {
    expect(() => redrawn('# A page', Object.values(WORKFLOW_PAGES)[0] as never)).toThrow('no place');
  });
});
