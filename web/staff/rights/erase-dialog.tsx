import { List } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { type DossierRights, RIGHTS_ROUTES } from '../../../domain/contract/rights-routes.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { useSending } from '../../form/use-sending.ts';
import { formatDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStaffCall } from '../api/use-staff-call.ts';
import { useKeptDraft } from '../shared/kept-draft.ts';

const Typed = z.object({ reason: z.string() });
const NOTHING = { reason: '' };

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
  const [typed, setTyped, forget] = useKeptDraft(`erase.${applicationId}`, Typed, NOTHING);
  const sending = useSending({
    schema: RIGHTS_ROUTES.EraseDossier.body,
    send: (body) => call('EraseDossier', { params: { id: applicationId }, body }),
    onDone: async ({ keptUntil }) => {
      forget();
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
      body={typed}
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
      <FreeText
        label={t('rightsPage.erase.reason')}
        description={t('rightsPage.erase.reasonHelp')}
        aria-required
        value={typed.reason}
        error={sending.errorAt('reason')}
        onType={(value) => {
          sending.drop('reason');
          setTyped({ reason: value });
        }}
      />
    </FormDialog>
  );
};
