import { describe, expect, it } from '@jest/globals';
import { answersTasks, antennasOf, groupsOf, nameOf, seesJoining } from '../../../../web/staff/session/person.ts';

const token = (claims: unknown) =>
  ['{}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.');

describe('groups of an access token', () => {
  it('are those of the product', () => {
    expect(groupsOf(token({ 'cognito:groups': ['admin', 'antenna:STE', 'wiki-editors', 'antenna:PARIS'] }))).toEqual([
      'admin',
      'antenna:STE',
    ]);
  });

  it('are none when the token says nothing or is not one', () => {
    expect(groupsOf(token({ sub: 'u1' }))).toEqual([]);
    expect(groupsOf(token({ 'cognito:groups': 'admin' }))).toEqual([]);
    expect(groupsOf('opaque')).toEqual([]);
    expect(groupsOf('a.%%%.c')).toEqual([]);
    expect(groupsOf(`a.${Buffer.from('not json').toString('base64url')}.c`)).toEqual([]);
  });

  it('are read in UTF-8', () => {
    expect(groupsOf(token({ name: 'Zoé Ünal ✓', 'cognito:groups': ['treasurer'] }))).toEqual(['treasurer']);
  });
});

describe('a person', () => {
  it('is named by the most human thing known', () => {
    expect(nameOf({ sub: 'u1', name: 'Claire Fournier', email: 'c@exemple.fr' })).toBe('Claire Fournier');
    expect(nameOf({ sub: 'u1', given_name: 'Claire', family_name: 'Fournier', email: 'c@exemple.fr' })).toBe(
      'Claire Fournier',
    );
    expect(nameOf({ sub: 'u1', name: '', email: 'c@exemple.fr' })).toBe('c@exemple.fr');
    expect(nameOf({ sub: 'u1' })).toBe('u1');
  });

  it('sees the antennas of their groups', () => {
    expect(antennasOf(['antenna:STE', 'antenna:VAL'])).toEqual(['STE', 'VAL']);
    expect(antennasOf(['admin'])).toHaveLength(6);
    expect(antennasOf(['treasurer'])).toHaveLength(6);
    expect(antennasOf(['jury'])).toEqual([]);
  });

  it('answers tasks from an antenna or the head office; the jury sees nothing of joining', () => {
    expect([
      answersTasks(['admin']),
      answersTasks(['antenna:LYO']),
      answersTasks(['treasurer']),
      answersTasks(['jury']),
    ]).toEqual([true, true, false, false]);
    expect([seesJoining(['treasurer']), seesJoining(['jury']), seesJoining(['jury', 'antenna:LYO'])]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
