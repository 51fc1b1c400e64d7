import { Checkbox } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { DataTable } from '../table/data-table.tsx';
import { isApprovable, toggled, toggledAll } from './selection.ts';
import { TaskRow } from './task-row.tsx';

type Props = {
  tasks: readonly StaffTask[];
  now: Date;
  selection: ReadonlySet<string>;
  onSelect: (selection: ReadonlySet<string>) => void;
  ref: Ref<HTMLDivElement>;
};

/** The tasks shown, each with its box to tick. */
export const TaskList = ({ tasks, now, selection, onSelect, ref }: Props) => {
  const { t } = useTranslation('staff');
  const approvable = tasks.filter(isApprovable);
  const picked = approvable.filter((task) => selection.has(task.taskId)).length;
  return (
    <div ref={ref}>
      <DataTable
        caption={t('inbox.table')}
        head={
          <>
            <th scope="col">
              <Checkbox
                size="md"
                aria-label={t('inbox.selectAll')}
                checked={picked > 0 && picked === approvable.length}
                indeterminate={picked > 0 && picked < approvable.length}
                disabled={approvable.length === 0}
                onChange={() => onSelect(toggledAll(selection, tasks))}
              />
            </th>
            <th scope="col">{t('inbox.column.company')}</th>
            <th scope="col">{t('inbox.column.kind')}</th>
            <th scope="col">{t('inbox.column.queue')}</th>
            <th scope="col">{t('inbox.column.age')}</th>
            <th scope="col">{t('inbox.column.due')}</th>
          </>
        }
      >
        {tasks.map((task) => (
          <TaskRow
            key={task.taskId}
            task={task}
            now={now}
            selected={selection.has(task.taskId)}
            onToggle={() => onSelect(toggled(selection, task.taskId))}
          />
        ))}
      </DataTable>
    </div>
  );
};
