import classes from './logo.module.css';
import { Mark } from './mark.tsx';

/** Mark and name, as they stand in the header. */
export const Logo = () => (
  <span className={classes.logo}>
    <Mark />
    <span className={classes.name}>Traboule</span>
  </span>
);
