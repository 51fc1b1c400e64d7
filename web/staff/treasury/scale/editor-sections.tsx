import { NativeSelect, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '../../../../domain/company/category.ts';
import { VAT_REGIMES } from '../../../../domain/dues/policy.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import classes from './scale.module.css';

/** What each part of the editor needs. */
export type PartProps = {
  draft: PolicyDraft;
  errorAt: (path: string) => string | undefined;
  change: (part: Partial<PolicyDraft>) => void;
};

/** The name of the version and its first day. */
export const BasicsSection = ({ draft, errorAt, change }: PartProps) => {
  const { t } = useTranslation('staff');
  return (
    <Section title={t('scale.new.basics')}>
      <div className={classes.fields}>
        <TextInput
          label={t('scale.new.version')}
          description={t('scale.new.versionHint')}
          maxLength={40}
          value={draft.version}
          error={errorAt('version')}
          onChange={(event) => change({ version: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('scale.new.firstDay')}
          description={t('scale.new.firstDayHint')}
          value={draft.from}
          error={errorAt('from')}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
};

/** Flat amounts, reductions, the minimum and VAT. */
export const ReductionsSection = ({ draft, errorAt, change }: PartProps) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const { flat, newCompany, midYear } = draft;
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, index)),
  }));
  return (
    <Section title={t('scale.new.particular')}>
      <Stack gap="lg">
        <fieldset className={classes.group}>
          <legend>{t('scale.new.flat')}</legend>
          <div className={classes.fields}>
            {CATEGORIES.map((category) => (
              <TextInput
                key={category}
                label={shared(`category.${category}.name`)}
                placeholder={t('scale.new.byBand')}
                inputMode="decimal"
                rightSection="€"
                value={flat[category]}
                error={errorAt(`flat.${category}`)}
                onChange={(event) => change({ flat: { ...flat, [category]: event.currentTarget.value } })}
              />
            ))}
          </div>
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('scale.new.reductions')}</legend>
          <Switch
            label={t('scale.newCompany.title')}
            checked={newCompany.on}
            onChange={(event) => change({ newCompany: { ...newCompany, on: event.currentTarget.checked } })}
          />
          {newCompany.on ? (
            <div className={classes.fields}>
              <TextInput
                label={t('scale.newCompany.years')}
                inputMode="numeric"
                value={newCompany.underYears}
                error={errorAt('reductions.newCompany.underYears')}
                onChange={(event) => change({ newCompany: { ...newCompany, underYears: event.currentTarget.value } })}
              />
              <TextInput
                label={t('scale.new.percent')}
                inputMode="numeric"
                rightSection="%"
                value={newCompany.percent}
                error={errorAt('reductions.newCompany.percent')}
                onChange={(event) => change({ newCompany: { ...newCompany, percent: event.currentTarget.value } })}
              />
            </div>
          ) : null}
          <Switch
            label={t('scale.midYear.title')}
            checked={midYear.on}
            onChange={(event) => change({ midYear: { ...midYear, on: event.currentTarget.checked } })}
          />
          {midYear.on ? (
            <div className={classes.fields}>
              <TextInput
                label={t('scale.midYear.day')}
                inputMode="numeric"
                value={midYear.day}
                error={errorAt('reductions.midYear.from')}
                onChange={(event) => change({ midYear: { ...midYear, day: event.currentTarget.value } })}
              />
              <NativeSelect
                label={t('scale.midYear.month')}
                value={midYear.month}
                data={months}
                onChange={(event) => change({ midYear: { ...midYear, month: event.currentTarget.value } })}
              />
              <TextInput
                label={t('scale.new.percent')}
                inputMode="numeric"
                rightSection="%"
                value={midYear.percent}
                error={errorAt('reductions.midYear.percent')}
                onChange={(event) => change({ midYear: { ...midYear, percent: event.currentTarget.value } })}
              />
            </div>
          ) : null}
        </fieldset>
        <div className={classes.fields}>
          <TextInput
            label={t('scale.minimum')}
            description={t('scale.new.minimumHint')}
            inputMode="decimal"
            rightSection="€"
            value={draft.minimum}
            error={errorAt('minimumCents')}
            onChange={(event) => change({ minimum: event.currentTarget.value })}
          />
        </div>
        <Radio.Group
          label={t('scale.vat')}
          description={t('scale.new.vatHint')}
          value={draft.vatRegime}
          error={errorAt('vatRegime')}
          onChange={(value) => change({ vatRegime: VAT_REGIMES.find((regime) => regime === value) ?? draft.vatRegime })}
        >
          <Stack gap="xs" mt={4}>
            {VAT_REGIMES.map((regime) => (
              <Radio key={regime} value={regime} label={t(`vat.${regime}`)} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  );
};

const TERMS = ['dueDays', 'reminders', 'formalNotice', 'unpaid', 'penaltyRate'] as const;
const TERM_PATHS: Record<(typeof TERMS)[number], string> = {
  dueDays: 'terms.dueDays',
  reminders: 'terms.reminders',
  formalNotice: 'terms.formalNotice',
  unpaid: 'terms.unpaid',
  penaltyRate: 'terms.penaltyRateBasisPoints',
};

/** When an invoice falls due, and what follows when it is not paid. */
export const TermsSection = ({ draft, errorAt, change }: PartProps) => {
  const { t } = useTranslation('staff');
  const { terms } = draft;
  const reminders = terms.reminders.split(/[,;]/).map((_, index) => errorAt(`terms.reminders.${index}`));
  return (
    <Section title={t('scale.new.terms')}>
      <div className={classes.fields}>
        {TERMS.map((term) => (
          <TextInput
            key={term}
            label={t(`scale.new.term.${term}.label`)}
            description={t(`scale.new.term.${term}.hint`)}
            value={terms[term]}
            error={
              errorAt(TERM_PATHS[term]) ??
              (term === 'reminders' ? reminders.find((message) => message !== undefined) : undefined)
            }
            onChange={(event) => change({ terms: { ...terms, [term]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </Section>
  );
};

const SELLER = ['legalName', 'siren', 'vatNumber', 'street', 'postcode', 'city', 'email', 'iban', 'bic'] as const;

/** Who issues the invoices and is paid. */
export const SellerSection = ({ draft, errorAt, change }: PartProps) => {
  const { t } = useTranslation('staff');
  const { seller } = draft;
  return (
    <Section title={t('scale.seller.title')}>
      <div className={classes.fields}>
        {SELLER.map((field) => (
          <TextInput
            key={field}
            label={t(`scale.seller.${field}`)}
            value={seller[field]}
            error={errorAt(`seller.${field}`)}
            onChange={(event) => change({ seller: { ...seller, [field]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </Section>
  );
};
