import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { YearlyFigures } from '../../../domain/application/form.ts';
import { formatEuros, formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';
import classes from '../table/table.module.css';

type Props = { figures: readonly YearlyFigures[]; growthProgramme: boolean };

/** Headcount and turnover year by year, the latest first. */
export const FiguresSection = ({ figures, growthProgramme }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section title={t('application.figures')}>
      <DataTable
        inset
        caption={t('application.figures')}
        head={
          <>
            <th scope="col">{t('application.year')}</th>
            <th scope="col" className={classes.right}>
              {t('application.employees')}
            </th>
            <th scope="col" className={classes.right}>
              {t('application.turnover')}
            </th>
          </>
        }
      >
        {[...figures]
          .sort((a, b) => b.year - a.year)
          .map(({ year, employees, turnover }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td data-label={t('application.employees')} className={`${classes.number} ${classes.right}`}>
                {formatNumber(employees, language)}
              </td>
              <td data-label={t('application.turnover')} className={`${classes.number} ${classes.right}`}>
                {formatEuros(turnover, language)}
              </td>
            </tr>
          ))}
      </DataTable>
      <Text mt="sm">
        {t('application.growth')}
        {language === 'fr' ? ' : ' : ': '}
        {growthProgramme ? t('application.growthYes') : t('application.growthNo')}
      </Text>
    </Section>
  );
};
