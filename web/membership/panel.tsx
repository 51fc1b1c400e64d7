import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../application/application.module.css';

/** One of the cards of a company's page. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.panel}>
    <Title order={2} size="h4" mb="xs">
      {title}
    </Title>
    {children}
  </section>
);
