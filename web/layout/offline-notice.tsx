import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './layout.module.css';

/** Says, while it lasts, that the device is off the network; always in the page so that screen readers hear it change. */
export const OfflineNotice = () => {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status" className={online ? undefined : classes.offline}>
      {online ? null : t('layout.offline')}
    </div>
  );
};
