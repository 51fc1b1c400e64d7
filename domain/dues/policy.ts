import * as z from 'zod';
import { Category } from '../company/category.ts';
import { Siren } from '../company/identity.ts';
import { Amount } from '../money/money.ts';

/** VAT regimes of membership dues: the treasurer chooses one, and each prints its own mention. */
export const VAT_REGIMES = [
  /** Dues that are the price of nothing in particular are out of the scope of VAT. */
  'out-of-scope',
  /** Article 261-7-1° a CGI: bodies of a social, educational, cultural or sporting nature. */
  'exempt-261-7-1a',
  /** Article 261-4-9° CGI: bodies of a philosophical, religious, political, patriotic, civic or union nature. */
  'exempt-261-4-9',
  /** Article 293 B CGI: small businesses (franchise en base). */
  'franchise-293b',
  /** The standard rate, 20 %. */
  'standard',
] as const;
export const VatRegime = z.enum(VAT_REGIMES);
export type VatRegime = z.infer<typeof VatRegime>;

/** What the bands of a scale are counted in: people employed, or turnover in whole euros excluding tax. */
export const ScaleBasis = z.enum(['headcount', 'turnover']);
export type ScaleBasis = z.infer<typeof ScaleBasis>;

/** A band (tranche): from and to are both included; the last has no end. `cents` a year, excluding tax. */
export const Band = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
  cents: Amount,
});
export type Band = z.infer<typeof Band>;

const percent = z.int().min(0).max(100);

/** Who issues the invoices and is paid: printed on each of them. */
export const Seller = z.strictObject({
  legalName: z.string().min(1).max(70),
  siren: Siren,
  /** Intra-Community VAT number; null where there is none. */
  vatNumber: z.string().nullable(),
  street: z.string().min(1).max(200),
  postcode: z.string().regex(/^\d{5}$/),
  city: z.string().min(1).max(100),
  email: z.email(),
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/),
  bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
});
export type Seller = z.infer<typeof Seller>;

/** When an invoice falls due, and what is sent when it is not paid. Days relative to the due date; negative before it. */
export const PaymentTerms = z.strictObject({
  /** Days from the date of issue to the due date. */
  dueDays: z.int().min(0).max(60),
  /** Days after the due date (before it where negative) on which each reminder (relance) is due, in order. */
  reminders: z.array(z.int().min(-60).max(365)).max(10),
  /** Days after the due date on which the formal notice (mise en demeure) is due. */
  formalNotice: z.int().min(1).max(365),
  /** Days after the due date from which the invoice counts as unpaid: the workflow ends. */
  unpaid: z.int().min(1).max(365),
  /** Annual rate of late penalties in hundredths of a percent (L441-10 code de commerce). */
  penaltyRateBasisPoints: z.int().min(0).max(10_000),
});
export type PaymentTerms = z.infer<typeof PaymentTerms>;

/** How dues are worked out and asked for: one version, valid from a day of Europe/Paris on. */
export const DuesPolicy = z.strictObject({
  version: z.string().min(1).max(40),
  from: z.iso.date(),
  basis: ScaleBasis,
  /** In order, without gap or overlap, from zero up: see policyFaults. */
  bands: z.array(Band).min(1).max(30),
  /** Categories that pay a flat amount instead of their band's, in cents a year. */
  flat: z.partialRecord(Category, Amount),
  /** Off the first year's dues. They do not add up: the better one applies. */
  reductions: z.strictObject({
    /** A company younger than `underYears` on the day it joins. */
    newCompany: z.strictObject({ underYears: z.int().min(0).max(10), percent }).nullable(),
    /** Joining from this day of the year on, `MM-DD`. */
    midYear: z.strictObject({ from: z.string().regex(/^\d{2}-\d{2}$/), percent }).nullable(),
  }),
  /** No dues are below it, whatever the reduction, in cents. */
  minimumCents: Amount,
  vatRegime: VatRegime,
  terms: PaymentTerms,
  seller: Seller,
});
export type DuesPolicy = z.infer<typeof DuesPolicy>;
