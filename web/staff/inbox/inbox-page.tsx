import { Button, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconKeyboard, IconRefresh } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { EmptyState } from '../../feedback/empty-state.tsx';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { BlockSkeleton, Loading } from '../../feedback/skeletons.tsx';
import { Page } from '../../layout/page.tsx';
import { answersTasks, antennasOf, sitsOnJury } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { LoadMore } from '../table/load-more.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { kindsFor, NO_FILTERS, narrows } from './filters.ts';
import classes from './inbox.module.css';
import type { Command } from './keyboard.ts';
import { isApprovable, toggled } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TaskList } from './task-list.tsx';
import { useInbox } from './use-inbox.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The tasks that wait for an answer. Those who answer none go on to the applications, which they may read. */
export default function InboxPage() {
  const { person } = useSignedIn();
  return answersTasks(person.groups) ? <Inbox /> : <Redirect to="/staff/applications" replace />;
}

const Inbox = () => {
  const { t } = useTranslation('staff');
  const { person } = useSignedIn();
  const juror = sitsOnJury(person.groups);
  const kinds = useMemo(() => kindsFor(juror), [juror]);
  const { now, filters, setFilters, list, loaded, shown, selection, setSelection, gone, loadAll, refreshAll } =
    useInbox(kinds);
  const [approving, setApproving] = useState<readonly StaffTask[]>([]);
  const [help, setHelp] = useState(false);
  const [letters, setLetters] = useLocalStorage({ key: 'traboule.staff.letters', defaultValue: true });
  const listRef = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const act = useCallback(
    (command: Command, taskId: string | null) => {
      const focused = loaded.find((task) => task.taskId === taskId);
      const approvable = focused !== undefined && isApprovable(focused);
      if (command === 'help') setHelp(true);
      if (command === 'search') search.current?.focus();
      if (command === 'clear') setSelection(new Set());
      if (command === 'toggle' && approvable) setSelection(toggled(selection, focused.taskId));
      if (command === 'approve') {
        const selected = loaded.filter((task) => selection.has(task.taskId));
        setApproving(selected.length === 0 && approvable ? [focused] : selected);
      }
    },
    [loaded, selection, setSelection],
  );
  useShortcuts(listRef, letters, act);

  return (
    <Page
      width="wide"
      title={t('inbox.title')}
      lead={list.isSuccess ? <Count count={shown.length} more={list.hasNextPage} /> : undefined}
      aside={
        <div className={classes.tools}>
          <Button
            variant="default"
            visibleFrom="sm"
            leftSection={<IconKeyboard size={20} aria-hidden="true" />}
            onClick={() => setHelp(true)}
          >
            {t('inbox.shortcuts')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={20} aria-hidden="true" />}
            loading={list.isRefetching}
            onClick={() => void refreshAll()}
          >
            {t('inbox.refresh')}
          </Button>
        </div>
      }
    >
      <FilterBar
        filters={filters}
        antennas={antennasOf(person.groups)}
        kinds={kinds}
        onChange={setFilters}
        searchRef={search}
      />
      <div role="status" className={classes.notes}>
        {gone > 0 && <Text>{t('inbox.gone', { count: gone })}</Text>}
        {list.hasNextPage && (
          <>
            <Text>{t('inbox.loadedOnly', { count: loaded.length })}</Text>
            <Button size="compact-md" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void loadAll()}>
              {t('inbox.loadAll')}
            </Button>
          </>
        )}
      </div>
      {list.isPending && (
        <>
          <Loading />
          <BlockSkeleton lines={9} />
        </>
      )}
      {list.isError && (
        <FailureAlert error={list.error} onRetry={() => void list.refetch()} retrying={list.isRefetching} />
      )}
      {list.isFetchingNextPage && shown.length === 0 && <Loading />}
      {list.isSuccess && shown.length === 0 && !list.isFetchingNextPage && (
        <EmptyState
          title={narrows(filters) ? t('inbox.emptyFiltered.title') : t('inbox.empty.title')}
          action={
            narrows(filters) ? (
              <Button variant="outline" onClick={() => setFilters({ ...NO_FILTERS, sort: filters.sort })}>
                {t('inbox.filter.clear')}
              </Button>
            ) : undefined
          }
        >
          {narrows(filters) ? t('inbox.emptyFiltered.text') : t('inbox.empty.text')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <TaskList ref={listRef} tasks={shown} now={now} selection={selection} onSelect={setSelection} />
      )}
      <LoadMore
        label={t('inbox.loadMore')}
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      <SelectionBar
        count={selection.size}
        hidden={selection.size - shown.filter(({ taskId }) => selection.has(taskId)).length}
        onApprove={() => act('approve', null)}
        onClear={() => setSelection(new Set())}
      />
      <ShortcutsDialog opened={help} onClose={() => setHelp(false)} letters={letters} onLetters={setLetters} />
      {approving.length > 0 && (
        <BulkDialog tasks={approving} onDone={() => void refreshAll()} onClose={() => setApproving([])} />
      )}
    </Page>
  );
};

const Count = ({ count, more }: { count: number; more: boolean }) => {
  const { t } = useTranslation('staff');
  return (
    <span role="status">
      {t('inbox.count', { count })}
      {more && ` ${t('inbox.more')}`}
    </span>
  );
};
