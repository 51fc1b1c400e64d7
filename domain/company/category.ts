import * as z from 'zod';

/** Kinds of members the cluster takes (catégories d'adhérents). */
export const CATEGORIES = ['company', 'startup', 'education-research', 'institution', 'freelancer'] as const;
export const Category = z.enum(CATEGORIES);
export type Category = z.infer<typeof Category>;
