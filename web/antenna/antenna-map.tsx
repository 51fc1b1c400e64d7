import { useTranslation } from 'react-i18next';
import { ANTENNA_CODES, type AntennaCode } from '../../domain/antenna/antenna.ts';
import { type AntennaPolicy, antennaOfDepartement } from '../../domain/antenna/policy.ts';
import classes from './antenna-map.module.css';
import { DEPARTEMENTS, placeOnMap, REGION_BOX } from './region.ts';

/** Where each antenna sits (longitude, latitude), and on which side of the dot its name reads best. */
const SEATS: Record<AntennaCode, { city: string; at: [number, number]; side: 'start' | 'end' }> = {
  LYO: { city: 'Lyon', at: [4.835, 45.764], side: 'start' },
  STE: { city: 'Saint-Étienne', at: [4.387, 45.44], side: 'end' },
  GRE: { city: 'Grenoble', at: [5.724, 45.188], side: 'start' },
  CLE: { city: 'Clermont-Ferrand', at: [3.087, 45.777], side: 'start' },
  VAL: { city: 'Valence', at: [4.892, 44.933], side: 'start' },
  ANN: { city: 'Annecy', at: [6.129, 45.899], side: 'start' },
};

/**
 * The region by antenna. A picture: the same facts stand beside it as a list.
 * @param lit the antenna to bring out, if any
 */
export const AntennaMap = ({
  policy,
  lit,
  onPoint,
}: {
  policy: AntennaPolicy;
  lit: AntennaCode | null;
  onPoint: (antenna: AntennaCode | null) => void;
}) => {
  const { t } = useTranslation();
  return (
    <svg
      viewBox={`0 0 ${REGION_BOX.width} ${REGION_BOX.height}`}
      className={classes.map}
      role="img"
      aria-label={t('antenna.map')}
      onPointerLeave={() => onPoint(null)}
    >
      {DEPARTEMENTS.map(({ code, outline }) => {
        const antenna = antennaOfDepartement(policy, code);
        return (
          <path
            key={code}
            d={outline}
            className={classes.departement}
            data-antenna={antenna ?? undefined}
            data-faded={lit !== null && lit !== antenna ? true : undefined}
            onPointerEnter={() => onPoint(antenna)}
          />
        );
      })}
      {ANTENNA_CODES.map((code) => {
        const { city, at, side } = SEATS[code];
        const { x, y } = placeOnMap(...at);
        const start = side === 'start';
        return (
          <g key={code} className={classes.seat} data-lit={lit === code ? true : undefined}>
            <path d={`M${x - 7} ${y + 7}v-8a7 7 0 0 1 14 0v8z`} className={classes.door} />
            <text x={start ? x + 13 : x - 13} y={y + 6} textAnchor={side} className={classes.city}>
              {city}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
