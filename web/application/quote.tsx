import classes from './application.module.css';

/** Somebody's own words, set apart, their line breaks kept. */
export const Quote = ({ label, children }: { label: string; children: string }) => (
  <figure className={classes.quote}>
    <figcaption>{label}</figcaption>
    <blockquote>{children}</blockquote>
  </figure>
);
