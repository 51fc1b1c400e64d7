import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CRITERION_NAMES, type GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';

/** Every published version, the latest first, and the one in force. None is ever changed. */
export const VersionsSection = ({ policies, current }: { policies: readonly GrowthPolicy[]; current: string }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const inForce = policies.find(({ version }) => version === current)?.from ?? '';
  return (
    <Section title={t('growth.policy.versions')}>
      <DataTable
        inset
        caption={t('growth.policy.versions')}
        head={
          <>
            <th scope="col">{t('growth.policy.version')}</th>
            <th scope="col">{t('growth.policy.from')}</th>
            <th scope="col">{t('growth.policy.span')}</th>
            <th scope="col">{t('growth.policy.decisive')}</th>
          </>
        }
      >
        {[...policies].reverse().map(({ version, from, span, criteria }) => (
          <tr key={version}>
            <th scope="row">
              <strong>{version}</strong>{' '}
              {version === current ? (
                <Badge size="lg" variant="light" color="green">
                  {t('growth.policy.current')}
                </Badge>
              ) : from > inForce ? (
                <Badge size="lg" variant="light" color="ochre">
                  {t('growth.policy.coming')}
                </Badge>
              ) : null}
            </th>
            <td data-label={t('growth.policy.from')}>{formatDate(from, language)}</td>
            <td data-label={t('growth.policy.span')} className={table.number}>
              {t('growth.policy.years', { count: span })}
            </td>
            <td data-label={t('growth.policy.decisive')} className={table.number}>
              {CRITERION_NAMES.filter((name) => criteria[name].role === 'decisive').length} / {CRITERION_NAMES.length}
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
};
