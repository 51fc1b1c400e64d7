import { Button } from '@mantine/core';
import { IconDownload, IconFileCode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useAsMyself } from '../../api/use-staff-call.ts';

/** The document for people and the one for machines. */
export const InvoiceDocuments = ({ number }: { number: string }) => {
  const { t } = useTranslation('staff');
  const asMyself = useAsMyself();
  const params = { number };
  const pdf = useMutation({
    mutationFn: () => asMyself((bearer) => download('GetInvoicePdf', { params, bearer }, `${number}.pdf`)),
  });
  const xml = useMutation({
    mutationFn: () => asMyself((bearer) => download('GetInvoiceXml', { params, bearer }, `${number}.xml`)),
  });
  const failed = [pdf, xml].find((file) => file.isError);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden="true" />}
        loading={pdf.isPending}
        onClick={() => pdf.mutate()}
      >
        {t('invoice.pdf')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileCode size={18} aria-hidden="true" />}
        loading={xml.isPending}
        onClick={() => xml.mutate()}
      >
        {t('invoice.xml')}
      </Button>
      {failed === undefined ? null : (
        <FailureAlert error={failed.error} onRetry={() => failed.mutate()} retrying={failed.isPending} />
      )}
    </>
  );
};
