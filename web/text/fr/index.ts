import { failure, feedback } from './feedback.ts';
import { layout } from './layout.ts';
import { notFound } from './not-found.ts';

/** Every text of the public pages in French; the English ones have the same keys. */
export const fr = { layout, feedback, failure, notFound };
