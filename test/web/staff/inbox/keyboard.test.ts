import { describe, expect, it } from '@jest/globals';
import { commandFor, rowAfter } from '../../../../web/staff/inbox/keyboard.ts';

const stroke = (
  key: string,
  held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing: boolean }> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('keys of the inbox', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['x', 'toggle'],
    ['a', 'approve'],
    ['/', 'search'],
    ['?', 'help'],
    ['J', 'next'],
  ])('%s means %s on the page and in the list', (key, command) => {
    expect(commandFor(stroke(key), 'page', true)).toBe(command);
    expect(commandFor(stroke(key), 'list', true)).toBe(command);
  });

  it('leaves every key alone while somebody types or a dialog is open', () => {
    for (const key of ['j', 'k', 'x', 'a', '/', '?', 'ArrowDown', 'Escape']) {
      expect(commandFor(stroke(key), 'field', true)).toBeNull();
      expect(commandFor(stroke(key), 'dialog', true)).toBeNull();
    }
  });

  it('leaves arrows to the page and to screen readers unless a row has the focus', () => {
    expect(commandFor(stroke('ArrowDown'), 'page', true)).toBeNull();
    expect(commandFor(stroke('ArrowDown'), 'list', true)).toBe('next');
    expect(commandFor(stroke('End'), 'list', true)).toBe('last');
  });

  it('leaves the browser’s and the system’s own shortcuts alone', () => {
    expect(commandFor(stroke('a', { ctrlKey: true }), 'list', true)).toBeNull();
    expect(commandFor(stroke('k', { metaKey: true }), 'page', true)).toBeNull();
    expect(commandFor(stroke('x', { altKey: true }), 'page', true)).toBeNull();
    expect(commandFor(stroke('a', { isComposing: true }), 'page', true)).toBeNull();
  });

  it('can be switched off, arrows aside', () => {
    expect(commandFor(stroke('a'), 'list', false)).toBeNull();
    expect(commandFor(stroke('ArrowUp'), 'list', false)).toBe('previous');
  });

  it('never takes Enter or the space bar: links, buttons and boxes have them', () => {
    expect(commandFor(stroke('Enter'), 'list', true)).toBeNull();
    expect(commandFor(stroke(' '), 'list', true)).toBeNull();
    expect(commandFor(stroke('constructor'), 'list', true)).toBeNull();
  });
});

describe('moving', () => {
  it('starts at the first row and stops at the ends', () => {
    expect(rowAfter('next', -1, 5)).toBe(0);
    expect(rowAfter('next', 4, 5)).toBe(4);
    expect(rowAfter('previous', -1, 5)).toBe(0);
    expect(rowAfter('previous', 3, 5)).toBe(2);
    expect(rowAfter('last', 0, 5)).toBe(4);
    expect(rowAfter('first', 3, 5)).toBe(0);
  });

  it('goes nowhere in an empty list', () => {
    expect(rowAfter('next', -1, 0)).toBe(-1);
  });
});
