import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import { Dialog } from '../../form/dialog.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { useKeptDraft } from '../shared/kept-draft.ts';
import { counts, failedOf } from './bulk-approval.ts';
import { BulkItem } from './bulk-item.tsx';
import classes from './inbox.module.css';
import { useBulkApproval } from './use-bulk-approval.ts';

const Typed = z.object({ comment: z.string() });
const NOTHING = { comment: '' };

type Props = { tasks: readonly StaffTask[]; onDone: () => void; onClose: () => void };

/** Asks before approving, shows the progress, then what became of each. Mounted for one approval. */
export const BulkDialog = ({ tasks, onDone, onClose }: Props) => {
  const { t } = useTranslation('staff');
  // Of this very selection: what was written to some companies does not come up for others.
  const [selection] = useState(() =>
    tasks
      .map(({ taskId }) => taskId)
      .sort()
      .join(' '),
  );
  const [{ comment }, setTyped, forget] = useKeptDraft(`bulk.${selection}`, Typed, NOTHING);
  const { results, sending, send } = useBulkApproval(tasks, onDone);
  const summary = useRef<HTMLParagraphElement>(null);
  const { done, approved, already, failed } = counts(results);
  const started = results.size > 0;
  const finished = started && !sending;

  useEffect(() => {
    if (!finished) return;
    summary.current?.focus();
    if (failed === 0) forget();
  }, [finished, failed, forget]);

  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t('bulk.title', { count: tasks.length })}
      withCloseButton={!sending}
      closeOnEscape={!sending}
      closeOnClickOutside={!sending}
      closeButtonProps={{ 'aria-label': t('bulk.close') }}
    >
      <Stack>
        {!started && <Text>{t('bulk.lead')}</Text>}
        {started && (
          <div>
            <Progress
              value={(done / tasks.length) * 100}
              aria-label={t('bulk.progressLabel')}
              color={failed > 0 ? 'red' : 'passage'}
            />
            <Text ref={summary} role="status" tabIndex={-1} mt="xs">
              {finished
                ? t('bulk.summary', { approved, already, failed })
                : t('bulk.progress', { done, total: tasks.length })}
            </Text>
          </div>
        )}
        {/* A list that scrolls takes the focus, so that it can be scrolled with the keyboard. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <ul className={classes.results} tabIndex={0} aria-label={t('inbox.table')}>
          {tasks.map((task) => (
            <BulkItem key={task.taskId} task={task} result={results.get(task.taskId) ?? null} />
          ))}
        </ul>
        {!started && (
          <FreeText
            label={t('bulk.comment')}
            maxRows={6}
            maxLength={2000}
            value={comment}
            onType={(value) => setTyped({ comment: value })}
          />
        )}
        <Group justify="flex-end">
          {!started && (
            <>
              <Button variant="default" onClick={onClose}>
                {t('bulk.cancel')}
              </Button>
              <Button
                data-autofocus
                onClick={() =>
                  void send(
                    tasks.map((task) => task.taskId),
                    comment,
                  )
                }
              >
                {t('bulk.confirm', { count: tasks.length })}
              </Button>
            </>
          )}
          {finished && failed > 0 && (
            <Button variant="outline" color="red" onClick={() => void send(failedOf(results), comment)}>
              {t('bulk.retry', { count: failed })}
            </Button>
          )}
          {finished && <Button onClick={onClose}>{t('bulk.close')}</Button>}
        </Group>
      </Stack>
    </Dialog>
  );
};
