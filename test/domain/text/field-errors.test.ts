import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as z from 'zod';
import { ApplicationForm } from '../../../domain/application/form.ts';
import { ANSWER_SCHEMAS } from '../../../domain/task/task.ts';
import { fieldErrors, messageOf, under } from '../../../domain/text/field-errors.ts';
import { FIELD_MESSAGES, type Message } from '../../../domain/text/field-messages.ts';
import { sampleForm } from '../samples.ts';

const LANGUAGES = ['fr', 'en'] as const;
const errorsOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : fieldErrors(error);
};
const sentences = (message: Message) => (typeof message === 'string' ? [message] : [message.with, message.without]);
const placeholders = (message: Message) =>
  typeof message === 'string' ? [] : [...message.with.matchAll(/\{(\w+)\}/g)].map(([, key]) => key).sort();

/** Codes as they stand in the sources: the message of a check, of an issue, of a field error. */
const codesIn = (source: string): string[] =>
  [
    /\.(?:min|max|length|regex|refine)\([^'\n]*(?:\n[^'\n]*)?'([a-z][a-z0-9.-]*)'\s*,?\s*\)/g,
    /\bz\.literal\([^'\n]*, '([a-z][a-z0-9.-]*)'\)/g,
    /\bz\.(?:email|url|iso\.date)\('([a-z][a-z0-9.-]*)'\)/g,
    /\bformatted\('([a-z][a-z0-9.-]*)'\)/g,
    /\b(?:message|error): '([a-z][a-z0-9.-]*)'/g,
    /\bpath(?:: [^,\n]+)?,\s*code: '([a-z][a-z0-9.-]*)'/g,
    /\| '((?:required|siren|siret)[a-z.-]*)'/g,
  ].flatMap((pattern) => [...source.matchAll(pattern)].flatMap(([, code]) => (code === undefined ? [] : [code])));

const sources = readdirSync('domain', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('text') && !file.startsWith('antenna/policy'))
  .map((file) => readFileSync(path.join('domain', file), 'utf8'));
const used = new Set(sources.flatMap(codesIn).filter((code) => code !== 'custom'));

describe('the codes of the domain', () => {
  it('are found in the sources', () => {
    expect([...used]).toEqual(
      expect.arrayContaining([
        'required',
        'too-long',
        'too-short',
        'siren.checksum',
        'siren.changed',
        'figures.twice',
        'date',
        'date.future',
        'url',
        'email.format',
        'commune.unknown',
        'comment.required',
        'charter.required',
        'antenna.not-candidate',
        'period.reversed',
      ]),
    );
  });

  it.each([...used])('%s has a sentence in both languages', (code) => {
    expect(Object.keys(FIELD_MESSAGES)).toContain(code);
  });

  it.each(Object.entries(FIELD_MESSAGES))('%s: both sentences end, differ, and take the same params', (_, message) => {
    for (const language of LANGUAGES) {
      for (const sentence of sentences(message[language])) expect(sentence).toMatch(/^[A-ZÀ-Ü].{10,}\.$/);
    }
    expect(message.fr).not.toEqual(message.en);
    expect(placeholders(message.fr)).toEqual(placeholders(message.en));
  });

  it('never show a placeholder or a code to people', () => {
    const params = fc.option(fc.dictionary(fc.constantFrom('max', 'min', 'field', 'year'), fc.nat()), {
      nil: undefined,
    });
    const code = fc.oneof(fc.constantFrom(...Object.keys(FIELD_MESSAGES)), fc.string());
    fc.assert(
      fc.property(code, params, fc.constantFrom(...LANGUAGES), (c, p, language) => {
        const sentence = messageOf(c, p, language);
        expect(sentence.length).toBeGreaterThan(10);
        expect(sentence).not.toMatch(/[{}]|undefined/);
      }),
    );
  });
});

describe('messageOf', () => {
  it('fills in the params, numbers as the language writes them and years as years', () => {
    expect(messageOf('too-long', { max: 200 }, 'fr')).toBe('Trop long : 200 caractères au plus.');
    expect(messageOf('number.too-big', { max: 1_000_000 }, 'en')).toBe('This number is too big: 1,000,000 at most.');
    expect(messageOf('number.too-big', { max: 1_000_000 }, 'fr')).toMatch(/1\s000\s000 au plus/);
    expect(messageOf('figures.future', { year: 2026 }, 'fr')).toContain('2026');
  });

  it('says it without them when they are missing', () => {
    expect(messageOf('too-long', undefined, 'en')).toBe('Too long: please shorten this text.');
  });

  it('has a general sentence for a code it does not know', () => {
    for (const code of ['no.such.code', 'constructor', '__proto__', '']) {
      expect(messageOf(code, undefined, 'en')).toBe('This value is not accepted: please check it.');
    }
  });
});

describe('fieldErrors', () => {
  const broken = (change: Record<string, unknown>) => errorsOf(ApplicationForm, { ...sampleForm(), ...change });

  it('names each unknown field', () => {
    expect(broken({ a: 1, b: 2 })).toEqual([
      { path: 'a', code: 'unknown-field', params: { field: 'a' } },
      { path: 'b', code: 'unknown-field', params: { field: 'b' } },
    ]);
    expect(broken({ charter: { ...sampleForm().charter, x: 1 } })).toEqual([
      { path: 'charter.x', code: 'unknown-field', params: { field: 'x' } },
    ]);
  });

  it('tells what is missing from what is of another type', () => {
    expect(broken({ company: undefined, contact: 'x', growthProgramme: 'yes', figures: {} })).toEqual([
      { path: 'company', code: 'required' },
      { path: 'contact', code: 'wrong-type' },
      { path: 'figures', code: 'wrong-type' },
      { path: 'growthProgramme', code: 'wrong-type' },
    ]);
    expect(errorsOf(ApplicationForm, undefined)).toEqual([{ path: '', code: 'required' }]);
    expect(errorsOf(ApplicationForm, [])).toEqual([{ path: '', code: 'wrong-type' }]);
  });

  it('gives limits and lists as params', () => {
    expect(broken({ charter: { version: 'x'.repeat(21), accepted: true } })).toEqual([
      { path: 'charter.version', code: 'too-long', params: { max: 20 } },
    ]);
    expect(broken({ preferredAntenna: 'PAR' })).toEqual([
      { path: 'preferredAntenna', code: 'not-in-list', params: { allowed: 'LYO, STE, GRE, CLE, VAL, ANN' } },
    ]);
  });

  it('gives a field one error', () => {
    expect(broken({ establishment: { ...sampleForm().establishment, postcode: '' } })).toEqual([
      { path: 'establishment.postcode', code: 'required', params: { min: 1 } },
    ]);
  });

  it('maps the issues of schemas that give no code of ours', () => {
    const plain = z.strictObject({
      a: z.string(),
      b: z.number().max(3),
      c: z.array(z.string()).min(2),
      d: z.enum(['x']),
      e: z.uuid(),
      f: z.string().max(2),
      g: z.int(),
    });
    expect(errorsOf(plain, { b: 4, c: ['x'], d: 'y', e: 'z', f: 'long', g: 1.5 })).toEqual([
      { path: 'a', code: 'required' },
      { path: 'b', code: 'number.too-big', params: { max: 3 } },
      { path: 'c', code: 'too-few', params: { min: 2 } },
      { path: 'd', code: 'not-in-list', params: { allowed: 'x' } },
      { path: 'e', code: 'invalid' },
      { path: 'f', code: 'too-long', params: { max: 2 } },
      { path: 'g', code: 'number.whole' },
    ]);
    expect(errorsOf(plain, { ...{ b: 1, c: ['x', 'y'], d: 'x', f: 'ok', g: 1 }, a: 1, e: null })).toMatchObject([
      { path: 'a', code: 'wrong-type' },
      { path: 'e', code: 'wrong-type' },
    ]);
  });

  it('puts errors under another path', () => {
    expect(
      under('application', [
        { path: 'company.siren', code: 'siren.changed' },
        { path: '', code: 'required' },
      ]),
    ).toEqual([
      { path: 'application.company.siren', code: 'siren.changed' },
      { path: 'application', code: 'required' },
    ]);
  });

  it('gives for any JSON at all errors with codes that have a sentence, one a path', () => {
    const schema = fc.constantFrom<z.ZodType>(ApplicationForm, ...Object.values(ANSWER_SCHEMAS));
    const shaped = fc.record(Object.fromEntries(Object.keys(sampleForm()).map((key) => [key, fc.jsonValue()])), {
      requiredKeys: [],
    });
    const leaf = fc.oneof(fc.jsonValue(), fc.string(), fc.integer(), fc.double());
    const nested = fc.record({ company: fc.dictionary(fc.constantFrom(...Object.keys(sampleForm().company)), leaf) });
    fc.assert(
      fc.property(schema, fc.oneof(fc.jsonValue(), shaped, nested), (s, value) => {
        const errors = errorsOf(s, value);
        expect(errors.length > 0).toBe(!s.safeParse(value).success);
        expect(errors.filter((e) => !Object.hasOwn(FIELD_MESSAGES, e.code))).toEqual([]);
        expect(new Set(errors.map((e) => e.path)).size).toBe(errors.length);
      }),
      { numRuns: 500 },
    );
  });
});
