import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { en } from '../../../web/text/en/index.ts';
import { fr } from '../../../web/text/fr/index.ts';
import { withFrenchSpacing } from '../../../web/text/french-spacing.ts';

type Tree = { [key: string]: string | Tree };

/** Every text by its dotted key. */
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${path}${key}`, inner]] : leaves(inner, `${path}${key}.`),
  );
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)>/g)].map(([all]) => all).sort();

const french = new Map(leaves(fr));
const english = new Map(leaves(en));

describe('French spacing', () => {
  it('keeps a sign on the line of its word, at every depth', () => {
    expect(withFrenchSpacing({ a: 'Pour qui ?', b: { c: 'Lui : « oui »', d: '12 € à 20 %' } })).toEqual({
      a: 'Pour qui\u00a0?',
      b: { c: 'Lui\u00a0: «\u00a0oui\u00a0»', d: '12\u00a0€ à 20\u00a0%' },
    });
  });
});

describe('the texts of the public pages', () => {
  it('have the same keys in both languages and nothing else', () => {
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  });

  it('say something in every key', () => {
    const empty = [...french, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('take the same values in both languages', () => {
    const differing = [...french]
      .filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('are translated: no sentence is the same in both', () => {
    const same = [...french].filter(([key, text]) => text.split(' ').length > 3 && english.get(key) === text);
    expect(same).toEqual([]);
  });

  it('use the typographic apostrophe', () => {
    const straight = [...french, ...english].filter(([, text]) => text.includes("'")).map(([key]) => key);
    expect(straight).toEqual([]);
  });

  it('are all used: no key is left that no page reads', () => {
    const folder = new URL('../../../web/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^(text|staff)\//.test(file))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    // A key written out, the fixed beginning of one that is put together, or a group that is read as a whole.
    const written = new Set([...sources.matchAll(/['"]((?:[\w-]+\.)+[\w-]+)['"]/g)].map(([, key]) => key ?? ''));
    const composed = [...sources.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{[^`]*`/g)].map(([, start]) => start ?? '');
    const whole = [...sources.matchAll(/'([\w.-]+)', \{ returnObjects: true \}/g)].map(([, group]) => `${group}.`);
    const plain = (key: string): string => key.replace(/_(zero|one|other)$/, '');
    const unused = [...french.keys()].filter(
      (key) => !written.has(plain(key)) && ![...composed, ...whole].some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
