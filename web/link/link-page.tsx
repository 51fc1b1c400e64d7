import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import { LinkRequestBody } from '../../domain/contract/routes.ts';
import { messageOf } from '../../domain/text/field-errors.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { Page } from '../layout/page.tsx';

/** A new private link, sent to the address of the application. The answer is the same whether there is one or not. */
const LinkPage = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query] = useSearchParams();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(LinkRequestBody),
    defaultValues: { siren: formatCompanyNumber(query.get('siren') ?? ''), email: '' },
  });
  const request = useMutation({
    mutationFn: (body: typeof LinkRequestBody._output) => call('RequestLink', { body }),
  });
  const { errors } = formState;
  const sentence = (code: string | undefined): string | undefined =>
    code === undefined ? undefined : messageOf(code, undefined, language);

  return (
    <Page title={t('link.title')} lead={t('link.lead')}>
      <form noValidate onSubmit={(event) => void handleSubmit((body) => request.mutate(body))(event)}>
        <Stack gap="lg">
          <TextInput
            {...register('siren')}
            label={t('field.company.siren')}
            description={t('form.company.sirenHint')}
            error={sentence(errors.siren?.message)}
            inputMode="numeric"
            autoComplete="off"
            aria-required
          />
          <TextInput
            {...register('email')}
            type="email"
            label={t('field.contact.email')}
            description={t('link.emailHint')}
            error={sentence(errors.email?.message)}
            autoComplete="email"
            aria-required
          />
          {request.isError ? <FailureAlert error={request.error} /> : null}
          <div>
            <Button type="submit" loading={request.isPending}>
              {t('link.send')}
            </Button>
          </div>
        </Stack>
      </form>
      <div role="status">
        {request.isSuccess ? (
          <Alert
            role="note"
            color="green"
            mt="lg"
            icon={<IconMailForward aria-hidden="true" />}
            title={t('link.sent.title')}
          >
            <Text>{t('link.sent.text')}</Text>
          </Alert>
        ) : null}
      </div>
    </Page>
  );
};

export default LinkPage;
