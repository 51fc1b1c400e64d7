import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './dues.module.css';

/**
 * A value as people read it, and a button that copies it as machines want it.
 * @param name what the value is, for the button's name
 * @param shown how it is printed
 * @param value what is copied
 */
export const CopyValue = ({ name, shown, value }: { name: string; shown: string; value: string }) => {
  const { t } = useTranslation();
  return (
    <span className={classes.copy}>
      <span className={classes.copied}>{shown}</span>
      <CopyButton value={value} timeout={2500}>
        {({ copied, copy }) => (
          <>
            <Tooltip label={copied ? t('dues.copied') : t('dues.copy', { name })}>
              <ActionIcon
                variant={copied ? 'light' : 'subtle'}
                color={copied ? 'green' : 'passage'}
                size="lg"
                aria-label={t('dues.copy', { name })}
                onClick={copy}
              >
                {copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />}
              </ActionIcon>
            </Tooltip>
            <span role="status" className={classes.unseen}>
              {copied ? t('dues.copied') : ''}
            </span>
          </>
        )}
      </CopyButton>
    </span>
  );
};
