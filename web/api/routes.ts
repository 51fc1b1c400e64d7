import { DUES_ROUTES } from '../../domain/contract/dues-routes.ts';
import { LEDGER_ROUTES } from '../../domain/contract/ledger-routes.ts';
import { PAYMENT_ROUTES } from '../../domain/contract/payment-routes.ts';
import type { Route } from '../../domain/contract/route.ts';
import { ROUTES as JOINING } from '../../domain/contract/routes.ts';

/** Every route that pages call. */
export const ROUTES = {
  ...JOINING,
  ...DUES_ROUTES,
  ...PAYMENT_ROUTES,
  ...LEDGER_ROUTES,
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof ROUTES;
