import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LinkApplication } from '../../domain/contract/responses.ts';
import type { MembershipOutlook, Standing } from '../../domain/member/outlook.ts';
import { Contact } from '../settings/contact.tsx';
import classes from './application.module.css';
import { Quote } from './quote.tsx';

/** Standings in which the membership is over, and the company may join again. */
const OVER: readonly Standing[] = ['lapsed', 'lapsed-for-good', 'resigned', 'excluded'];

/** Why the cluster excluded it, in its own words; null when it did not. */
const exclusionReason = ({ timeline }: LinkApplication): string | null => {
  const last = timeline.findLast(({ happening }) => happening.type === 'member-excluded')?.happening;
  return last?.type === 'member-excluded' ? last.comment : null;
};

/** The number of a membership, and what its company can do where it is over: nothing more is to be done in it. */
export const Membership = ({
  application,
  membership: { standing },
}: {
  application: LinkApplication;
  membership: MembershipOutlook;
}) => {
  const { t } = useTranslation();
  const { memberNumber, siren } = application;
  const reason = standing === 'excluded' ? exclusionReason(application) : null;
  return (
    <>
      {reason === null ? null : <Quote label={t('application.ended.reason')}>{reason}</Quote>}
      <p className={classes.number}>
        <span>{t('application.ended.number')}</span>
        <strong>{memberNumber}</strong>
      </p>
      {OVER.includes(standing) ? (
        <>
          <p className={classes.statusText}>
            {t('application.ended.questions')} <Contact />
          </p>
          <Group mt="md">
            <Button component={Link} href="/join" variant="outline">
              {t('application.standing.again')}
            </Button>
          </Group>
        </>
      ) : null}
      {standing === 'elsewhere' ? (
        <Group mt="md">
          <Button component={Link} href={`/link?siren=${siren}`} variant="outline">
            {t('application.noLink.ask')}
          </Button>
        </Group>
      ) : null}
    </>
  );
};
