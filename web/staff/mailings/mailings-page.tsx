import { Anchor, Badge, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Answer } from '../../api/call.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffList } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { ListFrame } from '../applications/list-frame.tsx';
import { DIRECTORY_PATH } from '../members/directory/view.ts';
import { DataTable } from '../table/data-table.tsx';
import table from '../table/table.module.css';

type Mailing = Answer<'ListMailings'>['items'][number];

/** Messages that were sent to members, and how far each is. */
export default function MailingsPage() {
  const { t } = useTranslation('staff');
  const list = useStaffList('ListMailings', {});
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      width="wide"
      title={t('mailings.title')}
      lead={
        <Anchor component={Link} href={DIRECTORY_PATH}>
          <IconArrowLeft size={16} aria-hidden="true" className={own.inlineIcon} /> {t('members.back')}
        </Anchor>
      }
    >
      <ListFrame
        list={list}
        count={items.length}
        empty={t('mailings.empty', { returnObjects: true })}
        more={t('members.loadMore')}
      >
        <DataTable
          caption={t('mailings.title')}
          head={
            <>
              <th scope="col">{t('mailings.subject')}</th>
              <th scope="col">{t('mailings.at')}</th>
              <th scope="col">{t('mailings.state')}</th>
              <th scope="col" className={table.right}>
                {t('mailings.sent')}
              </th>
              <th scope="col" className={table.right}>
                {t('mailings.leftOut')}
              </th>
            </>
          }
        >
          {items.map((mailing) => (
            <Row key={mailing.mailingId} mailing={mailing} />
          ))}
        </DataTable>
      </ListFrame>
    </Page>
  );
}

const Row = ({ mailing: { form, at, by, status, sent, recipients, leftOut, skipped } }: { mailing: Mailing }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Text fw={600}>{form.texts[language].subject}</Text>
        <span className={table.sub}>{by}</span>
      </th>
      <td data-label={t('mailings.at')} className={table.short}>
        <time dateTime={at}>{formatMoment(at, language)}</time>
      </td>
      <td data-label={t('mailings.state')}>
        <Badge variant="light" size="lg" miw="max-content" color={status === 'sent' ? 'green' : 'ochre'}>
          {t(`mailings.status.${status}`)}
        </Badge>
      </td>
      <td data-label={t('mailings.sent')} className={`${table.number} ${table.right}`}>
        {t('mailings.of', { sent: formatNumber(sent, language), recipients: formatNumber(recipients, language) })}
      </td>
      <td data-label={t('mailings.leftOut')} className={`${table.number} ${table.right}`}>
        {formatNumber(leftOut.unsubscribed + leftOut['same-address'] + leftOut.left + skipped, language)}
      </td>
    </tr>
  );
};
