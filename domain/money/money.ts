import * as z from 'zod';

/** An amount of money in integer cents of a euro. Never a float: amounts are added, compared and stored as integers. */
export const Cents = z.int().min(-1_000_000_000_00).max(1_000_000_000_00);
export type Cents = z.infer<typeof Cents>;

/** An amount in cents that is owed, paid or credited: never below zero. */
export const Amount = Cents.min(0, 'number.negative');
/** An amount in cents of something that happened: a payment of nothing is none. */
export const PositiveAmount = Cents.min(1, 'amount.zero');

/** The one currency dues are asked in. Bank lines of another wait for a person. */
export const CURRENCY = 'EUR';
