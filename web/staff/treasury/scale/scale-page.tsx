import { Alert, Badge, Button } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { Answer } from '../../../api/call.ts';
import { PageSkeleton } from '../../../feedback/skeletons.tsx';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useStaffQuery } from '../../api/use-staff-call.ts';
import { isHeadOffice } from '../../session/person.ts';
import { useSignedIn } from '../../session/session-context.ts';
import { RefusedPage } from '../../shared/refused-page.tsx';
import { Section } from '../../shared/section.tsx';
import { SCALE_PATH } from '../paths.ts';
import classes from '../treasury.module.css';
import { TreasuryPage } from '../treasury-page.tsx';
import { PolicyView } from './policy-view.tsx';

/** Every version of the scale, the one in force first, then those to come and those that were. */
export default function ScalePage() {
  const { t } = useTranslation('staff');
  const policies = useStaffQuery('ListDuesPolicies', {});
  if (policies.data !== undefined) return <Loaded policies={policies.data} />;
  if (policies.isPending) return <PageSkeleton />;
  return (
    <RefusedPage
      title={t('scale.title')}
      error={policies.error}
      onRetry={() => void policies.refetch()}
      retrying={policies.isRefetching}
    />
  );
}

const Loaded = ({ policies: { items, inForce } }: { policies: Answer<'ListDuesPolicies'> }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { person } = useSignedIn();
  const [query] = useSearchParams();
  const current = items.find(({ version }) => version === inForce);
  const others = items.filter(({ version }) => version !== inForce).toSorted((a, b) => b.from.localeCompare(a.from));
  const published = query.get('published');
  const since = (from: string) => t('scale.since', { day: formatDate(from, language) });
  return (
    <TreasuryPage
      title={t('scale.title')}
      lead={t('scale.lead')}
      aside={
        isHeadOffice(person.groups) ? (
          <Button component={Link} href={`${SCALE_PATH}/new`} leftSection={<IconPlus size={18} aria-hidden="true" />}>
            {t('scale.new.button')}
          </Button>
        ) : null
      }
    >
      {published === null ? null : (
        <Alert role="status" color="green" mb="lg" icon={<IconCircleCheck aria-hidden="true" />}>
          {t('scale.published', { version: published })}
        </Alert>
      )}
      <div className={classes.stack}>
        {current === undefined ? null : (
          <Section
            title={`${current.version} · ${since(current.from)}`}
            aside={
              <Badge variant="light" size="lg" color="green">
                {t('scale.inForce')}
              </Badge>
            }
          >
            <PolicyView policy={current} />
          </Section>
        )}
        {others.map((policy) => (
          <Section
            key={policy.version}
            title={`${policy.version} · ${since(policy.from)}`}
            aside={
              <Badge variant="light" size="lg" color={policy.from > (current?.from ?? '') ? 'ochre' : 'gray'}>
                {policy.from > (current?.from ?? '') ? t('scale.toCome') : t('scale.past')}
              </Badge>
            }
          >
            <details>
              <summary>{t('scale.read')}</summary>
              <PolicyView policy={policy} />
            </details>
          </Section>
        ))}
      </div>
    </TreasuryPage>
  );
};
