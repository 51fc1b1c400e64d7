import { Button, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { DeclarationBody } from '../../../domain/contract/jury-routes.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { useSending } from '../../form/use-sending.ts';
import { staffKey, useStaffCall } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { useKeptDraft } from '../shared/kept-draft.ts';
import { Section } from '../shared/section.tsx';

const Typed = z.object({ conflict: z.enum(['no', 'yes']).nullable(), reason: z.string() });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { conflict: null, reason: '' };

/** Asks whether the juror has a tie with the company, before anything of its file is shown. */
export const DeclarationPanel = ({ candidate: { caseId, companyName } }: { candidate: JuryCase }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [typed, setTyped, forget] = useKeptDraft(`declaration.${caseId}`, Typed, NOTHING);
  const sending = useSending({
    schema: DeclarationBody,
    send: (body) => call('DeclareConflict', { params: { id: caseId }, body }),
    onDone: (declared) => {
      forget();
      cache.setQueryData(staffKey('GetJuryCase', { params: { id: caseId } }), declared);
      return cache.invalidateQueries({ queryKey: staffKey('ListJuryCases') });
    },
  });
  const change = (part: Partial<Typed>): void => {
    sending.drop('conflict');
    sending.drop('reason');
    setTyped({ ...typed, ...part });
  };
  const body = {
    conflict: typed.conflict === null ? undefined : typed.conflict === 'yes',
    reason: typed.conflict === 'yes' ? typed.reason : '',
  };
  return (
    <Section title={t('jury.declare.title')}>
      <form ref={sending.form} noValidate onSubmit={sending.submit(body)}>
        <Stack>
          <Text>{t('jury.declare.text', { company: companyName })}</Text>
          <Radio.Group
            label={t('jury.declare.legend')}
            value={typed.conflict}
            error={sending.errorAt('conflict') === undefined ? undefined : t('jury.declare.missing')}
            onChange={(choice) => change({ conflict: choice === 'yes' ? 'yes' : 'no' })}
          >
            <Stack gap="xs" mt="xs">
              <div className={own.option}>
                <Radio value="no" label={t('jury.declare.none')} description={t('jury.declare.noneHelp')} />
              </div>
              <div className={own.option}>
                <Radio value="yes" label={t('jury.declare.some')} description={t('jury.declare.someHelp')} />
              </div>
            </Stack>
          </Radio.Group>
          {typed.conflict === 'yes' ? (
            <FreeText
              label={t('jury.declare.reason')}
              description={t('jury.declare.reasonHelp')}
              aria-required
              value={typed.reason}
              error={sending.errorAt('reason')}
              onType={(value) => change({ reason: value })}
            />
          ) : null}
          {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
          <Button type="submit" loading={sending.pending}>
            {t(typed.conflict === 'yes' ? 'jury.declare.stepAside' : 'jury.declare.open')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};
