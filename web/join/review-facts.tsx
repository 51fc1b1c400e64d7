import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../domain/company/identity.ts';
import { type Draft, tidyActivityCode } from '../form/draft.ts';
import type { FieldName } from '../form/field-names.ts';
import { formatDate, isDate } from '../format/dates.ts';
import { formatEuros, formatNumber, parseWholeNumber } from '../format/numbers.ts';
import { LANGUAGE_NAMES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from '../layout/facts.tsx';
import classes from './join.module.css';
import { ReviewSection } from './review-section.tsx';

/** What was typed, section by section. */
export const ReviewFacts = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { getValues } = useFormContext<Draft>();
  const { company, establishment, commune, contact, preferredAntenna, growthProgramme, charter } = getValues();
  const label = (name: FieldName): string => t(`field.${name}`);
  return (
    <>
      <ReviewSection section="company">
        <Facts
          rows={[
            [label('company.siren'), formatCompanyNumber(company.siren)],
            [label('company.legalName'), company.legalName],
            [label('company.category'), company.category === '' ? '' : t(`category.${company.category}.name`)],
            [label('company.foundedOn'), isDate(company.foundedOn) ? formatDate(company.foundedOn, language) : ''],
            [
              label('company.activity.code'),
              `${tidyActivityCode(company.activity.code)} (${t(`form.company.nomenclature.${company.activity.nomenclature}`)})`,
            ],
            [label('company.website'), company.website],
          ]}
        />
      </ReviewSection>
      <ReviewSection section="establishment">
        <Facts
          rows={[
            [label('establishment.street'), establishment.street],
            [label('establishment.communeCode'), `${establishment.postcode} ${commune?.name ?? ''}`],
            [label('establishment.siret'), formatCompanyNumber(establishment.siret)],
          ]}
        />
      </ReviewSection>
      <ReviewSection section="contact">
        <Facts
          rows={[
            [t('form.contact.name'), `${contact.firstName} ${contact.lastName}`],
            [label('contact.role'), contact.role],
            [label('contact.email'), contact.email],
            [label('contact.phone'), contact.phone],
            [label('contact.language'), LANGUAGE_NAMES[contact.language]],
          ]}
        />
      </ReviewSection>
      <ReviewSection section="figures">
        <FiguresTable />
      </ReviewSection>
      <ReviewSection section="antenna">
        <Facts
          rows={[
            [
              label('preferredAntenna'),
              preferredAntenna === '' ? t('form.antenna.noPreference') : ANTENNA_NAMES[preferredAntenna],
            ],
            [t('form.antenna.growth'), growthProgramme ? t('form.yes') : t('form.no')],
          ]}
        />
      </ReviewSection>
      <ReviewSection section="charter">
        <Facts
          rows={[
            [
              t('form.charter.text'),
              charter.accepted ? t('form.charter.acceptedVersion', { version: charter.version }) : t('form.no'),
            ],
          ]}
        />
      </ReviewSection>
    </>
  );
};

const FiguresTable = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { getValues } = useFormContext<Draft>();
  const shown = (typed: string, format: typeof formatNumber): string => {
    const number = parseWholeNumber(typed, language);
    return number === null || Number.isNaN(number) ? typed || '—' : format(number, language);
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('field.figures.year')}</th>
          <th scope="col">{t('field.figures.employees')}</th>
          <th scope="col">{t('field.figures.turnover')}</th>
        </tr>
      </thead>
      <tbody>
        {getValues('figures').map(({ year, employees, turnover }, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows stand still here, and two may say the same.
          <tr key={row}>
            <td>{year || '—'}</td>
            <td>{shown(employees, formatNumber)}</td>
            <td>{shown(turnover, formatEuros)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
