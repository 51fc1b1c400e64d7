import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ANTENNA_CODES, ANTENNA_NAMES, AntennaCode } from '../../../domain/antenna/antenna.ts';
import { Language } from '../../../domain/application/form.ts';
import { DigestReaderForm } from '../../../domain/digest/digest.ts';
import type { Answer } from '../../api/call.ts';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { BlockSkeleton } from '../../feedback/skeletons.tsx';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useAct } from '../../form/use-act.ts';
import { useSending } from '../../form/use-sending.ts';
import { staffKey, useStaffCall, useStaffQuery } from '../api/use-staff-call.ts';
import { useKeptDraft } from '../shared/kept-draft.ts';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';

type Readers = Answer<'ListDigestReaders'>;
type Reader = Readers['items'][number];

/** Puts what a change answered in the place of what was read before. */
const useTakeReaders = (): ((readers: Readers) => void) => {
  const cache = useQueryClient();
  return (readers) => cache.setQueryData(staffKey('ListDigestReaders', {}), readers);
};

/** Whom the weekly digest goes to. */
export const DigestSection = () => {
  const { t } = useTranslation('staff');
  const readers = useStaffQuery('ListDigestReaders', {});
  const [adding, setAdding] = useState(false);
  const items = readers.data?.items ?? [];
  return (
    <Section
      title={t('digest.title')}
      aside={
        <Button
          variant="outline"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('digest.add')}
        </Button>
      }
    >
      <p>{t('digest.lead')}</p>
      {readers.isPending && <BlockSkeleton lines={3} />}
      {readers.isError && (
        <FailureAlert error={readers.error} onRetry={() => void readers.refetch()} retrying={readers.isRefetching} />
      )}
      {readers.isSuccess && items.length === 0 && (
        <EmptyState order={3} title={t('digest.empty.title')}>
          {t('digest.empty.text')}
        </EmptyState>
      )}
      {items.length > 0 && <ReaderTable items={items} />}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Section>
  );
};

const ReaderTable = ({ items }: { items: readonly Reader[] }) => {
  const { t } = useTranslation('staff');
  return (
    <DataTable
      inset
      caption={t('digest.table')}
      head={
        <>
          <th scope="col">{t('digest.name')}</th>
          <th scope="col">{t('digest.email')}</th>
          <th scope="col">{t('digest.antenna')}</th>
          <th scope="col">{t('digest.language')}</th>
          <th scope="col">{t('digest.act')}</th>
        </>
      }
    >
      {items.map((reader) => (
        <tr key={reader.readerId}>
          <th scope="row">{reader.name}</th>
          <td data-label={t('digest.email')}>{reader.email}</td>
          <td data-label={t('digest.antenna')}>
            {reader.antenna === null ? t('digest.all') : ANTENNA_NAMES[reader.antenna]}
          </td>
          <td data-label={t('digest.language')}>{t(`digest.languages.${reader.language}`)}</td>
          <td>
            <Remove reader={reader} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
};

const Remove = ({ reader: { readerId, name } }: { reader: Reader }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const take = useTakeReaders();
  const { run, pending, failure } = useAct({
    act: () => call('RemoveDigestReader', { params: { id: readerId } }),
    onSuccess: take,
  });
  return (
    <>
      <Button variant="subtle" size="sm" loading={pending} aria-label={t('digest.removeOf', { name })} onClick={run}>
        {t('digest.remove')}
      </Button>
      {failure === null ? null : <FailureAlert error={failure} />}
    </>
  );
};

const Typed = z.object({ name: z.string(), email: z.string(), language: Language, antenna: z.string() });
const NOBODY: z.infer<typeof Typed> = { name: '', email: '', language: 'fr', antenna: '' };

const AddDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const take = useTakeReaders();
  const [typed, setTyped, forget] = useKeptDraft('digest', Typed, NOBODY);
  const sending = useSending({
    schema: DigestReaderForm,
    send: (body) => call('AddDigestReader', { body }),
    onDone: (readers) => {
      forget();
      take(readers);
      onClose();
    },
  });
  const change = (part: Partial<typeof typed>): void => {
    for (const field of Object.keys(part)) sending.drop(field);
    setTyped({ ...typed, ...part });
  };
  return (
    <FormDialog
      title={t('digest.addTitle')}
      confirm={t('digest.add')}
      sending={sending}
      body={{ ...typed, antenna: AntennaCode.safeParse(typed.antenna).data ?? null }}
      onClose={onClose}
    >
      {(['name', 'email'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`digest.${field}`)}
          type={field === 'email' ? 'email' : 'text'}
          autoComplete="off"
          aria-required
          value={typed[field]}
          error={sending.errorAt(field)}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t('digest.antenna')}
        value={typed.antenna}
        error={sending.errorAt('antenna')}
        onChange={(event) => change({ antenna: event.currentTarget.value })}
        data={[
          { value: '', label: t('digest.all') },
          ...ANTENNA_CODES.map((code) => ({ value: code, label: ANTENNA_NAMES[code] })),
        ]}
      />
      <NativeSelect
        label={t('digest.language')}
        value={typed.language}
        onChange={(event) => change({ language: Language.parse(event.currentTarget.value) })}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: t(`digest.languages.${value}`) }))}
      />
    </FormDialog>
  );
};
