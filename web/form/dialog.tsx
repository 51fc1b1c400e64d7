import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** What a window was opened from; where that is an entry of a menu, which goes as it is pressed, the menu's button. */
const openerOf = (focused: Element | null): HTMLElement | null => {
  const menu = focused?.closest('[role="menu"]') ?? null;
  const opener = menu === null ? focused : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return opener instanceof HTMLElement ? opener : null;
};

/** Gives the focus back to where it came from, once what asked for it is gone and nothing else took it. */
export const useFocusBack = (): void => {
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      // A moment later: where another window follows, the focus is its own.
      window.setTimeout(() => {
        if (document.activeElement === document.body && document.querySelector('[role="dialog"]') === null) {
          opener?.focus();
        }
      });
    },
    [opener],
  );
};

/**
 * A window over the page, for as long as it is drawn. Then the focus goes back to where it came from: Mantine gives it
 * back only where a closed window stays.
 */
export const Dialog = (props: Omit<ModalProps, 'opened'>) => {
  useFocusBack();
  return <Modal opened {...props} />;
};
