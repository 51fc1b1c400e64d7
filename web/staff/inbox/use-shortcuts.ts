import { type RefObject, useEffect, useEffectEvent } from 'react';
import { type Command, commandFor, placeOf, rowAfter } from './keyboard.ts';

/** The links of the rows: what the keyboard moves between. */
const linksOf = (list: HTMLElement | null): HTMLElement[] =>
  list === null ? [] : [...list.querySelectorAll<HTMLElement>('a[data-task]')];

/** The task whose row holds the focus; null when none does. */
export const focusedTask = (list: HTMLElement | null): string | null => {
  const row = document.activeElement?.closest('tr') ?? null;
  const link = row !== null && list?.contains(row) === true ? row.querySelector<HTMLElement>('a[data-task]') : null;
  return link?.dataset.task ?? null;
};

/** Moves the focus to the row a command leads to. */
const move = (command: Command, list: HTMLElement | null): void => {
  const links = linksOf(list);
  const current = links.findIndex((link) => link.dataset.task === focusedTask(list));
  links[rowAfter(command, current, links.length)]?.focus();
};

/**
 * Listens to the keys of the inbox while it is on screen.
 * @param letters false when the one-letter shortcuts are switched off
 * @param act does what is not moving about
 */
export const useShortcuts = (
  list: RefObject<HTMLElement | null>,
  letters: boolean,
  act: (command: Command, task: string | null) => void,
): void => {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commandFor(event, placeOf(event.target, list.current), letters);
    if (command === null) return;
    event.preventDefault();
    if (command === 'next' || command === 'previous' || command === 'first' || command === 'last') {
      move(command, list.current);
    } else {
      act(command, focusedTask(list.current));
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
};
