import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaffList } from '../../api/use-staff-call.ts';
import { ListFrame } from '../../applications/list-frame.tsx';
import { TreasuryPage } from '../treasury-page.tsx';
import { LineCard } from './line-card.tsx';
import classes from './queue.module.css';

/** Lines of the bank that wait for a person, each with the invoices it may pay. */
export default function QueuePage() {
  const { t } = useTranslation('staff');
  const [done, setDone] = useState<string | null>(null);
  const list = useStaffList('ListUnmatchedLines', {});
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <TreasuryPage title={t('queue.title')} lead={t('queue.lead')}>
      {/* Stands before it says something, so that it is heard. */}
      <div role="status">
        {done === null ? null : (
          <Alert color="green" mb="lg" icon={<IconCircleCheck aria-hidden="true" />}>
            {done}
          </Alert>
        )}
      </div>
      <ListFrame
        list={list}
        count={items.length}
        empty={t('queue.empty', { returnObjects: true })}
        more={t('bank.loadMore')}
      >
        <ul className={classes.lines}>
          {items.map((line) => (
            <li key={line.lineId}>
              <LineCard line={line} onDone={setDone} />
            </li>
          ))}
        </ul>
      </ListFrame>
    </TreasuryPage>
  );
}
