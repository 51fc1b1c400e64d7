import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Mark } from '../brand/mark.tsx';
import classes from './layout.module.css';

export const Footer = () => {
  const { t } = useTranslation();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerInner}>
        <p className={classes.footerAbout}>
          <Mark size={28} />
          <span>{t('layout.about')}</span>
        </p>
        <ul className={classes.footerLinks}>
          <li>
            <Link href="/join">{t('layout.join')}</Link>
          </li>
          <li>
            <Link href="/application">{t('layout.follow')}</Link>
          </li>
          <li>
            <Link href="/charter">{t('layout.charter')}</Link>
          </li>
          <li>
            <Link href="/staff">{t('layout.staff')}</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
};
