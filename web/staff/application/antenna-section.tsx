import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ANTENNA_NAMES } from '../../../domain/antenna/antenna.ts';
import type { AntennaProposal } from '../../../domain/antenna/assignment.ts';
import type { StaffApplication } from '../../../domain/contract/responses.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { AntennaBadge } from '../shared/antenna-badge.tsx';
import { Section } from '../shared/section.tsx';
import own from './application.module.css';
import { useReason } from './use-reason.ts';

/** Which antenna, who decided it, and what the rule said with its reasons. */
export const AntennaSection = ({ application }: { application: StaffApplication }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const { antenna, assignedBy, proposal, form } = application;
  const preferred = form.preferredAntenna;
  return (
    <Section title={t('application.antenna')}>
      <Facts>
        <Fact
          name={t('application.antenna')}
          value={
            antenna === null ? (
              t('application.antennaPending')
            ) : (
              <>
                <AntennaBadge code={antenna} />
                {assignedBy !== null && <Text size="sm">{shared(`antenna.assignedBy.${assignedBy}`)}</Text>}
              </>
            )
          }
        />
        <Fact
          name={t('application.preference')}
          value={preferred === null ? t('application.noPreference') : ANTENNA_NAMES[preferred]}
        />
        {proposal !== null && <ProposalFacts proposal={proposal} />}
      </Facts>
    </Section>
  );
};

const ProposalFacts = ({ proposal }: { proposal: AntennaProposal }) => {
  const { t } = useTranslation('staff');
  const reason = useReason();
  return (
    <>
      <Fact
        name={t('application.candidates')}
        value={
          <ul className={own.candidates}>
            {proposal.candidates.map((code) => (
              <li key={code}>
                <Badge size="lg" variant={code === proposal.proposed ? 'filled' : 'outline'}>
                  {ANTENNA_NAMES[code]}
                  {code === proposal.proposed && ` – ${t('application.proposedMark')}`}
                </Badge>
              </li>
            ))}
          </ul>
        }
      />
      <Fact
        name={t('application.reasons')}
        value={
          <>
            <ul className={own.reasons}>
              {proposal.reasons.map((why) => (
                <li key={why.code}>{reason(why)}</li>
              ))}
            </ul>
            <Text size="sm" c="dimmed" mt={6}>
              {t('application.policy', { version: proposal.policyVersion })}
            </Text>
          </>
        }
      />
    </>
  );
};
