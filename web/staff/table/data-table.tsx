import type { ReactNode } from 'react';
import classes from './table.module.css';

/** A table whose rows become cards on a narrow screen. Cells carry `data-label`, which the cards show. */
export const DataTable = ({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) => (
  <table className={classes.table}>
    <caption>{caption}</caption>
    <thead>
      <tr>{head}</tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
