import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import * as z from 'zod';
import { MailingForm } from '../../../domain/mailing/mailing.ts';
import type { Answer } from '../../api/call.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { PageSkeleton } from '../../feedback/skeletons.tsx';
import { useSending } from '../../form/use-sending.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffCall, useStaffQuery } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { DIRECTORY_PATH, filterParameters, viewFrom } from '../members/directory/view.ts';
import { useKeptDraft } from '../shared/kept-draft.ts';
import { RefusedPage } from '../shared/refused-page.tsx';
import { AudienceSection } from './audience-section.tsx';
import { MailPreview } from './mail-preview.tsx';
import { MAILINGS_PATH } from './paths.ts';
import { TextFields } from './text-fields.tsx';

const Typed = z.object({ subject: z.string(), body: z.string() });
const Draft = z.object({ fr: Typed, en: Typed });
const NOTHING: z.infer<typeof Draft> = { fr: { subject: '', body: '' }, en: { subject: '', body: '' } };

/** A message to the members that the filters of the address mean: written, seen as they will see it, and sent. */
export default function NewMailingPage() {
  const { t } = useTranslation('staff');
  const { filter } = viewFrom(useSearch());
  const audience = useStaffQuery('PreviewMailing', { query: filterParameters(filter) });
  if (audience.data !== undefined) return <Loaded filter={filter} audience={audience.data} />;
  if (audience.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('mailing.title')}
      error={audience.error}
      onRetry={() => void audience.refetch()}
      retrying={audience.isRefetching}
    />
  );
}

type Props = { filter: z.input<typeof MailingForm>['filter']; audience: Answer<'PreviewMailing'> };

const Loaded = ({ filter, audience }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const [texts, setTexts, forget] = useKeptDraft('mailing', Draft, NOTHING);
  const [asking, setAsking] = useState(false);
  const sending = useSending({
    schema: MailingForm,
    send: (body, idempotencyKey) => call('StartMailing', { body, idempotencyKey }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      navigate(MAILINGS_PATH);
    },
  });
  const body = { filter, texts };
  const count = formatNumber(audience.recipients, language);
  return (
    <Page
      width="wide"
      title={t('mailing.title')}
      lead={
        <>
          {t('mailing.lead')}
          <br />
          <Anchor component={Link} href={DIRECTORY_PATH}>
            <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('members.back')}
          </Anchor>
        </>
      }
    >
      <form
        ref={sending.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What is wrong is said beside its field; only what may leave is asked about.
          if (MailingForm.safeParse(body).success) setAsking(true);
          else sending.submit(body)();
        }}
      >
        <div className={own.columns}>
          <div className={own.main}>
            {(['fr', 'en'] as const).map((one) => (
              <TextFields
                key={one}
                language={one}
                text={texts[one]}
                sending={sending}
                onChange={(text) => setTexts({ ...texts, [one]: text })}
              />
            ))}
            <MailPreview texts={texts} samples={audience.samples} />
          </div>
          <div className={own.side}>
            <AudienceSection audience={audience}>
              {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
              <Button type="submit" fullWidth disabled={audience.recipients === 0} loading={sending.pending}>
                {t('mailing.send', { count: audience.recipients, members: count })}
              </Button>
            </AudienceSection>
          </div>
        </div>
      </form>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('mailing.sure')}
        closeButtonProps={{ 'aria-label': t('treasury.cancel') }}
      >
        <Stack>
          <Text>{t('mailing.sureText', { count: audience.recipients, members: count })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('treasury.cancel')}
            </Button>
            <Button
              loading={sending.pending}
              onClick={() => {
                setAsking(false);
                sending.submit(body)();
              }}
            >
              {t('mailing.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Page>
  );
};
