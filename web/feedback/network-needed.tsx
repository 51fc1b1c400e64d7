import { Button, Text, Title } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageHeading } from '../layout/page.tsx';
import classes from './feedback.module.css';

/** A page whose code was not there yet was opened off the network. */
export class NetworkNeeded extends Error {
  constructor(cause: unknown) {
    super('The code of this page has to come by the network.', { cause });
  }
}

/** How often the site is asked for once the device says that it is on the network: it says so before names are found. */
const TRIES = 3;
const BETWEEN_TRIES_MS = 1500;

/**
 * Stands for a page that needs the network: shows it by itself once the network is back, or when the reader asks. The
 * page is loaded anew only when the site answers: off the network that would lose the frame too.
 */
export const NetworkNeededPage = () => {
  const { t } = useTranslation();
  const heading = usePageHeading(t('feedback.offline.title'));
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => fetch('/config.json', { cache: 'no-store' }),
    retry: (count) => navigator.onLine && count < TRIES,
    retryDelay: BETWEEN_TRIES_MS,
    onSuccess: () => window.location.reload(),
  });
  useWindowEvent('online', () => mutate());
  // It may have come back before anybody listened.
  useEffect(() => {
    if (navigator.onLine) mutate();
  }, [mutate]);
  return (
    <div className={classes.empty}>
      <div className={classes.arch} aria-hidden="true" />
      <Title order={1} size="h2" ref={heading} tabIndex={-1}>
        {t('feedback.offline.title')}
      </Title>
      <Text maw="32rem">{t('feedback.offline.text')}</Text>
      <Button loading={isPending} onClick={() => mutate()}>
        {t('feedback.retry')}
      </Button>
      <div role="status">{isError && !isPending ? t('feedback.offline.still') : null}</div>
    </div>
  );
};
