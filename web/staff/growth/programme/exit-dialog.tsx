import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ExitBody, ExitReason } from '../../../../domain/programme/cohort.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { FreeText } from '../../../form/free-text.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { type Cohort, type Participant, useTakeProgramme } from './use-programme.ts';

const Typed = z.object({ reason: ExitReason.nullable(), comment: z.string() });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { reason: null, comment: '' };
/** What the head office decides; a membership that ends takes its company out by itself. */
const REASONS = ['graduated', 'withdrawn', 'excluded'] as const;

/** A company graduates, or leaves: its place goes to the one that has waited the longest. */
export const ExitDialog = ({
  cohort: { cohortId },
  participant: { applicationId, companyName },
  onClose,
}: {
  cohort: Cohort;
  participant: Participant;
  onClose: () => void;
}) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const call = useStaffCall();
  const take = useTakeProgramme();
  const [typed, setTyped, forget] = useKeptDraft(`exit.${applicationId}`, Typed, NOTHING);
  const sending = useSending({
    schema: ExitBody,
    send: (body) => call('LeaveCohort', { params: { id: cohortId, applicationId }, body }),
    onDone: (programme) => {
      forget();
      take(programme);
      onClose();
    },
  });
  const change = (part: Partial<Typed>): void => {
    for (const field of Object.keys(part)) sending.drop(field);
    setTyped({ ...typed, ...part });
  };
  return (
    <FormDialog
      title={t('programme.exit.title', { company: companyName })}
      text={t('programme.exit.text')}
      confirm={t('programme.exit.confirm')}
      danger={typed.reason !== 'graduated'}
      sending={sending}
      body={{ reason: typed.reason ?? undefined, comment: typed.comment }}
      onClose={onClose}
    >
      <Radio.Group
        label={t('programme.exit.reason')}
        value={typed.reason}
        error={sending.errorAt('reason')}
        onChange={(reason) => change({ reason: ExitReason.parse(reason) })}
      >
        <Stack gap="xs" mt="xs">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason} label={shared(`growth.exit.${reason}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <FreeText
        label={t('programme.exit.comment')}
        description={t('programme.exit.commentHelp')}
        aria-required
        value={typed.comment}
        error={sending.errorAt('comment')}
        onType={(value) => change({ comment: value })}
      />
    </FormDialog>
  );
};
