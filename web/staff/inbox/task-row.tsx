import { Badge, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconArrowUpRight, IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { formatDay, formatDistance } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import classes from '../table/table.module.css';
import { isOverdue, STAFF_TASK_KINDS } from './filters.ts';
import { isApprovable } from './selection.ts';
import { taskAddress } from './task-address.ts';

type Props = { task: StaffTask; now: Date; selected: boolean; onToggle: () => void };

/** One task of the inbox. Its link takes the focus when the keyboard moves through the list. */
export const TaskRow = ({ task, now, selected, onToggle }: Props) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const kind = STAFF_TASK_KINDS.find((known) => known === task.kind);
  return (
    <tr data-selected={selected}>
      <td className={classes.pick}>
        <Checkbox
          size="md"
          aria-label={t('inbox.select', { company: task.companyName })}
          title={isApprovable(task) ? undefined : t('inbox.mustOpen')}
          checked={selected}
          disabled={!isApprovable(task)}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <Link className={classes.name} href={taskAddress(task)} data-task={task.taskId}>
          {task.companyName}
        </Link>
        <span className={classes.sub}>
          {task.communeName} · <span className={classes.number}>{formatCompanyNumber(task.siren)}</span>
        </span>
      </th>
      <td className={classes.short} data-label={t('inbox.column.kind')}>
        {kind === undefined ? task.kind : t(`inbox.kind.${kind}`)}
      </td>
      <td className={classes.short} data-label={t('inbox.column.queue')}>
        <span className={classes.badges}>
          {task.antennas.map((code) => (
            <AntennaBadge key={code} code={code} />
          ))}
          {task.kind === 'jury-vote' && (
            <Badge size="lg" variant="light" color="terracotta">
              {t('inbox.jury')}
            </Badge>
          )}
          {task.headOffice && (
            <Badge
              size="lg"
              variant="light"
              color="ochre"
              leftSection={<IconBuildingBank size={13} aria-hidden="true" />}
            >
              {t('inbox.headOffice')}
            </Badge>
          )}
        </span>
      </td>
      <td className={classes.short} data-label={t('inbox.column.age')}>
        <time dateTime={task.openedAt} title={formatDay(task.openedAt, language)}>
          {formatDistance(task.openedAt, now.getTime(), language)}
        </time>
      </td>
      <td className={classes.short} data-label={t('inbox.column.due')}>
        <Due task={task} now={now} />
      </td>
    </tr>
  );
};

const Due = ({ task, now }: { task: StaffTask; now: Date }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <div>
      <time dateTime={task.dueAt}>{formatDay(task.dueAt, language)}</time>
      <span className={classes.sub}>{formatDistance(task.dueAt, now.getTime(), language)}</span>
      <span className={classes.badges}>
        {isOverdue(task, now) && (
          <Badge
            size="lg"
            color="red"
            variant="filled"
            leftSection={<IconAlertTriangle size={13} aria-hidden="true" />}
          >
            {t('inbox.overdue')}
          </Badge>
        )}
        {task.escalatedAt !== null && (
          <Badge
            size="lg"
            color="terracotta"
            variant="outline"
            title={t('inbox.escalatedOn', { date: formatDay(task.escalatedAt, language) })}
            leftSection={<IconArrowUpRight size={13} aria-hidden="true" />}
          >
            {t('inbox.escalated')}
          </Badge>
        )}
      </span>
    </div>
  );
};
