import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import { download } from '../../../api/download.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useAsMyself } from '../../api/use-staff-call.ts';
import classes from './directory.module.css';
import { listQuery } from './view.ts';

/** Takes away the members of a view, with its columns and in its order. */
export const ExportButtons = ({ view }: { view: DirectoryView }) => {
  const { t } = useTranslation('staff');
  const asMyself = useAsMyself();
  const file = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => {
      // The API parses a query of texts; columns are one text there, and a list once parsed.
      const query = { ...listQuery(view), format, columns: view.columns.join(',') };
      return asMyself((bearer) => download('ExportMembers', { query, bearer }, `members.${format}`));
    },
  });
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
          loading={file.isPending && file.variables === format}
          disabled={file.isPending && file.variables !== format}
          onClick={() => file.mutate(format)}
        >
          {t(`directory.export.${format}`)}
        </Button>
      ))}
      <span role="status" className={classes.said}>
        {file.isSuccess ? t('directory.exported') : ''}
      </span>
      {file.isError ? (
        <FailureAlert
          error={file.error}
          onRetry={() => file.variables !== undefined && file.mutate(file.variables)}
          retrying={file.isPending}
        />
      ) : null}
    </>
  );
};
