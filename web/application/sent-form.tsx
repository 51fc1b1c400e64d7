import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { formatDate, formatDay } from '../format/dates.ts';
import { formatEuros, formatNumber } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from '../layout/facts.tsx';
import classes from './application.module.css';

/** What was sent, folded away. */
export const SentForm = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { company, establishment, contact, figures } = application.form;
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t('application.form.title')}
      </Title>
      <p className={classes.small}>
        {t('application.form.sentOn', { day: formatDay(application.submittedAt, language) })}
      </p>
      <details className={classes.details}>
        <summary>{t('application.form.see')}</summary>
        <Facts
          narrow
          rows={[
            [t('field.company.siren'), formatCompanyNumber(company.siren)],
            [t('field.company.category'), t(`category.${company.category}.name`)],
            [t('field.company.foundedOn'), formatDate(company.foundedOn, language)],
            [t('field.company.activity.code'), company.activity.code],
            [t('field.establishment.street'), establishment.street],
            [t('field.establishment.communeCode'), `${establishment.postcode} ${application.commune.name}`],
            [t('form.contact.name'), `${contact.firstName} ${contact.lastName}`],
            [t('field.contact.email'), contact.email],
            [t('field.contact.phone'), contact.phone],
            ...figures.map(
              ({ year, employees, turnover }) =>
                [
                  String(year),
                  t('application.form.figures', {
                    count: employees,
                    employees: formatNumber(employees, language),
                    turnover: formatEuros(turnover, language),
                  }),
                ] as const,
            ),
          ]}
        />
      </details>
    </section>
  );
};
