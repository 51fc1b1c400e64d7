import { useTranslation } from 'react-i18next';
import type { DossierRights } from '../../../domain/contract/rights-routes.ts';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';

/** Who among staff opened what of a dossier, the latest first. */
export const AccessSection = ({ access }: { access: DossierRights['access'] }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section title={t('rightsPage.access')}>
      {access.length === 0 ? (
        <EmptyState order={3} title={t('rightsPage.noAccess')} />
      ) : (
        <DataTable
          inset
          caption={t('rightsPage.access')}
          head={
            <>
              <th scope="col">{t('rightsPage.who')}</th>
              <th scope="col">{t('rightsPage.opened')}</th>
              <th scope="col">{t('rightsPage.when')}</th>
            </>
          }
        >
          {access.map(({ at, by, opened }) => (
            <tr key={`${at}${by.id}${opened}`}>
              <th scope="row">{by.name}</th>
              <td className={table.short} data-label={t('rightsPage.opened')}>
                {t(`rightsPage.part.${opened}`)}
              </td>
              <td className={table.short} data-label={t('rightsPage.when')}>
                <time dateTime={at}>{formatMoment(at, language)}</time>
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
};
