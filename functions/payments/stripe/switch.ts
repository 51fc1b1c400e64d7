import { STRIPE_OFF } from '../../../domain/environment.ts';

/** Tells whether cards are taken online. @param stripeKeys the environment's STRIPE_KEYS */
export const isOn = (stripeKeys: string): boolean => stripeKeys !== STRIPE_OFF;
