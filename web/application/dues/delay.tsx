import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkInvoice } from '../../../domain/contract/dues-responses.ts';
import { DelayRequestBody } from '../../../domain/contract/dues-routes.ts';
import { fieldErrors, messageOf } from '../../../domain/text/field-errors.ts';
import { call } from '../../api/call.ts';
import { asFailure } from '../../api/failure.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { formatDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import classes from './dues-section.module.css';
import { useLookAtDues } from './use-dues.ts';

/** Asking for more time to pay; once asked, that it is waiting for an answer. */
export const Delay = ({ token, invoice }: { token: string; invoice: LinkInvoice }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, { open, close }] = useDisclosure(false);
  const { delayAsked, delayableUntil } = invoice;
  if (delayAsked !== null) {
    return (
      <p role="status" className={classes.delayAsked}>
        {t('dues.delay.pending', { day: formatDate(delayAsked.until, language) })}
      </p>
    );
  }
  if (delayableUntil === null) return null;
  return (
    <>
      <Button variant="subtle" size="sm" onClick={open}>
        {t('dues.delay.button')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        keepMounted
        title={t('dues.delay.title')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <DelayForm token={token} invoice={invoice} latest={delayableUntil} onDone={close} />
      </Modal>
    </>
  );
};

const DelayForm = ({
  token,
  invoice: { number, dueOn },
  latest,
  onDone,
}: {
  token: string;
  invoice: LinkInvoice;
  latest: string;
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAtDues(token);
  // The form stays while its window is closed: what was typed is there when it opens again.
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const busy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  // The first field that is wrong takes the focus, once its sentence stands beside it; not while it is being put right.
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
  const ask = useMutation({
    mutationFn: (body: { until: string; reason: string }) =>
      call('AskDelay', { params: { number }, link: token, body }),
    onSuccess: async () => {
      await lookAgain();
      onDone();
    },
    onError: (error) => {
      const { fields, reason: refusal } = asFailure(error);
      setErrors(new Map(fields.map(({ path, message }) => [path, message])));
      setAttempt((tried) => tried + 1);
      if (refusal === 'delay-already-asked' || refusal === 'invoice-settled') void lookAgain();
    },
    onSettled: () => {
      busy.current = false;
    },
  });

  const check = (): { until: string; reason: string } | null => {
    const read = DelayRequestBody.safeParse({ until, reason });
    const wrong = new Map(
      read.success
        ? []
        : fieldErrors(read.error).map(({ path, code, params }) => [path, messageOf(code, params, language)]),
    );
    if (wrong.has('until') || until <= dueOn || until > latest) {
      const days = { from: formatDate(dueOn, language), to: formatDate(latest, language) };
      wrong.set('until', t('dues.delay.untilWrong', days));
    }
    setErrors(wrong);
    return read.success && wrong.size === 0 ? read.data : null;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = check();
    setAttempt((tried) => tried + 1);
    if (body === null || busy.current) return;
    busy.current = true;
    ask.mutate(body);
  };
  const drop = (path: string): void => setErrors(new Map([...errors].filter(([other]) => other !== path)));

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('dues.delay.text')}</Text>
        <TextInput
          type="date"
          data-autofocus
          label={t('dues.delay.until')}
          description={t('dues.delay.untilHint', { day: formatDate(latest, language) })}
          min={dueOn}
          max={latest}
          value={until}
          error={errors.get('until')}
          aria-required
          onChange={(event) => {
            setUntil(event.currentTarget.value);
            drop('until');
          }}
        />
        <FreeText
          label={t('dues.delay.reason')}
          description={t('dues.delay.reasonHint')}
          value={reason}
          error={errors.get('reason')}
          aria-required
          onType={(value) => {
            setReason(value);
            drop('reason');
          }}
        />
        {ask.isError && errors.size === 0 ? <FailureAlert error={ask.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('dues.delay.cancel')}
          </Button>
          <Button type="submit" loading={ask.isPending}>
            {t('dues.delay.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
