import { antenna, category } from './company.ts';
import { failure, feedback } from './feedback.ts';
import { home } from './home.ts';
import { layout } from './layout.ts';
import { notFound } from './not-found.ts';

/** Every text of the public pages in French; the English ones have the same keys. */
export const fr = { layout, feedback, failure, category, antenna, home, notFound };
