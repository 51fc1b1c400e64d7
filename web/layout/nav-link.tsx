import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import classes from './layout.module.css';

/**
 * A link of the header's navigation; the page one is on says so, to the eye and to screen readers.
 * @param alone true when the pages below this address have links of their own
 */
export const NavLink = ({ href, alone = false, children }: { href: string; alone?: boolean; children: ReactNode }) => {
  const [exact] = useRoute(href);
  const [below] = useRoute(`${href}/*`);
  return (
    <Link href={href} className={classes.navLink} aria-current={exact || (below && !alone) ? 'page' : undefined}>
      {children}
    </Link>
  );
};
