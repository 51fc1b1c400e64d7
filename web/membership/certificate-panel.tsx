import { Button, Group, Title } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LinkMember } from '../../domain/contract/link-member-routes.ts';
import { hasLeft } from '../../domain/member/status.ts';
import { download } from '../api/download.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { formatDate } from '../format/dates.ts';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './membership.module.css';

/** The certificate of membership in either language; why there is none, when there is none. */
export const CertificatePanel = ({ token, member }: { token: string; member: LinkMember }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { certified, period, number } = member;
  const file = useMutation({
    mutationFn: (of: Language) =>
      download('GetLinkCertificate', { link: token, query: { language: of } }, `attestation-${number}.pdf`),
  });
  return (
    <section className={classes.certificate} data-certified={certified}>
      <Title order={2} size="h3">
        {t('membership.certificate.title')}
      </Title>
      <p>
        {certified
          ? t('membership.certificate.text', { to: formatDate(period.to, language) })
          : t(hasLeft(member.status) ? 'membership.certificate.left' : 'membership.certificate.none')}
      </p>
      {certified && (
        <Group gap="sm">
          {LANGUAGES.map((of) => (
            <Button
              key={of}
              color="ochre.4"
              autoContrast
              leftSection={<IconCertificate size={18} aria-hidden="true" />}
              loading={file.isPending && file.variables === of}
              onClick={() => file.mutate(of)}
            >
              {t(`membership.certificate.${of}`)}
            </Button>
          ))}
        </Group>
      )}
      <span role="status" className={classes.unseen}>
        {file.isSuccess ? t('membership.certificate.done') : ''}
      </span>
      {file.isError ? <FailureAlert error={file.error} /> : null}
    </section>
  );
};
