import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './inbox.module.css';

/**
 * What can be done with the selected tasks; stays in sight while the list scrolls.
 * @param hidden how many of them the filters hide: they are approved with the others
 */
export const SelectionBar = ({
  count,
  hidden,
  onApprove,
  onClear,
}: {
  count: number;
  hidden: number;
  onApprove: () => void;
  onClear: () => void;
}) => {
  const { t } = useTranslation('staff');
  if (count === 0) return <div role="status" />;
  return (
    <section className={classes.bar} aria-label={t('inbox.column.select')}>
      <span role="status" className={classes.barCount}>
        {t('inbox.selected', { count })}
        {hidden === 0 ? null : t('inbox.selectedHidden', { count: hidden })}
      </span>
      <Button variant="transparent" c="white" onClick={onClear}>
        {t('inbox.clearSelection')}
      </Button>
      <Button color="ochre.4" c="black" leftSection={<IconChecks size={20} aria-hidden="true" />} onClick={onApprove}>
        {t('inbox.approveSelected')}
      </Button>
    </section>
  );
};
