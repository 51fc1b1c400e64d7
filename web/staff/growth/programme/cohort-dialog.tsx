import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CapacityBody } from '../../../../domain/contract/programme-routes.ts';
import { CohortForm } from '../../../../domain/programme/cohort.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { typedNumber } from '../../../form/typed-number.ts';
import { useSending } from '../../../form/use-sending.ts';
import { WholeNumberInput } from '../../../form/whole-number-input.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import classes from './programme.module.css';
import { type Cohort, useTakeProgramme } from './use-programme.ts';

const Typed = z.object({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  capacity: z.string(),
  milestones: z.array(z.object({ id: z.string(), name: z.string(), dueOn: z.string() })),
});
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { name: '', from: '', to: '', capacity: '', milestones: [] };

/** Opens a cohort: those who wait move into its places. */
export const CohortDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const take = useTakeProgramme();
  const [typed, setTyped, forget] = useKeptDraft('cohort', Typed, NOTHING);
  const sending = useSending({
    schema: CohortForm,
    send: (body) => call('OpenCohort', { body }),
    onDone: (programme) => {
      forget();
      take(programme);
      onClose();
    },
  });
  const change = (part: Partial<Typed>): void => {
    for (const path of sending.errors.keys()) sending.drop(path);
    setTyped({ ...typed, ...part });
  };
  const setMilestone = (id: string, part: Partial<Typed['milestones'][number]>): void =>
    change({ milestones: typed.milestones.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <FormDialog
      title={t('programme.open.title')}
      text={t('programme.open.text')}
      confirm={t('programme.open.confirm')}
      sending={sending}
      body={{
        name: typed.name,
        from: typed.from,
        to: typed.to,
        capacity: typedNumber(typed.capacity, language),
        milestones: typed.milestones.map(({ name, dueOn }) => ({ name, dueOn })),
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('programme.open.name')}
        autoComplete="off"
        maxLength={120}
        aria-required
        value={typed.name}
        error={sending.errorAt('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={t('programme.open.from')}
          aria-required
          value={typed.from}
          error={sending.errorAt('from')}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('programme.open.to')}
          aria-required
          value={typed.to}
          error={sending.errorAt('to')}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
      </div>
      <WholeNumberInput
        label={t('programme.open.capacity')}
        value={typed.capacity}
        error={sending.errorAt('capacity')}
        onChange={(capacity) => change({ capacity })}
      />
      <fieldset className={classes.rows}>
        <legend>{t('programme.milestones')}</legend>
        {typed.milestones.length === 0 ? <Text c="dimmed">{t('programme.open.noMilestones')}</Text> : null}
        {typed.milestones.map(({ id, name, dueOn }, at) => (
          <div key={id} className={classes.row}>
            <TextInput
              label={t('programme.open.milestone', { row: at + 1 })}
              autoComplete="off"
              maxLength={120}
              value={name}
              error={sending.errorAt(`milestones.${at}.name`)}
              onChange={(event) => setMilestone(id, { name: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('programme.open.dueOn')}
              value={dueOn}
              error={sending.errorAt(`milestones.${at}.dueOn`)}
              onChange={(event) => setMilestone(id, { dueOn: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="xl"
              aria-label={t('programme.open.remove', { row: at + 1 })}
              onClick={() => change({ milestones: typed.milestones.filter((one) => one.id !== id) })}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="outline"
          size="sm"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() =>
            change({ milestones: [...typed.milestones, { id: crypto.randomUUID(), name: '', dueOn: '' }] })
          }
        >
          {t('programme.open.add')}
        </Button>
      </fieldset>
    </FormDialog>
  );
};

/** Changes how many companies a cohort takes. */
export const CapacityDialog = ({
  cohort: { cohortId, name, capacity },
  onClose,
}: {
  cohort: Cohort;
  onClose: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const take = useTakeProgramme();
  const [typed, setTyped] = useState(String(capacity));
  const sending = useSending({
    schema: CapacityBody,
    send: (body) => call('ResizeCohort', { params: { id: cohortId }, body }),
    onDone: (programme) => {
      take(programme);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('programme.resize.title', { name })}
      text={t('programme.resize.text')}
      confirm={t('programme.resize.confirm')}
      sending={sending}
      body={{ capacity: typedNumber(typed, language) }}
      onClose={onClose}
    >
      <WholeNumberInput
        label={t('programme.open.capacity')}
        value={typed}
        error={sending.errorAt('capacity')}
        onChange={(next) => {
          sending.drop('capacity');
          setTyped(next);
        }}
      />
    </FormDialog>
  );
};
