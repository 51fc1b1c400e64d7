import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import classes from './antenna-map.module.css';

/** The colour an antenna has on the map, as a small arch. */
export const AntennaSwatch = ({ antenna }: { antenna: AntennaCode }) => (
  <span className={classes.swatch} data-antenna={antenna} aria-hidden="true" />
);
