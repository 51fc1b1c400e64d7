import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import { AntennaReasons } from '../antenna/antenna-reasons.tsx';
import { AntennaSwatch } from '../antenna/antenna-swatch.tsx';
import classes from './application.module.css';

/** The antenna and why it is that one; before it is known, that it is being worked out. */
export const AntennaPanel = ({ application }: { application: LinkApplication }) => {
  const { t } = useTranslation();
  const { antenna, proposal } = application;
  if (antenna === null && proposal === null) return null;
  const code = antenna?.code ?? proposal?.proposed;
  return (
    <section className={classes.panel}>
      <Title order={2} size="h4">
        {t('application.antenna.title')}
      </Title>
      {code === undefined ? null : (
        <p className={classes.antennaName}>
          <AntennaSwatch antenna={code} />
          {ANTENNA_NAMES[code]}
        </p>
      )}
      <p className={classes.small}>
        {antenna === null ? t('application.antenna.proposed') : t(`antenna.assignedBy.${antenna.assignedBy}`)}
      </p>
      {proposal === null ? null : (
        <details className={classes.details}>
          <summary>{t('application.antenna.why')}</summary>
          <AntennaReasons reasons={proposal.reasons} />
          <p className={classes.small}>
            {t('application.antenna.version', {
              version: proposal.policyVersion,
              commune: proposal.inputs.communeName,
              departement: proposal.inputs.departement,
            })}
          </p>
        </details>
      )}
    </section>
  );
};
