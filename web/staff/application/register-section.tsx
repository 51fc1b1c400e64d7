import { Alert, Anchor, Badge, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowsDiff, IconExternalLink, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES } from '../../../domain/company/category.ts';
import type { StaffApplication } from '../../../domain/contract/responses.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../shared/section.tsx';
import { DataTable } from '../table/data-table.tsx';
import own from './application.module.css';
import { type ComparedRow, comparedRows } from './register-comparison.ts';
import { useShown } from './use-shown.ts';

/** What was typed beside what the public register says, the differences marked. */
export const RegisterSection = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const { register, registerDifferences, siren } = application;
  const found = register?.result === 'found';
  const count = registerDifferences.length;
  return (
    <Section
      title={t('application.company')}
      aside={
        found ? (
          <Badge size="lg" variant="light" color={count > 0 ? 'terracotta' : 'green'}>
            {count > 0 ? t('application.differences', { count }) : t('application.noDifference')}
          </Badge>
        ) : undefined
      }
    >
      <RegisterNotice application={application} />
      <DataTable
        inset
        caption={t('application.company')}
        head={
          <>
            <th scope="col">{t('application.field')}</th>
            <th scope="col">{t('application.typed')}</th>
            {found && <th scope="col">{t('application.register')}</th>}
          </>
        }
      >
        {comparedRows(application)
          .filter((row) => found || row.typed !== undefined)
          .map((row) => (
            <ComparisonRow key={row.field} row={row} found={found} />
          ))}
      </DataTable>
      <Text mt="sm" size="sm">
        <Anchor href={`https://annuaire-entreprises.data.gouv.fr/entreprise/${siren}`} target="_blank" rel="noreferrer">
          {t('application.registerLink')} <IconExternalLink size={15} aria-hidden="true" className={own.inlineIcon} />
        </Anchor>
      </Text>
    </Section>
  );
};

const RegisterNotice = ({ application: { register, registerDifferences } }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const ceased = registerDifferences.some((difference) => difference.field === 'ceased');
  const date = register === null ? '' : formatMoment(register.checkedAt, language);
  if (ceased) {
    return (
      <Alert mb="md" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
        {t('application.ceased')}
      </Alert>
    );
  }
  if (register?.result === 'found') {
    return (
      <Text mb="sm" size="sm" c="dimmed">
        {t('application.registerChecked', { date })}
      </Text>
    );
  }
  const why =
    register === null
      ? t('application.registerNotYet')
      : register.result === 'absent'
        ? t('application.registerAbsent', { date })
        : t('application.registerUnavailable', { date });
  return (
    <Alert mb="md" color={register === null ? 'gray' : 'ochre'} icon={<IconInfoCircle aria-hidden="true" />}>
      {why}
    </Alert>
  );
};

const ComparisonRow = ({ row, found }: { row: ComparedRow; found: boolean }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const shown = useShown();
  const category = CATEGORIES.find(
    (code) => row.field === 'category' && row.typed?.as === 'text' && row.typed.value === code,
  );
  return (
    <tr className={row.differs ? own.differs : undefined}>
      <th scope="row">
        <strong className={own.field}>{t(`application.fields.${row.field}`)}</strong>
        {row.differs && (
          <Badge ml={8} size="sm" color="terracotta" leftSection={<IconArrowsDiff size={13} aria-hidden="true" />}>
            {t('application.differs')}
          </Badge>
        )}
      </th>
      <td data-label={t('application.typed')}>
        {category === undefined ? shown(row.typed) : shared(`category.${category}.name`)}
      </td>
      {found && <td data-label={t('application.register')}>{shown(row.register)}</td>}
    </tr>
  );
};
