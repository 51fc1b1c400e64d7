/** What a key can ask of the inbox. */
export type Command = 'next' | 'previous' | 'first' | 'last' | 'toggle' | 'approve' | 'clear' | 'search' | 'help';

/** Where the focus is when a key is pressed: typing and dialogs keep their keys for themselves. */
export type Place = 'page' | 'list' | 'field' | 'dialog';

export type Stroke = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing?: boolean };

/** Letters work wherever nothing is being typed, and can be switched off (WCAG 2.1.4). */
const LETTERS: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  x: 'toggle',
  a: 'approve',
  '/': 'search',
  '?': 'help',
};

/** Arrows scroll the page, and move a screen reader's cursor, unless a row of the list has the focus. */
const IN_LIST: Readonly<Record<string, Command>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'clear',
};

/**
 * The command of a key, or null when the key is not ours. Enter is not here: the focus stands on a link, and a link
 * opens by itself.
 * @param letters false when the person has switched the one-letter shortcuts off
 */
export function commandFor(stroke: Stroke, place: Place, letters: boolean): Command | null {
  if (place === 'field' || place === 'dialog') return null;
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing === true) return null;
  if (place === 'list' && Object.hasOwn(IN_LIST, stroke.key)) return IN_LIST[stroke.key] ?? null;
  const letter = stroke.key.length === 1 ? stroke.key.toLowerCase() : '';
  return letters && Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] ?? null) : null;
}

/** Index of the row to go to, out of `count`; -1 when there is none. `current` is -1 when no row has the focus. */
export function rowAfter(command: Command, current: number, count: number): number {
  if (count === 0) return -1;
  switch (command) {
    case 'next':
      return Math.min(current + 1, count - 1);
    case 'previous':
      return Math.max(current - 1, 0);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return current;
  }
}

const TYPED_IN = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date']);

/** Reads where the focus is from the element a key was pressed on. */
export function placeOf(target: EventTarget | null, list: Element | null): Place {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="listbox"], [role="menu"]') !== null)
    return 'dialog';
  if (target instanceof HTMLInputElement && TYPED_IN.has(target.type)) return 'field';
  if (target.closest('textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]') !== null)
    return 'field';
  return list?.contains(target) === true ? 'list' : 'page';
}
