import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

/** The first page of a visit leaves focus and scroll to the browser; each later one moves both to its heading. */
let visited = false;

/**
 * A page: its title in the tab and as heading, and the measure of its text.
 * @param tab its title in the tab where the heading alone does not say what page it is
 * @param lead one or two sentences under the heading
 * @param above what stands over the heading, such as the steps of a form
 * @param aside what stands beside the heading, such as a status
 * @param width `text` for reading and forms, `wide` for lists and drawings
 */
export const Page = ({
  title,
  tab = title,
  lead,
  above,
  aside,
  width = 'text',
  children,
}: {
  title: string;
  tab?: string;
  lead?: ReactNode;
  above?: ReactNode;
  aside?: ReactNode;
  width?: 'text' | 'wide';
  children?: ReactNode;
}) => {
  const heading = usePageHeading(tab);
  return (
    <div className={classes.page} data-width={width}>
      {above}
      <div className={classes.top}>
        <div>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead === undefined ? null : <div className={classes.lead}>{lead}</div>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
};

/**
 * Names the page in the tab and, when one comes from another page, puts focus on its heading.
 * @param title the page's name, without the site's
 * @returns the ref of the heading, which needs `tabIndex={-1}`
 */
export const usePageHeading = (title: string) => {
  const { t } = useTranslation();
  const ref = useRef<HTMLHeadingElement>(null);
  const documentTitle = t('layout.documentTitle', { title });
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    if (visited) {
      window.scrollTo(0, 0);
      ref.current?.focus({ preventScroll: true });
    }
    visited = true;
  }, []);
  return ref;
};
