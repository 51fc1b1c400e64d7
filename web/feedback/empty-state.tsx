import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './feedback.module.css';

/**
 * A place with nothing in it, and what to do about it.
 * @param order level of the heading
 */
export const EmptyState = ({
  title,
  children,
  action,
  order = 2,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  order?: 1 | 2 | 3;
}) => (
  <div className={classes.empty}>
    <div className={classes.arch} aria-hidden="true" />
    <Title order={order} size="h3">
      {title}
    </Title>
    {children === undefined ? null : <Text maw="32rem">{children}</Text>}
    {action}
  </div>
);
