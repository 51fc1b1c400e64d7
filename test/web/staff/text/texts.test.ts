import { describe, expect, it } from '@jest/globals';
import { MESSAGES } from '../../../../domain/mail/messages.ts';
import { en } from '../../../../web/staff/text/en/index.ts';
import { fr } from '../../../../web/staff/text/fr/index.ts';
import { state } from '../../../../web/staff/text/fr/workflow-states.ts';
import { antennaAssignment } from '../../../../workflows/antenna-assignment.ts';
import { joining } from '../../../../workflows/joining.ts';

/** Every text by its dotted key. */
const flat = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
/** The singular may say "one" in words. */
const named = (key: string, text: string) =>
  placeholders(text).filter((name) => name !== 'count' || !key.endsWith('_one'));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the words of the console', () => {
  it('are the same in both languages, placeholders included', () => {
    const english = new Map(flat(en));
    expect(flat(fr).map(([key]) => key)).toEqual([...english.keys()]);
    for (const [key, text] of flat(fr)) {
      expect([key, named(key, english.get(key) ?? '')]).toEqual([key, named(key, text)]);
    }
  });

  it('name every state of the workflows in French', () => {
    const names = [joining, antennaAssignment].flatMap(({ States }) => Object.keys(States));
    expect(names.filter((name) => state[name] === undefined)).toEqual([]);
  });

  it('name every mail that can be sent', () => {
    expect(Object.keys(MESSAGES).filter((name) => fr.mail[name] === undefined)).toEqual([]);
  });
});
