import { Route, Switch } from 'wouter';
import { onDemand } from '../../layout/on-demand.tsx';
import { BALANCE_PATH, BANK_PATH, CREDITS_PATH, QUEUE_PATH, SCALE_PATH, TREASURY } from './paths.ts';

const InvoicesPage = onDemand(() => import('./invoices/invoices-page.tsx'));
const InvoicePage = onDemand(() => import('./invoice/invoice-page.tsx'));
const BankPage = onDemand(() => import('./bank/bank-page.tsx'));
const StatementPage = onDemand(() => import('./bank/statement-page.tsx'));
const QueuePage = onDemand(() => import('./queue/queue-page.tsx'));
const CreditsPage = onDemand(() => import('./credits/credits-page.tsx'));
const BalancePage = onDemand(() => import('./balance/balance-page.tsx'));
const AccountPage = onDemand(() => import('./balance/account-page.tsx'));
const ScalePage = onDemand(() => import('./scale/scale-page.tsx'));
const NewScalePage = onDemand(() => import('./scale/new-scale-page.tsx'));
const NotFoundPage = onDemand(() => import('../../not-found/not-found-page.tsx'));

/** Dues, for staff: invoices, the bank, the accounts and the scale. */
export default function TreasuryApp() {
  return (
    <Switch>
      <Route path={TREASURY} component={InvoicesPage} />
      <Route path={`${TREASURY}/invoices/:number`}>
        {({ number }) => <InvoicePage key={number} number={number} />}
      </Route>
      <Route path={BANK_PATH} component={BankPage} />
      <Route path={`${BANK_PATH}/:id`}>{({ id }) => <StatementPage key={id} statementId={id} />}</Route>
      <Route path={QUEUE_PATH} component={QueuePage} />
      <Route path={CREDITS_PATH} component={CreditsPage} />
      <Route path={BALANCE_PATH} component={BalancePage} />
      <Route path={`${TREASURY}/accounts/:id`}>{({ id }) => <AccountPage key={id} applicationId={id} />}</Route>
      <Route path={SCALE_PATH} component={ScalePage} />
      <Route path={`${SCALE_PATH}/new`} component={NewScalePage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
