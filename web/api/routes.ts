import { DUES_ROUTES } from '../../domain/contract/dues-routes.ts';
import { GROWTH_ROUTES } from '../../domain/contract/growth-routes.ts';
import { JURY_ROUTES } from '../../domain/contract/jury-routes.ts';
import { LEDGER_ROUTES } from '../../domain/contract/ledger-routes.ts';
import { PAYMENT_ROUTES } from '../../domain/contract/payment-routes.ts';
import { PROGRAMME_ROUTES } from '../../domain/contract/programme-routes.ts';
import type { Route } from '../../domain/contract/route.ts';
import { ROUTES as JOINING } from '../../domain/contract/routes.ts';

/** Every route that pages call. */
export const ROUTES = {
  ...JOINING,
  ...DUES_ROUTES,
  ...PAYMENT_ROUTES,
  ...LEDGER_ROUTES,
  ...GROWTH_ROUTES,
  ...JURY_ROUTES,
  ...PROGRAMME_ROUTES,
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof ROUTES;
