import { Button, Group } from '@mantine/core';
import { IconDownload, IconFileCode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/download.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import classes from './dues-section.module.css';

/** The document for people and the one for machines. */
export const Documents = ({ token, number, name }: { token: string; number: string; name: string }) => {
  const { t } = useTranslation();
  const params = { number };
  const pdf = useMutation({
    mutationFn: () => download('GetLinkInvoicePdf', { params, link: token }, `${number}.pdf`),
  });
  const xml = useMutation({
    mutationFn: () => download('GetLinkInvoiceXml', { params, link: token }, `${number}.xml`),
  });
  return (
    <div className={classes.documents}>
      <Group gap="sm">
        <Button
          variant="outline"
          size="sm"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          aria-label={t('dues.invoice.pdfOf', { name })}
          loading={pdf.isPending}
          onClick={() => pdf.mutate()}
        >
          {t('dues.invoice.pdf')}
        </Button>
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconFileCode size={18} aria-hidden="true" />}
          aria-label={t('dues.invoice.xmlOf', { name })}
          loading={xml.isPending}
          onClick={() => xml.mutate()}
        >
          {t('dues.invoice.xml')}
        </Button>
        <span role="status" className={classes.unseen}>
          {pdf.isSuccess || xml.isSuccess ? t('dues.invoice.downloaded') : ''}
        </span>
      </Group>
      {[pdf, xml].map((file, index) =>
        file.isError ? (
          <FailureAlert
            // biome-ignore lint/suspicious/noArrayIndexKey: two documents, always in this order.
            key={index}
            error={file.error}
            onRetry={() => file.mutate()}
            retrying={file.isPending}
          />
        ) : null,
      )}
    </div>
  );
};
