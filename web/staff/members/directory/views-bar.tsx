import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type DirectoryView, SavedViewForm } from '../../../../domain/directory/view.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { useAct } from '../../../form/use-act.ts';
import { useSending } from '../../../form/use-sending.ts';
import { staffKey, useStaffCall, useStaffQuery } from '../../api/use-staff-call.ts';
import classes from './directory.module.css';
import { DEFAULT_COLUMNS, directoryAddress, sameView } from './view.ts';

const EVERYBODY: DirectoryView = { filter: {}, sort: null, columns: [...DEFAULT_COLUMNS] };

/** The person's own views, each an address; the one that shows may be kept or forgotten. */
export const ViewsBar = ({ view }: { view: DirectoryView }) => {
  const { t } = useTranslation('staff');
  const views = useStaffQuery('ListDirectoryViews', {});
  const [naming, setNaming] = useState(false);
  const saved = views.data?.items ?? [];
  const shown = saved.find((one) => sameView(one.view, view));
  return (
    <div className={classes.views}>
      <nav aria-label={t('directory.views')} className={classes.viewList}>
        <ViewLink name={t('directory.everybody')} view={EVERYBODY} now={view} />
        {saved.map((one) => (
          <ViewLink key={one.viewId} name={one.name} view={one.view} now={view} />
        ))}
      </nav>
      {shown === undefined ? null : <Drop viewId={shown.viewId} name={shown.name} />}
      {shown === undefined && !sameView(EVERYBODY, view) ? (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconBookmarkPlus size={18} aria-hidden="true" />}
          onClick={() => setNaming(true)}
        >
          {t('directory.save')}
        </Button>
      ) : null}
      {views.isError ? (
        <FailureAlert error={views.error} onRetry={() => void views.refetch()} retrying={views.isRefetching} />
      ) : null}
      {naming ? <SaveDialog view={view} onClose={() => setNaming(false)} /> : null}
    </div>
  );
};

const ViewLink = ({ name, view, now }: { name: string; view: DirectoryView; now: DirectoryView }) => (
  <Link href={directoryAddress(view)} className={classes.view} aria-current={sameView(view, now) ? 'page' : undefined}>
    {name}
  </Link>
);

const Drop = ({ viewId, name }: { viewId: string; name: string }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const drop = useAct({
    act: () => call('DropDirectoryView', { params: { id: viewId } }),
    onSettled: () => cache.invalidateQueries({ queryKey: staffKey('ListDirectoryViews') }),
  });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        loading={drop.pending}
        aria-label={t('directory.drop', { name })}
        onClick={drop.run}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
      {drop.failure === null ? null : <FailureAlert error={drop.failure} />}
    </>
  );
};

const SaveDialog = ({ view, onClose }: { view: DirectoryView; onClose: () => void }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const sending = useSending({
    schema: SavedViewForm,
    send: (body) => call('SaveDirectoryView', { body }),
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: staffKey('ListDirectoryViews') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('directory.saveTitle')}
      text={t('directory.saveText')}
      confirm={t('directory.save')}
      sending={sending}
      body={{ name, view }}
      onClose={onClose}
    >
      <TextInput
        label={t('directory.name')}
        value={name}
        maxLength={60}
        data-autofocus
        aria-required
        error={sending.errorAt('name')}
        onChange={({ currentTarget: { value } }) => {
          sending.drop('name');
          setName(value);
        }}
      />
    </FormDialog>
  );
};
