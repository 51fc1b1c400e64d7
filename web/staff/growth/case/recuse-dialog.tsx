import { Anchor, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import * as z from 'zod';
import { RecusalBody } from '../../../../domain/contract/jury-routes.ts';
import type { Seat } from '../../../../domain/jury/session.ts';
import { FormDialog } from '../../../form/form-dialog.tsx';
import { FreeText } from '../../../form/free-text.tsx';
import { useSending } from '../../../form/use-sending.ts';
import { useStaffCall } from '../../api/use-staff-call.ts';
import { useKeptDraft } from '../../shared/kept-draft.ts';
import { JURORS_PATH } from '../paths.ts';

const Typed = z.object({ reason: z.string() });
const NOTHING = { reason: '' };

/** A tie of a juror that the head office learned of: their seat passes to a deputy. */
export const RecuseDialog = ({
  caseId,
  seat: { jurorId, name },
  onClose,
  onDone,
}: {
  caseId: string;
  seat: Seat;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const [typed, setTyped, forget] = useKeptDraft(`recusal.${caseId}.${jurorId}`, Typed, NOTHING);
  const sending = useSending({
    schema: RecusalBody,
    send: (body) => call('RecuseJuror', { params: { id: caseId }, body }),
    onDone: async () => {
      forget();
      await cache.invalidateQueries({ queryKey: ['staff'] });
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('growth.recuse.title', { name })}
      text={t('growth.recuse.text')}
      confirm={t('growth.recuse.confirm')}
      danger
      sending={sending}
      body={{ jurorId, reason: typed.reason }}
      onClose={onClose}
    >
      <FreeText
        label={t('growth.recuse.reason')}
        description={t('growth.recuse.reasonHelp')}
        aria-required
        value={typed.reason}
        error={sending.errorAt('reason')}
        onType={(value) => {
          sending.drop('reason');
          setTyped({ reason: value });
        }}
      />
      <Text size="sm">
        {t('growth.recuse.gone')}{' '}
        <Anchor component={Link} href={JURORS_PATH} size="sm">
          {t('growth.recuse.register')}
        </Anchor>
      </Text>
    </FormDialog>
  );
};
