import { List, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DossierRights, RIGHTS_ROUTES } from '../../../domain/contract/rights-routes.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useSending } from '../../form/use-sending.ts';
import { formatDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStaffCall } from '../api/use-staff-call.ts';

/** Erases the people of a dossier, on request: says first what goes and what stays. @param onDone what came of it */
export const EraseDialog = ({
  rights: { applicationId, companyName, accounts },
  onClose,
  onDone,
}: {
  rights: DossierRights;
  onClose: () => void;
  onDone: (told: string) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const sending = useSending({
    schema: RIGHTS_ROUTES.EraseDossier.body,
    send: (body) => call('EraseDossier', { params: { id: applicationId }, body }),
    onDone: async ({ keptUntil }) => {
      // A dossier that is gone whole is not asked for again.
      if (keptUntil !== null) await cache.invalidateQueries({ queryKey: ['staff'] });
      onDone(
        keptUntil === null
          ? t('rightsPage.erase.doneWhole')
          : t('rightsPage.erase.done', { day: formatDate(keptUntil, language) }),
      );
    },
  });
  return (
    <FormDialog
      title={t('rightsPage.erase.title', { company: companyName })}
      text={t('rightsPage.erase.text')}
      confirm={t('rightsPage.erase.confirm')}
      danger
      sending={sending}
      body={{ reason }}
      onClose={onClose}
    >
      <List spacing={4} size="sm">
        <List.Item>{t('rightsPage.erase.goes')}</List.Item>
        <List.Item>
          {accounts === null
            ? t('rightsPage.erase.nothingStays')
            : t('rightsPage.erase.stays', { day: formatDate(accounts.keptUntil, language) })}
        </List.Item>
        <List.Item>{t('rightsPage.erase.links')}</List.Item>
      </List>
      <Textarea
        label={t('rightsPage.erase.reason')}
        description={t('rightsPage.erase.reasonHelp')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        aria-required
        value={reason}
        error={sending.errorAt('reason')}
        onChange={(event) => {
          sending.drop('reason');
          setReason(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
};
