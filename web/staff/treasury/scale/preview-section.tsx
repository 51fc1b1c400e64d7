import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import type { DuesPolicyPreview } from '../../../../domain/contract/dues-responses.ts';
import type { DuesPolicy } from '../../../../domain/dues/policy.ts';
import { formatDate } from '../../../format/dates.ts';
import { formatCents } from '../../../format/money.ts';
import { formatNumber } from '../../../format/numbers.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Section } from '../../shared/section.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { LoadMore } from '../../table/load-more.tsx';
import table from '../../table/table.module.css';
import { ActionDialog } from '../action-dialog.tsx';
import { SCALE_PATH } from '../paths.ts';
import { useAction } from '../use-action.ts';
import classes from './scale.module.css';

const PAGE = 25;

/** What a version would change for the members of today, and its publication. @param onPublished it is out */
export const PreviewSection = ({
  policy,
  result,
  onPublished,
}: {
  policy: DuesPolicy;
  result: DuesPolicyPreview;
  onPublished: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [shown, setShown] = useState(PAGE);
  const [publishing, setPublishing] = useState(false);
  const { faults, members, beforeCents, afterCents, changes } = result;
  const signed = (cents: number): string => `${cents > 0 ? '+' : ''}${formatCents(cents, language)}`;
  return (
    <Section title={t('scale.preview.title')}>
      {faults.length === 0 ? null : (
        <Alert role="alert" color="red" title={t('scale.new.wrong', { count: faults.length })} mb="md">
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        </Alert>
      )}
      <dl className={classes.totals}>
        <div>
          <dt>{t('scale.preview.members')}</dt>
          <dd>{formatNumber(members, language)}</dd>
        </div>
        <div>
          <dt>{t('scale.preview.before')}</dt>
          <dd>{formatCents(beforeCents, language)}</dd>
        </div>
        <div>
          <dt>{t('scale.preview.after')}</dt>
          <dd>{formatCents(afterCents, language)}</dd>
        </div>
        <div>
          <dt>{t('scale.preview.difference')}</dt>
          <dd>{signed(afterCents - beforeCents)}</dd>
        </div>
      </dl>
      <Text role="status" mb="sm">
        {t('scale.preview.changes', { count: changes.length })}
      </Text>
      {changes.length === 0 ? null : (
        <DataTable
          inset
          caption={t('scale.preview.title')}
          head={
            <>
              <th scope="col">{t('members.company')}</th>
              <th scope="col" className={table.right}>
                {t('scale.preview.before')}
              </th>
              <th scope="col" className={table.right}>
                {t('scale.preview.after')}
              </th>
              <th scope="col" className={table.right}>
                {t('scale.preview.difference')}
              </th>
            </>
          }
        >
          {changes.slice(0, shown).map((one) => (
            <tr key={one.memberNumber}>
              <th scope="row">
                <Link className={table.name} href={`/staff/members/${one.memberNumber}`}>
                  {one.companyName}
                </Link>
                <span className={table.sub}>
                  {one.memberNumber} · {ANTENNA_NAMES[one.antenna]}
                </span>
              </th>
              <td data-label={t('scale.preview.before')} className={`${table.number} ${table.right}`}>
                {formatCents(one.beforeCents, language)}
              </td>
              <td data-label={t('scale.preview.after')} className={`${table.number} ${table.right}`}>
                {formatCents(one.afterCents, language)}
              </td>
              <td data-label={t('scale.preview.difference')} className={`${table.number} ${table.right}`}>
                {signed(one.afterCents - one.beforeCents)}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      <LoadMore
        label={t('bank.loadMore')}
        more={shown < changes.length}
        loading={false}
        onMore={() => setShown(shown + PAGE)}
      />
      {faults.length === 0 ? (
        <Button mt="lg" color="terracotta.6" onClick={() => setPublishing(true)}>
          {t('scale.publish.button', { day: formatDate(policy.from, language) })}
        </Button>
      ) : null}
      {publishing ? (
        <PublishDialog policy={policy} onClose={() => setPublishing(false)} onPublished={onPublished} />
      ) : null}
    </Section>
  );
};

const PublishDialog = ({
  policy,
  onClose,
  onPublished,
}: {
  policy: DuesPolicy;
  onClose: () => void;
  onPublished: () => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [, navigate] = useLocation();
  const action = useAction('PublishDuesPolicy', undefined, ({ version }) => {
    onPublished();
    navigate(`${SCALE_PATH}?published=${encodeURIComponent(version)}`);
  });
  const said = [...action.errors.values()];
  return (
    <ActionDialog
      title={t('scale.publish.title', { version: policy.version })}
      text={t('scale.publish.text', { day: formatDate(policy.from, language) })}
      confirm={t('scale.publish.confirm')}
      action={action}
      onClose={onClose}
      onSubmit={() => action.send({ policy })}
    >
      {said.length === 0 ? null : (
        <Alert role="alert" color="red">
          {said.join(' ')}
        </Alert>
      )}
    </ActionDialog>
  );
};
