import { ActionIcon, Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { IconCircleCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompanyFile } from '../../domain/growth/profile.ts';
import { call } from '../api/call.ts';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { FreeText } from '../form/free-text.tsx';
import { useKept } from '../form/use-kept.ts';
import { type Sending, useSending } from '../form/use-sending.ts';
import { WholeNumberInput } from '../form/whole-number-input.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { bodyOf, draftOf, FileDraft, placeOf } from './file-draft.ts';
import classes from './growth.module.css';
import { GrowthPage, type GrowthProps } from './growth-page.tsx';
import { useTake } from './use-growth.ts';

/** As many as the schema takes. */
const MOST = 20;
const LENGTH = 6000;

/** A company's file for the jury: what it says of itself, its mergers, the funds it raised. */
export const FilePage = ({ token, growth, look }: GrowthProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const take = useTake(token);
  // What is typed stands over what a refresh brings.
  const [begun] = useState(() => draftOf(growth.file));
  const [draft, setDraft, forget] = useKept(`traboule.growth.file.${growth.applicationId}`, FileDraft, begun);
  const [saved, setSaved] = useState(false);
  const sending = useSending({
    schema: CompanyFile,
    send: (body) => call('WriteGrowthFile', { link: token, body }),
    onDone: (next) => {
      take(next);
      forget();
      setDraft(draftOf(next.file));
      setSaved(true);
    },
  });
  const change = (part: Partial<FileDraft>): void => {
    for (const path of sending.errors.keys()) sending.drop(path);
    setSaved(false);
    setDraft({ ...draft, ...part });
  };
  const mergersError = [...sending.errors].find(([path]) => path.startsWith('mergers'))?.[1];
  return (
    <GrowthPage title={t('growth.file.title')} lead={t('growth.file.lead')} look={look}>
      <form ref={sending.form} noValidate onSubmit={sending.submit(bodyOf(draft, language))} className={classes.narrow}>
        <section className={classes.card}>
          <Stack gap="lg">
            <FreeText
              label={t('growth.file.presentation')}
              description={t('growth.file.presentationHelp')}
              minRows={8}
              maxRows={24}
              maxLength={LENGTH}
              value={draft.presentation}
              error={sending.errorAt('presentation')}
              onType={(value) => change({ presentation: value })}
            />
            <p className={classes.small}>{t('growth.file.left', { count: LENGTH - draft.presentation.length })}</p>
            <TextInput
              label={t('growth.file.mergers')}
              description={t('growth.file.mergersHelp')}
              placeholder="2023, 2024"
              autoComplete="off"
              value={draft.mergers}
              error={mergersError}
              onChange={(event) => change({ mergers: event.currentTarget.value })}
            />
          </Stack>
        </section>
        <Funds draft={draft} sending={sending} onChange={change} />
        {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
        <div role="status">
          {saved ? (
            <Alert color="green" icon={<IconCircleCheck aria-hidden="true" />}>
              {t('growth.file.saved')}
            </Alert>
          ) : null}
        </div>
        <Group>
          <Button type="submit" color="terracotta.6" loading={sending.pending}>
            {t('growth.file.save')}
          </Button>
        </Group>
      </form>
    </GrowthPage>
  );
};

const Funds = ({
  draft,
  sending,
  onChange,
}: {
  draft: FileDraft;
  sending: Sending;
  onChange: (part: Partial<FileDraft>) => void;
}) => {
  const { t } = useTranslation();
  const list = useRef<HTMLFieldSetElement>(null);
  const focusRow = useRef<number | null>(null);
  // The row that was added, or the one before the row that went away, takes the focus: it is never lost.
  useEffect(() => {
    if (focusRow.current === null) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-row] input') ?? [];
    const add = list.current?.querySelector<HTMLElement>('[data-add]');
    (rows[focusRow.current * 2] ?? add)?.focus();
    focusRow.current = null;
  });
  const set = (id: string, part: Partial<FileDraft['funds'][number]>): void =>
    onChange({ funds: draft.funds.map((row) => (row.id === id ? { ...row, ...part } : row)) });
  return (
    <fieldset ref={list} className={classes.card}>
      <legend className={classes.unseen}>{t('growth.file.funds')}</legend>
      <Title order={2} size="h4" aria-hidden="true">
        {t('growth.file.funds')}
      </Title>
      <p className={classes.muted}>{t('growth.file.fundsHelp')}</p>
      {draft.funds.map((row, at) => (
        <div key={row.id} className={classes.row} data-row>
          <WholeNumberInput
            label={t('growth.year')}
            grouped={false}
            value={row.year}
            error={sending.errorAt(`funds.${placeOf(draft, row.id)}.year`)}
            onChange={(year) => set(row.id, { year })}
          />
          <WholeNumberInput
            label={t('growth.file.amount')}
            unit="€"
            value={row.amount}
            error={sending.errorAt(`funds.${placeOf(draft, row.id)}.amount`)}
            onChange={(amount) => set(row.id, { amount })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="xl"
            aria-label={t('growth.file.removeFunds', { row: at + 1 })}
            onClick={() => {
              focusRow.current = Math.max(0, at - 1);
              onChange({ funds: draft.funds.filter(({ id }) => id !== row.id) });
            }}
          >
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {draft.funds.length < MOST ? (
        <Button
          data-add
          variant="outline"
          size="sm"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => {
            focusRow.current = draft.funds.length;
            onChange({ funds: [...draft.funds, { id: crypto.randomUUID(), year: '', amount: '' }] });
          }}
        >
          {t('growth.file.addFunds')}
        </Button>
      ) : null}
    </fieldset>
  );
};
