import * as z from 'zod';
import type { FieldError } from '../../../../domain/errors.ts';
import { Fraction } from '../../../../domain/growth/fraction.ts';
import { CRITERION_NAMES, type CriterionName, CriterionRole, GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { policyFaults } from '../../../../domain/growth/policy-faults.ts';
import { fieldErrors } from '../../../../domain/text/field-errors.ts';
import { typedNumber } from '../../../form/typed-number.ts';
import type { Language } from '../../../i18n/language.ts';
import { type FieldKind, STRICT, THRESHOLDS } from './fields.ts';

/** A criterion as it is typed: its thresholds as texts, by name. */
const CriterionDraft = z.object({
  role: CriterionRole,
  strict: z.boolean(),
  thresholds: z.record(z.string(), z.string()),
});
export type CriterionDraft = z.infer<typeof CriterionDraft>;

/** A version of the policy as it is being tried out: texts for whatever is typed, however incomplete. */
export const PolicyDraft = z.object({
  /** The version it was begun from. */
  base: z.string(),
  version: z.string(),
  from: z.string(),
  span: z.string(),
  freshness: z.string(),
  criteria: z.array(z.object({ name: z.enum(CRITERION_NAMES), value: CriterionDraft })),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

/** What a threshold is divided by where it is a fraction: a tenth of a percent, a hundredth of a factor. */
const DENOMINATORS = { percent: 1000, ratio: 100 } as const;
const isFraction = (kind: FieldKind): kind is keyof typeof DENOMINATORS => kind === 'percent' || kind === 'ratio';
const READABLE = { percent: 10, ratio: 100 } as const;

/** A threshold as people write it: a fraction of 1/5 is `20`, of 9/5 `1.8`; the decimal sign is the reader's. */
export const textOf = (value: unknown, kind: FieldKind, language: Language): string => {
  if (!isFraction(kind)) return typeof value === 'number' ? String(value) : '';
  const { numerator, denominator } = Fraction.parse(value);
  const units = Math.round((numerator * DENOMINATORS[kind]) / denominator) / READABLE[kind];
  return language === 'fr' ? String(units).replace('.', ',') : String(units);
};

/** The number a text stands for, in the unit people read; null while it stands for none. */
export const unitsOf = (text: string): number | null => {
  const bare = text.replaceAll(/[\s\u00a0\u202f%€]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
};

const typedValue = (text: string, kind: FieldKind, language: Language): unknown => {
  if (!isFraction(kind)) return typedNumber(text, language);
  const units = unitsOf(text);
  if (units === null) return text.trim() === '' ? undefined : text;
  return { numerator: Math.round(units * READABLE[kind]), denominator: DENOMINATORS[kind] };
};

/** A version to try out, begun from one there is: all of it but its name and its first day. */
export const draftFrom = (policy: GrowthPolicy, language: Language): PolicyDraft => ({
  base: policy.version,
  version: '',
  from: '',
  span: String(policy.span),
  freshness: String(policy.freshness),
  criteria: CRITERION_NAMES.map((name) => {
    const criterion: Record<string, unknown> = policy.criteria[name];
    return {
      name,
      value: {
        role: policy.criteria[name].role,
        strict: criterion.strict === true,
        thresholds: Object.fromEntries(
          THRESHOLDS[name].map((field) => [field.name, textOf(criterion[field.name], field.kind, language)]),
        ),
      },
    };
  }),
});

/** A threshold nobody touched keeps its very fraction, which a decimal may not be able to say. */
const criterionOf = (
  name: CriterionName,
  { role, strict, thresholds }: CriterionDraft,
  base: GrowthPolicy,
  language: Language,
): Record<string, unknown> => {
  const before: Record<string, unknown> = base.criteria[name];
  const values = THRESHOLDS[name].map((field) => {
    const text = thresholds[field.name] ?? '';
    const untouched = [textOf(before[field.name], field.kind, 'fr'), textOf(before[field.name], field.kind, 'en')];
    return [field.name, untouched.includes(text) ? before[field.name] : typedValue(text, field.kind, language)];
  });
  return { role, ...(STRICT.includes(name) ? { strict } : {}), ...Object.fromEntries(values) };
};

/** What was typed, in the shape of a policy: for the domain's schema to parse, so nothing is promised of it. */
export const policyOf = (draft: PolicyDraft, base: GrowthPolicy, language: Language): Record<string, unknown> => ({
  version: draft.version.trim(),
  from: draft.from,
  span: typedNumber(draft.span, language),
  freshness: typedNumber(draft.freshness, language),
  criteria: Object.fromEntries(
    draft.criteria.map(({ name, value }) => [name, criterionOf(name, value, base, language)]),
  ),
});

/**
 * The policy as it would apply, whatever it will be called: null while a threshold makes no sense, with what is wrong.
 */
export const tried = (
  draft: PolicyDraft,
  base: GrowthPolicy,
  language: Language,
): { policy: GrowthPolicy | null; errors: FieldError[] } => {
  const named = { ...policyOf(draft, base, language), version: 'draft', from: base.from };
  const read = GrowthPolicy.safeParse(named);
  if (!read.success) return { policy: null, errors: fieldErrors(read.error) };
  const errors = policyFaults(read.data);
  return { policy: errors.length === 0 ? read.data : null, errors };
};

/** Tells whether a draft asks for anything else than the version it was begun from. */
export const isChanged = (draft: PolicyDraft, base: GrowthPolicy, language: Language): boolean => {
  const { policy } = tried(draft, base, language);
  return (
    policy === null ||
    JSON.stringify({ ...policy, version: '', from: '' }) !== JSON.stringify({ ...base, version: '', from: '' })
  );
};
