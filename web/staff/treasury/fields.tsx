import { Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FreeText } from '../../form/free-text.tsx';
import { formatCents, parseCents } from '../../format/money.ts';
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Why something is done: for the accounts, and for whoever looks at them later. */
export const ReasonField = ({
  label,
  description,
  value,
  error,
  onChange,
}: {
  label?: string;
  description: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) => {
  const { t } = useTranslation('staff');
  return (
    <FreeText
      label={label ?? t('treasury.reason')}
      description={description}
      value={value}
      error={error}
      aria-required
      onType={onChange}
    />
  );
};

/** An amount of euros, as it is typed. */
export const AmountField = ({
  label,
  description,
  value,
  error,
  required = true,
  onChange,
}: {
  label: string;
  description?: string;
  value: string;
  error: string | undefined;
  required?: boolean;
  onChange: (value: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const unreadable = Number.isNaN(parseCents(value, language));
  return (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      autoComplete="off"
      rightSection="€"
      value={value}
      error={unreadable && error !== undefined ? t('treasury.amountFormat') : error}
      aria-required={required}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

/** The whole of an amount, or a part that is typed. */
export type Share = { whole: boolean; amount: string };
export const WHOLE: Share = { whole: true, amount: '' };

/** An amount as the API takes it; what was not typed or cannot be read is left for its schema to refuse. */
export const typedAmount = (amount: string, language: Language): number | undefined =>
  parseCents(amount, language) ?? undefined;

/** The same of a share: null stands for the whole. */
export const centsOf = ({ whole, amount }: Share, language: Language): number | null | undefined =>
  whole ? null : typedAmount(amount, language);

/** Chooses between the whole of what is left and a part of it. @param cents the whole */
export const ShareField = ({
  label,
  cents,
  value,
  error,
  onChange,
}: {
  label: string;
  cents: number;
  value: Share;
  error: string | undefined;
  onChange: (value: Share) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        value={value.whole ? 'whole' : 'part'}
        onChange={(choice) => onChange({ ...value, whole: choice === 'whole' })}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="whole" label={t('treasury.share.whole', { amount: formatCents(cents, language) })} />
          <Radio value="part" label={t('treasury.share.part')} />
        </Stack>
      </Radio.Group>
      {value.whole ? null : (
        <AmountField
          label={t('treasury.amount')}
          description={t('treasury.share.most', { amount: formatCents(cents, language) })}
          value={value.amount}
          error={error}
          onChange={(amount) => onChange({ ...value, amount })}
        />
      )}
    </Stack>
  );
};
