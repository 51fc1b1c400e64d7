import { Button } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import classes from './dues-section.module.css';
import { useLookAtDues } from './use-dues.ts';

/** Leads to the payment page of Stripe. Pressed twice, it asks once: the button waits until the page is left. */
export const PayByCard = ({ token, number }: { token: string; number: string }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAtDues(token);
  const busy = useRef(false);
  const start = useMutation({
    mutationFn: () => call('StartCheckout', { params: { number }, link: token }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: () => {
      busy.current = false;
      return lookAgain();
    },
  });
  const go = (): void => {
    if (busy.current) return;
    busy.current = true;
    start.mutate();
  };
  return (
    <div className={classes.card}>
      <Button
        variant="outline"
        leftSection={<IconCreditCard size={18} aria-hidden="true" />}
        loading={start.isPending || start.isSuccess}
        onClick={go}
      >
        {t('dues.pay.card')}
      </Button>
      <p className={classes.small}>{t('dues.pay.cardText')}</p>
      {start.isError ? <FailureAlert error={start.error} onRetry={go} retrying={start.isPending} /> : null}
    </div>
  );
};
