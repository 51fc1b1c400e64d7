import { Alert, Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../../domain/antenna/antenna.ts';
import type { Juror } from '../../../../domain/jury/juror.ts';
import { JURY_POLICY } from '../../../../domain/jury/policy.ts';
import type { Answer } from '../../../api/call.ts';
import { EmptyState } from '../../../feedback/empty-state.tsx';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDay } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { DataTable } from '../../table/data-table.tsx';
import table from '../../table/table.module.css';
import { GrowthPage } from '../growth-page.tsx';
import { AddJurorDialog, RemoveJurorDialog } from './juror-dialogs.tsx';

const ORDER = { chair: 0, member: 1, deputy: 2 } as const satisfies Record<Juror['role'], number>;

/** The register of jurors, for the head office: who may be drawn, and who was removed. */
export default function JurorsPage() {
  const { t } = useTranslation('staff');
  const query = useStaffQuery('ListJurors', {});
  const [dialog, setDialog] = useState<Juror | 'add' | null>(null);
  const [removed, setRemoved] = useState<Answer<'RemoveJuror'> | null>(null);
  if (query.isPending) return <PageSkeleton />;
  if (query.data === undefined) {
    return (
      <RefusedPage
        title={t('jurors.title')}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isRefetching}
      />
    );
  }
  const jurors = [...query.data.items].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) || ORDER[a.role] - ORDER[b.role] || a.name.localeCompare(b.name, 'fr'),
  );
  const active = jurors.filter((juror) => juror.active).length;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setDialog('add')}>
      {t('jurors.add.button')}
    </Button>
  );
  return (
    <GrowthPage
      title={t('jurors.title')}
      lead={t('jurors.lead', { seats: JURY_POLICY.seats, own: JURY_POLICY.fromOwnAntenna })}
      aside={jurors.length === 0 ? null : add}
    >
      <div role="status">
        {removed === null ? null : (
          <Alert color="green" mb="lg">
            {t('jurors.removed', { name: removed.name })} {t('jurors.passed', { count: removed.seatsPassed })}{' '}
            {t('jurors.lost', { count: removed.seatsLost })}
          </Alert>
        )}
      </div>
      {active < JURY_POLICY.seats ? (
        <Alert color="ochre" mb="lg">
          {t('jurors.tooFew', { count: active, seats: JURY_POLICY.seats })}
        </Alert>
      ) : null}
      {jurors.length === 0 ? (
        <EmptyState title={t('jurors.empty.title')} action={add}>
          {t('jurors.empty.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('jurors.title')}
          head={
            <>
              <th scope="col">{t('jurors.name')}</th>
              <th scope="col">{t('jurors.role')}</th>
              <th scope="col">{t('jurors.antenna')}</th>
              <th scope="col">{t('jurors.userName')}</th>
              <th scope="col">{t('jurors.state')}</th>
            </>
          }
        >
          {jurors.map((juror) => (
            <Row key={juror.jurorId} juror={juror} onRemove={() => setDialog(juror)} />
          ))}
        </DataTable>
      )}
      {dialog === 'add' ? <AddJurorDialog onClose={() => setDialog(null)} /> : null}
      {dialog !== null && dialog !== 'add' ? (
        <RemoveJurorDialog
          juror={dialog}
          onClose={() => setDialog(null)}
          onDone={(gone) => {
            setRemoved(gone);
            setDialog(null);
          }}
        />
      ) : null}
    </GrowthPage>
  );
}

const Row = ({ juror, onRemove }: { juror: Juror; onRemove: () => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { name, email, role, antenna, userName, active, removedAt } = juror;
  return (
    <tr>
      <th scope="row">
        <strong>{name}</strong>
        {active ? <span className={table.sub}>{email}</span> : null}
      </th>
      <td data-label={t('jurors.role')}>{t(`growth.role.${role}`)}</td>
      <td data-label={t('jurors.antenna')}>{antenna === null ? t('jurors.noAntenna') : ANTENNA_NAMES[antenna]}</td>
      <td data-label={t('jurors.userName')}>{userName}</td>
      <td data-label={t('jurors.state')}>
        <span className={table.badges}>
          {active ? (
            <Button
              size="compact-md"
              variant="subtle"
              color="red"
              aria-label={t('jurors.remove.label', { name })}
              onClick={onRemove}
            >
              {t('jurors.remove.button')}
            </Button>
          ) : (
            <Badge size="lg" variant="outline" color="gray">
              {removedAt === null
                ? t('jurors.inactive')
                : t('jurors.removedOn', { day: formatDay(removedAt, language) })}
            </Badge>
          )}
        </span>
      </td>
    </tr>
  );
};
