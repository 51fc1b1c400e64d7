import { Badge } from '@mantine/core';
import { IconDoor, IconDoorOff, IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Vote } from '../../../domain/jury/session.ts';

const VOTES = {
  admit: { color: 'green', Icon: IconDoor },
  decline: { color: 'gray', Icon: IconDoorOff },
  'ask-more': { color: 'ochre', Icon: IconMessageQuestion },
} as const satisfies Record<Vote['vote'], { color: string; Icon: typeof IconDoor }>;

/** A vote, in words, a colour and a sign. */
export const VoteBadge = ({ vote }: { vote: Vote['vote'] }) => {
  const { t } = useTranslation('staff');
  const { color, Icon } = VOTES[vote];
  return (
    <Badge size="lg" variant="light" color={color} leftSection={<Icon size={14} aria-hidden="true" />}>
      {t(`jury.vote.${vote}`)}
    </Badge>
  );
};
