import { Checkbox, SegmentedControl, Slider, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type CriterionName, CriterionRole, type GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { WholeNumberInput } from '../../../form/whole-number-input.tsx';
import { criterionTitle } from '../../../growth/criterion-title.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { STRICT, THRESHOLDS, type ThresholdField } from './fields.ts';
import classes from './policy.module.css';
import { type CriterionDraft, type PolicyDraft, textOf, unitsOf } from './policy-draft.ts';

const UNITS = { percent: '%', ratio: '×', euros: '€', count: '', years: '' } as const;

/** One criterion: what it decides, and its thresholds, the main one in sight. */
export const CriterionEditor = ({
  name,
  value,
  before,
  errorAt,
  onChange,
}: {
  name: CriterionName;
  value: CriterionDraft;
  before: GrowthPolicy;
  errorAt: (path: string) => string | undefined;
  onChange: (value: CriterionDraft) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const title = useId();
  const [main, ...others] = THRESHOLDS[name];
  const off = value.role === 'off';
  const field = (one: ThresholdField) => (
    <Threshold
      key={one.name}
      criterion={criterionTitle(name, language)}
      field={one}
      text={value.thresholds[one.name] ?? ''}
      before={before.criteria[name]}
      error={errorAt(one.name)}
      onChange={(text) => onChange({ ...value, thresholds: { ...value.thresholds, [one.name]: text } })}
    />
  );
  return (
    <section className={classes.criterion} data-off={off} aria-labelledby={title}>
      <div className={classes.criterionHead}>
        <h3 id={title} className={classes.criterionTitle}>
          {criterionTitle(name, language)}
        </h3>
        <SegmentedControl
          size="xs"
          aria-label={t('growth.policy.roleOf', { name: criterionTitle(name, language) })}
          value={value.role}
          onChange={(role) => onChange({ ...value, role: CriterionRole.parse(role) })}
          data={CriterionRole.options.map((role) => ({ value: role, label: t(`growth.policy.role.${role}`) }))}
        />
      </div>
      {off ? null : (
        <>
          {main === undefined ? null : field(main)}
          {STRICT.includes(name) ? (
            <Checkbox
              label={t('growth.policy.strict')}
              checked={value.strict}
              onChange={(event) => onChange({ ...value, strict: event.currentTarget.checked })}
            />
          ) : null}
          {others.length === 0 ? null : (
            <details className={classes.more} open={others.some((one) => errorAt(one.name) !== undefined) || undefined}>
              <summary>{t('growth.policy.more', { count: others.length })}</summary>
              <div className={classes.fields}>{others.map(field)}</div>
            </details>
          )}
        </>
      )}
    </section>
  );
};

/** A threshold that is moved with a slider or typed; what stands in the version in force is said beside it. */
const Threshold = ({
  criterion,
  field: { name, kind, slider },
  text,
  before,
  error,
  onChange,
}: {
  criterion: string;
  field: ThresholdField;
  text: string;
  before: Record<string, unknown>;
  error: string | undefined;
  onChange: (text: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [least, most, step] = slider;
  const units = unitsOf(text) ?? least;
  const stood = textOf(before[name], kind, language);
  const label = t(`growth.threshold.${name}`);
  const named = t('growth.policy.field', { criterion, name: label });
  const moved = unitsOf(stood) !== unitsOf(text);
  const shown = kind === 'euros' ? Number(stood).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB') : stood;
  return (
    <div className={classes.threshold} data-moved={moved}>
      {kind === 'percent' || kind === 'ratio' ? (
        <TextInput
          label={label}
          aria-label={named}
          inputMode="decimal"
          autoComplete="off"
          rightSection={UNITS[kind]}
          value={text}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <WholeNumberInput
          label={label}
          name={named}
          unit={UNITS[kind] === '' ? undefined : UNITS[kind]}
          value={text}
          error={error}
          onChange={onChange}
        />
      )}
      <div className={classes.slider}>
        <Slider
          min={least}
          max={most}
          step={step}
          value={Math.min(most, Math.max(least, units))}
          label={null}
          thumbLabel={t('growth.policy.slide', { criterion, name: label })}
          onChange={(value) => {
            const rounded = String(Math.round(value * 10) / 10);
            onChange(language === 'fr' ? rounded.replace('.', ',') : rounded);
          }}
        />
        <p className={classes.stood}>
          {t('growth.policy.stood', { value: UNITS[kind] === '' ? shown : `${shown} ${UNITS[kind]}` })}
        </p>
      </div>
    </div>
  );
};

/** What holds for every criterion: over how many years, and how old figures may be. */
export const GeneralEditor = ({
  draft,
  errorAt,
  onChange,
}: {
  draft: PolicyDraft;
  errorAt: (path: string) => string | undefined;
  onChange: (part: Partial<PolicyDraft>) => void;
}) => {
  const { t } = useTranslation('staff');
  const title = useId();
  return (
    <section className={classes.criterion} aria-labelledby={title}>
      <h3 id={title} className={classes.criterionTitle}>
        {t('growth.policy.general')}
      </h3>
      <div className={classes.pair}>
        <TextInput
          label={t('growth.policy.spanLabel')}
          description={t('growth.policy.spanHelp')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.span}
          error={errorAt('span')}
          onChange={(event) => onChange({ span: event.currentTarget.value })}
        />
        <TextInput
          label={t('growth.policy.freshnessLabel')}
          description={t('growth.policy.freshnessHelp')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.freshness}
          error={errorAt('freshness')}
          onChange={(event) => onChange({ freshness: event.currentTarget.value })}
        />
      </div>
    </section>
  );
};
