import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** Forgets what was typed, once the person has said so twice. */
export const ClearDraft = ({ onClear, compact = false }: { onClear: () => void; compact?: boolean }) => {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure(false);
  return (
    <>
      <Button variant={compact ? 'subtle' : 'outline'} color="red" size={compact ? 'sm' : 'md'} onClick={ask}>
        {t('join.clear.button')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t('join.clear.title')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <Text>{t('join.clear.text')}</Text>
        <Group mt="lg">
          <Button
            color="red"
            onClick={() => {
              onClear();
              close();
            }}
          >
            {t('join.clear.confirm')}
          </Button>
          <Button variant="outline" onClick={close}>
            {t('join.clear.cancel')}
          </Button>
        </Group>
      </Modal>
    </>
  );
};
