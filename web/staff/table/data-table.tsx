import type { ReactNode } from 'react';
import classes from './table.module.css';

/**
 * A table whose rows become cards on a narrow screen. Cells carry `data-label`, which the cards show.
 * @param inset true within a section, which is a card already: rows are then parted by lines, cells stand side by side
 */
export const DataTable = ({
  caption,
  head,
  inset = false,
  children,
}: {
  caption: string;
  head: ReactNode;
  inset?: boolean;
  children: ReactNode;
}) => (
  <table className={classes.table} data-inset={inset}>
    <caption>{caption}</caption>
    <thead>
      <tr>{head}</tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
