import { Button, List } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LINK_MEMBER_ROUTES, type LinkMember } from '../../domain/contract/link-member-routes.ts';
import { call } from '../api/call.ts';
import panel from '../application/application.module.css';
import { FormDialog } from '../form/form-dialog.tsx';
import { FreeText } from '../form/free-text.tsx';
import { useSending } from '../form/use-sending.ts';
import { formatDate } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Panel } from './panel.tsx';
import { useLookAgain } from './use-membership.ts';

/** Leaving: until when notice may be given, what it would come to, and doing it. Nothing for who has left, or resigned. */
export const ResignPanel = ({ token, member }: { token: string; member: LinkMember }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { notice, endsOn, proven } = member;
  if (notice === null) return null;
  if (endsOn !== null) {
    return (
      <Panel title={t('membership.resign.title')}>
        <p className={panel.small}>{t('membership.resign.given', { day: formatDate(endsOn, language) })}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('membership.resign.title')}>
      <p className={panel.small}>
        {t(notice.late ? 'membership.resign.over' : 'membership.resign.until', {
          day: formatDate(notice.deadline, language),
        })}
      </p>
      {proven ? (
        <Button variant="outline" color="red" size="sm" onClick={() => setAsking(true)}>
          {t('membership.resign.button')}
        </Button>
      ) : (
        <>
          <p className={panel.small}>{t('membership.resign.unproven')}</p>
          <Button component={Link} href="/link" variant="outline" size="sm">
            {t('application.noLink.ask')}
          </Button>
        </>
      )}
      {asking && <ResignDialog token={token} notice={notice} onClose={() => setAsking(false)} />}
    </Panel>
  );
};

const ResignDialog = ({
  token,
  notice: { effectiveOn, late },
  onClose,
}: {
  token: string;
  notice: NonNullable<LinkMember['notice']>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const lookAgain = useLookAgain(token);
  const [comment, setComment] = useState('');
  const sending = useSending({
    schema: LINK_MEMBER_ROUTES.ResignMembership.body,
    send: (body) => call('ResignMembership', { link: token, body }),
    onDone: async () => {
      await lookAgain();
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('membership.resign.ask')}
      confirm={t('membership.resign.confirm')}
      danger
      sending={sending}
      body={{ late, comment }}
      onClose={onClose}
    >
      <List size="sm" spacing={4}>
        <List.Item>{t('membership.resign.ends', { day: formatDate(effectiveOn, language) })}</List.Item>
        <List.Item>{t(late ? 'membership.resign.owes' : 'membership.resign.free')}</List.Item>
        <List.Item>{t('membership.resign.back')}</List.Item>
      </List>
      <FreeText
        label={t('membership.resign.comment')}
        value={comment}
        error={sending.errorAt('comment')}
        onType={setComment}
      />
    </FormDialog>
  );
};
