import { Badge } from '@mantine/core';
import { IconCheck, IconEqual, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScreeningResult, Verdict } from '../../domain/growth/evaluation.ts';

const VERDICTS = {
  met: { color: 'green', Icon: IconCheck },
  near: { color: 'ochre', Icon: IconEqual },
  'not-met': { color: 'gray', Icon: IconMinus },
  unknown: { color: 'gray', Icon: IconQuestionMark },
} as const satisfies Record<Verdict, { color: string; Icon: typeof IconCheck }>;

/** What one criterion says, in a word, a colour and a sign. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslation();
  const { color, Icon } = VERDICTS[verdict];
  return (
    <Badge
      size="lg"
      color={color}
      variant={verdict === 'unknown' ? 'outline' : 'light'}
      leftSection={<Icon size={14} aria-hidden="true" />}
    >
      {t(`growth.verdict.${verdict}`)}
    </Badge>
  );
};

const RESULTS = { eligible: 'green', borderline: 'ochre', 'not-eligible': 'gray' } as const satisfies Record<
  ScreeningResult,
  string
>;

/** What all criteria together say. @param short where there is little room */
export const ResultBadge = ({
  result,
  size = 'lg',
  short = false,
}: {
  result: ScreeningResult;
  size?: 'lg' | 'xl';
  short?: boolean;
}) => {
  const { t } = useTranslation();
  return (
    <Badge size={size} variant="light" color={RESULTS[result]}>
      {t(short ? `growth.resultShort.${result}` : `growth.result.${result}`)}
    </Badge>
  );
};
