import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import type { StaffTask } from '../../../domain/contract/responses.ts';
import own from '../application/application.module.css';
import { DECISIONS, type Decision } from './answer.ts';

type Props = { value: string | null; onChange: (value: string) => void; error: string | undefined };

const TEXTS = {
  approve: { label: 'decision.approve', help: 'decision.approveHelp' },
  refuse: { label: 'decision.refuse', help: 'decision.refuseHelp' },
  'request-changes': { label: 'decision.requestChanges', help: 'decision.requestChangesHelp' },
} as const satisfies Record<Decision, { label: string; help: string }>;

/** Approve, ask for changes or refuse; each with what follows from it. Nothing is chosen beforehand. */
export const DecisionChoice = ({ value, onChange, error }: Props) => {
  const { t } = useTranslation('staff');
  return (
    <Radio.Group label={t('decision.legend')} value={value} onChange={onChange} error={error}>
      <Stack gap="xs" mt="xs">
        {DECISIONS.map((decision, index) => (
          <div key={decision} className={own.option}>
            <Radio
              data-field={index === 0 ? 'choice' : undefined}
              value={decision}
              label={t(TEXTS[decision].label)}
              description={t(TEXTS[decision].help)}
            />
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
};

/** One of the antennas that claim the company; the one the rule proposes says so. */
export const AntennaChoice = ({ value, onChange, error, task }: Props & { task: StaffTask }) => {
  const { t } = useTranslation('staff');
  return (
    <Radio.Group label={t('decision.antennaLegend')} value={value} onChange={onChange} error={error}>
      <Stack gap="xs" mt="xs">
        {task.antennas.map((code, index) => (
          <div key={code} className={own.option}>
            <Radio
              data-field={index === 0 ? 'choice' : undefined}
              value={code}
              label={ANTENNA_NAMES[code]}
              description={task.proposal?.proposed === code ? t('decision.proposed') : undefined}
            />
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
};
