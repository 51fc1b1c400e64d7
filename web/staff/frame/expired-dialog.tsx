import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Over the page one was on, so that it is plain that nothing was thrown away. */
export const ExpiredDialog = ({ signIn }: { signIn: () => Promise<void> }) => {
  const { t } = useTranslation('staff');
  const [leaving, setLeaving] = useState(false);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('session.expired.title')}
      zIndex={400}
    >
      <Stack align="flex-start">
        <Text>{t('session.expired.text')}</Text>
        <Button
          data-autofocus
          loading={leaving}
          onClick={() => {
            setLeaving(true);
            void signIn().catch(() => setLeaving(false));
          }}
        >
          {t('session.expired.button')}
        </Button>
      </Stack>
    </Modal>
  );
};
