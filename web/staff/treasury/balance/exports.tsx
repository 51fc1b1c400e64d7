import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/download.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useAsMyself } from '../../api/use-staff-call.ts';
import { Section } from '../../shared/section.tsx';
import treasury from '../treasury.module.css';
import classes from './balance.module.css';

/** The first year of the cluster's own accounts. */
const FIRST_YEAR = 2017;
const EXTENSIONS = { fec: 'txt', csv: 'csv' } as const;

/** The journal of a year as files. @param today ISO 8601 date */
export const Exports = ({ today }: { today: string }) => {
  const { t } = useTranslation('staff');
  const asMyself = useAsMyself();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => thisYear - index);
  const file = useMutation({
    mutationFn: (format: 'fec' | 'csv') =>
      asMyself((bearer) =>
        download('ExportLedger', { query: { format, year }, bearer }, `${format}-${year}.${EXTENSIONS[format]}`),
      ),
  });
  return (
    <Section title={t('exports.title')}>
      <p className={treasury.muted}>{t('exports.text')}</p>
      <div className={classes.exports}>
        <NativeSelect
          label={t('exports.year')}
          value={String(year)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
          data={years.map(String)}
        />
        {(['fec', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="outline"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
            loading={file.isPending && file.variables === format}
            disabled={file.isPending && file.variables !== format}
            onClick={() => file.mutate(format)}
          >
            {t(`exports.${format}`)}
          </Button>
        ))}
        <span role="status">{file.isSuccess ? t('exports.done') : ''}</span>
      </div>
      {file.isError ? (
        <FailureAlert
          error={file.error}
          onRetry={() => file.variables !== undefined && file.mutate(file.variables)}
          retrying={file.isPending}
        />
      ) : null}
    </Section>
  );
};
