import type { ReactNode } from 'react';
import classes from './join.module.css';

/** Names and values, one under the other on a telephone. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={classes.facts}>
    {rows.map(([name, value]) => (
      <Fact key={name} name={name} value={value} />
    ))}
  </dl>
);

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value === '' || value === null ? '—' : value}</dd>
  </>
);
