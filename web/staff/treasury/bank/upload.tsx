import { Button, Progress, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { formatRate } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import classes from './bank.module.css';
import { type Stage, useUpload } from './use-upload.ts';

/** Takes a bank file, dropped or chosen, shows it on its way, and says what is wrong with one that is refused. */
export const Upload = () => {
  const { t } = useTranslation('staff');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  const { send, stage, file, failure } = useUpload();
  useNoStrayDrop();
  // Of several files, taking one would look as if all were.
  const take = (files: FileList | null): void => {
    const [first, ...others] = files ?? [];
    setSeveral(others.length > 0);
    if (first !== undefined && others.length === 0) send(first);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('bank.upload.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={36} aria-hidden="true" className={classes.icon} />
      <div className={classes.dropText}>
        <Text fw={600}>{t('bank.upload.drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('bank.upload.hint')}
        </Text>
      </div>
      <input
        ref={input}
        type="file"
        accept=".xml,.gz,application/xml,text/xml,application/gzip"
        className={classes.unseen}
        tabIndex={-1}
        aria-label={t('bank.upload.choose')}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again, once it is put right.
          event.currentTarget.value = '';
        }}
      />
      <Button loading={stage !== null} onClick={() => input.current?.click()}>
        {t('bank.upload.choose')}
      </Button>
      {several ? (
        <Text role="alert" size="sm" c="red.7" className={classes.wide}>
          {t('bank.upload.several')}
        </Text>
      ) : null}
      {stage === null ? null : <OnItsWay stage={stage} name={file?.name ?? ''} />}
      {failure === null || stage !== null ? null : (
        <div className={classes.wide}>
          <FailureAlert error={failure} onRetry={() => file !== undefined && send(file)}>
            <Text mt="xs">{t('bank.upload.refused', { name: file?.name ?? '' })}</Text>
          </FailureAlert>
        </div>
      )}
    </section>
  );
};

/** A file dropped beside the place for it would be opened by the browser, in the place of the console. */
const useNoStrayDrop = (): void =>
  useEffect(() => {
    const keep = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);

const OnItsWay = ({ stage, name }: { stage: Stage; name: string }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const share = stage.at === 'sending' ? stage.share : Number(stage.at === 'reading');
  return (
    <div className={classes.wide}>
      <Text size="sm" role="status" mb={6}>
        {t(`bank.upload.${stage.at}`, { name })}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={share * 100}
          striped={stage.at !== 'sending'}
          animated={stage.at !== 'sending'}
          aria-label={t('bank.upload.progress')}
          aria-valuetext={formatRate(Math.round(share * 100) * 100, language)}
        />
      </Progress.Root>
    </div>
  );
};
