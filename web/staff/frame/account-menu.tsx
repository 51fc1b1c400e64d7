import { Menu, UnstyledButton } from '@mantine/core';
import { IconCalendarRepeat, IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isHeadOffice, type Person } from '../session/person.ts';
import classes from './frame.module.css';
import { useGroupName } from './use-group-name.ts';

/** Who is signed in, with which groups, what the head office looks after now and then, and the way out. */
export const AccountMenu = ({ person, signOut }: { person: Person; signOut: () => Promise<void> }) => {
  const { t } = useTranslation('staff');
  const groupName = useGroupName();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('nav.account', { name: person.name })}>
          <IconUser size={20} aria-hidden="true" />
          <span className={classes.accountName}>{person.name}</span>
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.accountLabel}>
          <strong>{person.name}</strong>
          {person.groups.map((group) => (
            <span key={group}>{groupName(group)}</span>
          ))}
        </Menu.Label>
        {isHeadOffice(person.groups) && (
          <>
            <Menu.Divider />
            <Menu.Item
              component={Link}
              href="/staff/schedules"
              leftSection={<IconCalendarRepeat size={18} aria-hidden="true" />}
            >
              {t('nav.schedules')}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden="true" />} onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
