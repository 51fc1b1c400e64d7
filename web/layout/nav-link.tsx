import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import classes from './layout.module.css';

/** A link of the header's navigation; the page one is on says so, to the eye and to screen readers. */
export const NavLink = ({ href, children }: { href: string; children: ReactNode }) => {
  const [exact] = useRoute(href);
  const [below] = useRoute(`${href}/*`);
  return (
    <Link href={href} className={classes.navLink} aria-current={exact || below ? 'page' : undefined}>
      {children}
    </Link>
  );
};
