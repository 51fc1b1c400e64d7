import { addTexts } from '../../i18n/i18n.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';

declare module '../../i18n/i18n.ts' {
  interface TextResources {
    staff: typeof fr;
  }
}

/** Brings the words of the console to the pages. Called when the console's code arrives, before it renders. */
export const addStaffTexts = (): void => addTexts('staff', { fr, en });
