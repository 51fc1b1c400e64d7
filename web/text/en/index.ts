import type { fr } from '../fr/index.ts';
import { antenna, category } from './company.ts';
import { failure, feedback } from './feedback.ts';
import { home } from './home.ts';
import { layout } from './layout.ts';
import { notFound } from './not-found.ts';

/** The same keys as the French texts: one missing or too many does not compile. */
export const en = { layout, feedback, failure, category, antenna, home, notFound } satisfies typeof fr;
