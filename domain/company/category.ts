import * as z from 'zod';
import { typed } from '../text/issue-code.ts';

/** Kinds of members the cluster takes (catégories d'adhérents). */
export const CATEGORIES = ['company', 'startup', 'education-research', 'institution', 'freelancer'] as const;
export const Category = z.enum(CATEGORIES, typed);
export type Category = z.infer<typeof Category>;
