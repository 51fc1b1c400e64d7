import { Kbd, Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './inbox.module.css';

const KEYS = [
  { keys: ['j'], does: 'next' },
  { keys: ['k'], does: 'previous' },
  { keys: ['↓', '↑'], does: 'arrows' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['x'], does: 'toggle' },
  { keys: ['a'], does: 'approve' },
  { keys: ['Esc'], does: 'clear' },
  { keys: ['/'], does: 'search' },
  { keys: ['?'], does: 'help' },
] as const;

/** Keys that a keyboard names in its language. */
const NAMED = ['Home', 'End', 'Enter', 'Esc'] as const;

type Props = { opened: boolean; onClose: () => void; letters: boolean; onLetters: (on: boolean) => void };

/** The keys of the inbox, and the switch for those who need letters for something else. */
export const ShortcutsDialog = ({ opened, onClose, letters, onLetters }: Props) => {
  const { t } = useTranslation('staff');
  const written = (key: string): string => {
    const named = NAMED.find((one) => one === key);
    return named === undefined ? key : t(`shortcuts.keys.${named}`);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('bulk.close') }}
    >
      <table className={classes.keys}>
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.key')}</th>
            <th scope="col">{t('shortcuts.does')}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {written(key)}
                  </Kbd>
                ))}
              </th>
              <td>{t(`shortcuts.${does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        mt="lg"
        label={t('shortcuts.enabled')}
        description={t('shortcuts.enabledHelp')}
        checked={letters}
        onChange={(event) => onLetters(event.currentTarget.checked)}
      />
    </Modal>
  );
};
