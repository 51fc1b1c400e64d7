import type { ReactNode } from 'react';
import classes from './facts.module.css';

/**
 * Names and values side by side, one under the other where it is narrow.
 * @param narrow true in a side column
 */
export const Facts = ({
  rows = [],
  narrow = false,
  children,
}: {
  rows?: readonly (readonly [string, ReactNode])[];
  narrow?: boolean;
  /** More of them, as `Fact`s: where values are more than words. */
  children?: ReactNode;
}) => (
  <dl className={classes.facts} data-narrow={narrow || undefined}>
    {rows.map(([name, value]) => (
      <Fact key={name} name={name} value={value} />
    ))}
    {children}
  </dl>
);

export const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value === '' || value === null ? '—' : value}</dd>
  </>
);
