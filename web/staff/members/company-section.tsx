import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCompanyNumber } from '../../../domain/company/identity.ts';
import type { MemberDetail } from '../../../domain/contract/directory-responses.ts';
import { formatDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, Facts } from '../../layout/facts.tsx';
import { Section } from '../shared/section.tsx';

/** Who the company is, and where. */
export const CompanySection = ({ member: { company, establishment, commune } }: { member: MemberDetail }) => {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const language = useLanguage();
  const given = (value: string | null) => value ?? t('application.notGiven');
  return (
    <Section title={t('members.company')}>
      <Facts>
        <Fact name={t('application.fields.category')} value={shared(`category.${company.category}.name`)} />
        <Fact name={t('application.fields.foundedOn')} value={formatDate(company.foundedOn, language)} />
        <Fact name={t('application.fields.activity')} value={company.activity.code} />
        <Fact
          name={t('application.fields.siret')}
          value={given(establishment.siret === null ? null : formatCompanyNumber(establishment.siret))}
        />
        <Fact
          name={t('application.fields.street')}
          value={`${establishment.street}, ${establishment.postcode} ${commune.name}`}
        />
        <Fact name={t('application.fields.epci')} value={given(commune.epci?.name ?? null)} />
        <Fact
          name={t('application.fields.website')}
          value={
            company.website === null ? (
              t('application.notGiven')
            ) : (
              <Anchor href={company.website} target="_blank" rel="noreferrer">
                {company.website}
              </Anchor>
            )
          }
        />
      </Facts>
    </Section>
  );
};
