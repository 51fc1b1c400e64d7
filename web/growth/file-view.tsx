import { useTranslation } from 'react-i18next';
import type { CompanyFile } from '../../domain/growth/profile.ts';
import { formatEuros } from '../format/numbers.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from '../layout/facts.tsx';
import classes from './growth.module.css';

/** A company's file as others read it: its presentation in its own words, its mergers, the funds it raised. */
export const FileView = ({ file: { presentation, mergers, funds } }: { file: CompanyFile }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {presentation === '' ? (
        <p className={classes.muted}>{t('growth.file.none')}</p>
      ) : (
        <p className={classes.written}>{presentation}</p>
      )}
      <Facts
        rows={[
          [t('growth.file.mergers'), mergers.length === 0 ? t('growth.file.noMergers') : mergers.join(', ')],
          [
            t('growth.file.funds'),
            funds.length === 0
              ? t('growth.file.noFunds')
              : funds
                  .map(({ year, amount }) => t('growth.file.fundsOf', { year, amount: formatEuros(amount, language) }))
                  .join(' · '),
          ],
        ]}
      />
    </>
  );
};
