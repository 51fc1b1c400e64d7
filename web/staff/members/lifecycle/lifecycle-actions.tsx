import { Button, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBuilding,
  IconCategory,
  IconChevronDown,
  IconDoorExit,
  IconGavel,
  IconRefresh,
  IconShieldLock,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MemberDetail } from '../../../../domain/contract/directory-responses.ts';
import { hasLeft } from '../../../../domain/member/status.ts';
import { rightsAddress } from '../../rights/paths.ts';
import { answersTasks, isHeadOffice } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { AddressDialog } from './address-dialog.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { ExclusionDialog } from './exclusion-dialog.tsx';
import { FiguresDialog } from './figures-dialog.tsx';
import { RejoiningDialog } from './rejoining-dialog.tsx';
import { ResignationDialog } from './resignation-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

export type DialogProps = { member: MemberDetail; onClose: () => void };

const DIALOGS = {
  category: CategoryDialog,
  figures: FiguresDialog,
  address: AddressDialog,
  resignation: ResignationDialog,
  transfer: TransferDialog,
  exclusion: ExclusionDialog,
  rejoining: RejoiningDialog,
} as const satisfies Record<string, ComponentType<DialogProps>>;
type Change = keyof typeof DIALOGS;

const ICON: Record<Change, ComponentType<{ size: number; 'aria-hidden': 'true' }>> = {
  category: IconCategory,
  figures: IconUsers,
  address: IconBuilding,
  resignation: IconDoorExit,
  transfer: IconArrowsExchange,
  exclusion: IconGavel,
  rejoining: IconRefresh,
};

/** What this person may do about a membership as it stands. The API decides again. */
const changesFor = ({ status }: MemberDetail, mayAct: boolean, headOffice: boolean): Change[] => {
  if (!mayAct) return [];
  if (hasLeft(status)) return ['rejoining'];
  return ['category', 'figures', 'address', 'resignation', ...(headOffice ? (['transfer', 'exclusion'] as const) : [])];
};

/** What may be done about a membership, each in a dialog that says first what follows from it. */
export const LifecycleActions = ({ member }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const { groups } = useSignedIn().person;
  const [open, setOpen] = useState<Change | null>(null);
  const changes = changesFor(member, answersTasks(groups), isHeadOffice(groups));
  const Dialog = open === null ? null : DIALOGS[open];
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button variant="outline" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {t('lifecycle.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {changes.map((change) => {
            const Icon = ICON[change];
            return (
              <Menu.Item
                key={change}
                color={change === 'exclusion' ? 'red' : undefined}
                leftSection={<Icon size={18} aria-hidden="true" />}
                onClick={() => setOpen(change)}
              >
                {t(`lifecycle.${change}.item`)}
              </Menu.Item>
            );
          })}
          {changes.length > 0 && <Menu.Divider />}
          <Menu.Item
            component={Link}
            href={rightsAddress(member.applicationId)}
            leftSection={<IconShieldLock size={18} aria-hidden="true" />}
          >
            {t('lifecycle.rights')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog === null ? null : <Dialog member={member} onClose={() => setOpen(null)} />}
    </>
  );
};
