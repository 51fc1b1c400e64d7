import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '../../domain/company/category.ts';
import { Siren } from '../../domain/company/identity.ts';
import { NOMENCLATURE_NAMES } from '../../domain/company/nomenclature.ts';
import { todayInParis } from '../format/dates.ts';
import { Contact } from '../settings/contact.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CompanyNumberField } from './company-number-field.tsx';
import { tidyActivityCode, tidyWebsite } from './draft.ts';
import classes from './form.module.css';
import { TextField } from './text-field.tsx';

const isSiren = (digits: string): boolean => Siren.safeParse(digits).success;

/** @param sirenFixed true in a correction: the SIREN of an application does not change */
export const CompanySection = ({ sirenFixed = false }: { sirenFixed?: boolean }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <CompanyNumberField
        path="company.siren"
        length={9}
        isValid={isSiren}
        found={t('form.company.sirenRight')}
        description={sirenFixed ? t('form.company.sirenFixed') : t('form.company.sirenHint')}
        readOnly={sirenFixed}
      />
      {sirenFixed ? null : (
        <details className={classes.hint}>
          <summary>{t('form.foreign.title')}</summary>
          <p>{t('form.foreign.branch')}</p>
          <p>
            {t('form.foreign.none')} <Contact />
          </p>
        </details>
      )}
      <TextField path="company.legalName" description={t('form.company.legalNameHint')} autoComplete="organization" />
      <ChoiceField
        path="company.category"
        choices={CATEGORIES.map((value) => ({
          value,
          name: t(`category.${value}.name`),
          text: t(`category.${value}.text`),
        }))}
      />
      <div className={classes.pair}>
        <TextField path="company.foundedOn" type="date" max={todayInParis()} />
        <TextField path="company.website" optional inputMode="url" autoComplete="url" tidy={tidyWebsite} />
      </div>
      <div className={classes.pair}>
        <TextField
          path="company.activity.code"
          description={t('form.company.activityHint')}
          autoComplete="off"
          spellCheck={false}
          tidy={tidyActivityCode}
        />
        <ChoiceField
          path="company.activity.nomenclature"
          description={t('form.company.nomenclatureHint')}
          choices={NOMENCLATURE_NAMES.map((value) => ({ value, name: t(`form.company.nomenclature.${value}`) }))}
          columns
        />
      </div>
    </Stack>
  );
};
