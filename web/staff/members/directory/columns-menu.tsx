import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DIRECTORY_COLUMNS } from '../../../../domain/directory/column.ts';
import { COLUMN_NAMES } from '../../../../domain/directory/columns.ts';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import { useLanguage } from '../../../i18n/use-language.ts';

/** Which columns show. The company's name always does. */
export const ColumnsMenu = ({
  view,
  show,
}: {
  view: DirectoryView;
  show: (view: DirectoryView, how?: { replace?: boolean }) => void;
}) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={18} aria-hidden="true" />}>
          {t('directory.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={t('directory.columnsShown')}
          value={[...view.columns]}
          onChange={(chosen) =>
            show(
              {
                ...view,
                columns: DIRECTORY_COLUMNS.filter((column) => column === 'name' || chosen.includes(column)),
              },
              { replace: true },
            )
          }
        >
          <Stack gap="xs" mt="xs">
            {DIRECTORY_COLUMNS.filter((column) => column !== 'name').map((column) => (
              <Checkbox key={column} value={column} label={COLUMN_NAMES[column][language]} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
};
