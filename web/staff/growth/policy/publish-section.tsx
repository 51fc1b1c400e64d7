import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { GrowthPolicy } from '../../../../domain/growth/policy.ts';
import { policyFaults } from '../../../../domain/growth/policy-faults.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { formatDate, isDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import classes from './policy.module.css';
import { type PolicyDraft, policyOf } from './policy-draft.ts';
import type { Trial } from './use-what-if.ts';

/** Gives what was tried out a name and a first day, and publishes it: the head office alone, and saying it twice. */
export const PublishSection = ({
  draft,
  base,
  trial,
  onChange,
  onPublished,
}: {
  draft: PolicyDraft;
  base: GrowthPolicy;
  trial: Trial;
  onChange: (part: Partial<PolicyDraft>) => void;
  onPublished: (version: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const title = useId();
  const call = useStaffCall();
  const cache = useQueryClient();
  const [asked, { open, close }] = useDisclosure(false);
  const body = policyOf(draft, base, language);
  const sending = useSending({
    schema: GrowthPolicy,
    faults: policyFaults,
    send: (policy) => call('PublishGrowthPolicy', { body: policy }),
    onDone: async () => {
      await cache.invalidateQueries({ queryKey: ['staff'] });
      close();
      onPublished(draft.version.trim());
    },
  });
  // What is refused stands beside its field: the question is asked again once it is put right.
  const refused = sending.errors.size > 0;
  useEffect(() => {
    if (refused) close();
  }, [refused, close]);
  const elsewhere = [...sending.errors].filter(([path]) => path !== 'version' && path !== 'from');
  const moves = (move: string): number => trial.result?.changes.filter((change) => change.move === move).length ?? 0;
  const change = (part: Partial<PolicyDraft>): void => {
    for (const path of sending.errors.keys()) sending.drop(path);
    onChange(part);
  };
  return (
    <section className={classes.criterion} aria-labelledby={title}>
      <h3 id={title} className={classes.criterionTitle}>
        {t('growth.publish.title')}
      </h3>
      <p className={classes.stood}>{t('growth.publish.text')}</p>
      <form
        ref={sending.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const sound = GrowthPolicy.safeParse(body);
          // What is wrong is said at once; what is sound is asked about first.
          if (sound.success && policyFaults(sound.data).length === 0) open();
          else sending.submit(body)();
        }}
      >
        <div className={classes.pair}>
          <TextInput
            label={t('growth.policy.version')}
            description={t('growth.publish.versionHelp')}
            autoComplete="off"
            maxLength={40}
            aria-required
            value={draft.version}
            error={sending.errorAt('version')}
            onChange={(event) => change({ version: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('growth.policy.from')}
            description={t('growth.publish.fromHelp')}
            aria-required
            value={draft.from}
            error={sending.errorAt('from')}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        </div>
        {elsewhere.length === 0 ? null : (
          <Alert role="alert" color="red" mt="md">
            <ul className={classes.wrong}>
              {elsewhere.map(([path, message]) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          </Alert>
        )}
        {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
        <Group mt="md">
          <Button type="submit" color="terracotta.6" loading={sending.pending}>
            {t('growth.publish.button')}
          </Button>
        </Group>
      </form>
      <Modal
        opened={asked}
        onClose={close}
        title={t('growth.publish.ask', { version: draft.version.trim() })}
        closeButtonProps={{ 'aria-label': t('growth.close') }}
      >
        <Stack>
          <Text>
            {t('growth.publish.consequence', {
              from: isDate(draft.from) ? formatDate(draft.from, language) : '',
              enters: moves('enters'),
              leaves: moves('leaves'),
            })}
          </Text>
          {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('growth.cancel')}
            </Button>
            <Button color="terracotta.6" loading={sending.pending} onClick={() => sending.submit(body)()}>
              {t('growth.publish.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
};
