import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANTENNA_CODES, ANTENNA_NAMES, type AntennaCode } from '../../domain/antenna/antenna.ts';
import { policyAt } from '../../domain/antenna/policy.ts';
import { AntennaMap } from '../antenna/antenna-map.tsx';
import { AntennaSwatch } from '../antenna/antenna-swatch.tsx';
import { DEPARTEMENTS } from '../antenna/region.ts';
import { todayInParis } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './home.module.css';

const departementName = (code: string): string => DEPARTEMENTS.find((d) => d.code === code)?.name ?? code;

/** The region by antenna, as a map and as a list. */
export const Antennas = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [lit, setLit] = useState<AntennaCode | null>(null);
  const policy = policyAt(todayInParis());
  const territories = new Intl.ListFormat(language).format(
    policy.contested.map(({ name, candidates }) => `${name} (${candidates.map((c) => ANTENNA_NAMES[c]).join(' / ')})`),
  );
  return (
    <section className={classes.band}>
      <div className={classes.antennas}>
        <div>
          <AntennaMap policy={policy} lit={lit} onPoint={setLit} />
          <p className={classes.credit}>{t('home.antennas.credit')}</p>
        </div>
        <div>
          <Title order={2}>{t('home.antennas.title')}</Title>
          <p className={classes.sectionLead}>{t('home.antennas.lead')}</p>
          <ul className={classes.antennaList} onPointerLeave={() => setLit(null)}>
            {ANTENNA_CODES.map((code) => (
              <li key={code} className={classes.antenna} onPointerEnter={() => setLit(code)}>
                <AntennaSwatch antenna={code} />
                <span>
                  <strong>{ANTENNA_NAMES[code]}</strong>
                  <span className={classes.departements}>
                    {policy.departements[code].map(departementName).join(', ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.note}>{t('home.antennas.contested', { territories })}</p>
          <p className={classes.note}>{t('home.antennas.elsewhere')}</p>
        </div>
      </div>
    </section>
  );
};
