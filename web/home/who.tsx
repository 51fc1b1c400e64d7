import { Title } from '@mantine/core';
import { IconBriefcase, IconBuildingCommunity, IconRocket, IconSchool, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, type Category } from '../../domain/company/category.ts';
import classes from './home.module.css';

const ICONS: Record<Category, typeof IconUser> = {
  company: IconBriefcase,
  startup: IconRocket,
  'education-research': IconSchool,
  institution: IconBuildingCommunity,
  freelancer: IconUser,
};

/** The kinds of members, and the programme for those that grow fast. */
export const Who = () => {
  const { t } = useTranslation();
  return (
    <section className={classes.section}>
      <Title order={2}>{t('home.who.title')}</Title>
      <p className={classes.sectionLead}>{t('home.who.lead')}</p>
      <ul className={classes.kinds}>
        {CATEGORIES.map((category) => {
          const Icon = ICONS[category];
          return (
            <li key={category} className={classes.kind}>
              <Icon aria-hidden="true" stroke={1.6} />
              <span>
                <strong>{t(`category.${category}.name`)}</strong>
                <span className={classes.departements}>{t(`category.${category}.text`)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      <div className={classes.growth}>
        <h3 className={classes.stepTitle}>{t('home.who.growth.title')}</h3>
        <p className={classes.stepText}>{t('home.who.growth.text')}</p>
      </div>
    </section>
  );
};
