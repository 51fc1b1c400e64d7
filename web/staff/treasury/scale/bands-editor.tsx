import { ActionIcon, Button, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ScaleBasis } from '../../../../domain/dues/policy.ts';
import { parseWholeNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import type { PartProps } from './editor-sections.tsx';
import classes from './scale.module.css';

const MOST = 30;

/** The bands as rows to type in; gaps and overlaps are said beside the number that makes them. */
export const BandsEditor = ({ draft, errorAt, change }: PartProps) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { bands, basis } = draft;
  const focusRow = useRef<number | null>(null);
  const rows = useRef<HTMLDivElement>(null);

  // The row that was just added, or the one before the row that went away, takes the focus: it is never lost.
  useEffect(() => {
    if (focusRow.current === null) return;
    rows.current?.children[focusRow.current]?.querySelector('input')?.focus();
    focusRow.current = null;
  });

  const set = (row: number, part: Partial<(typeof bands)[number]>): void =>
    change({ bands: bands.map((band, index) => (index === row ? { ...band, ...part } : band)) });
  const add = (): void => {
    const end = parseWholeNumber(bands.at(-1)?.to ?? '', language);
    const from = end === null || Number.isNaN(end) ? '' : String(end + 1);
    focusRow.current = bands.length;
    change({ bands: [...bands, { from, to: '', amount: '' }] });
  };
  const remove = (row: number): void => {
    focusRow.current = Math.max(0, row - 1);
    change({ bands: bands.filter((_, index) => index !== row) });
  };

  return (
    <Section title={t('scale.bands')}>
      <Stack>
        <Radio.Group
          label={t('scale.new.basis')}
          value={basis}
          onChange={(value) => change({ basis: ScaleBasis.options.find((option) => option === value) ?? basis })}
        >
          <div className={classes.choices}>
            {ScaleBasis.options.map((option) => (
              <Radio key={option} value={option} label={t(`scale.basis.${option}`)} />
            ))}
          </div>
        </Radio.Group>
        {errorAt('bands') === undefined ? null : <Text c="red.7">{errorAt('bands')}</Text>}
        <div ref={rows} className={classes.bands}>
          {bands.map((band, row) => {
            const unit = basis === 'turnover' ? '€' : undefined;
            return (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a grid everywhere.
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place among the others.
              <div key={row} role="group" aria-label={t('scale.new.row', { row: row + 1 })} className={classes.band}>
                <TextInput
                  size="sm"
                  label={t('scale.new.from')}
                  inputMode="numeric"
                  rightSection={unit}
                  value={band.from}
                  error={errorAt(`bands.${row}.from`)}
                  onChange={(event) => set(row, { from: event.currentTarget.value })}
                />
                <TextInput
                  size="sm"
                  label={t('scale.new.to')}
                  placeholder={t('scale.new.noEnd')}
                  inputMode="numeric"
                  rightSection={unit}
                  value={band.to}
                  error={errorAt(`bands.${row}.to`)}
                  onChange={(event) => set(row, { to: event.currentTarget.value })}
                />
                <TextInput
                  size="sm"
                  label={t('scale.yearly')}
                  inputMode="decimal"
                  rightSection="€"
                  value={band.amount}
                  error={errorAt(`bands.${row}.cents`)}
                  onChange={(event) => set(row, { amount: event.currentTarget.value })}
                />
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size="lg"
                  disabled={bands.length === 1}
                  aria-label={t('scale.new.remove', { row: row + 1 })}
                  onClick={() => remove(row)}
                >
                  <IconTrash size={20} aria-hidden="true" />
                </ActionIcon>
              </div>
            );
          })}
        </div>
        {bands.length < MOST ? (
          <Button
            variant="outline"
            size="sm"
            className={classes.start}
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={add}
          >
            {t('scale.new.add')}
          </Button>
        ) : null}
      </Stack>
    </Section>
  );
};
