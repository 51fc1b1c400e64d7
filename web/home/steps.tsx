import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JOINING_POLICY } from '../../domain/joining/policy.ts';
import classes from './home.module.css';

const STEPS = ['form', 'email', 'antenna', 'review', 'member'] as const;

/** How joining works: what the company does, what the cluster does, and how long each may take. */
export const Steps = () => {
  const { t } = useTranslation();
  const { days } = JOINING_POLICY;
  const text = {
    form: t('home.steps.form.text'),
    email: t('home.steps.email.text', { days: days['confirm-email'] }),
    antenna: t('home.steps.antenna.text'),
    review: t('home.steps.review.text', { days: days['review-application'] }),
    member: t('home.steps.member.text'),
  };
  return (
    <section className={classes.section}>
      <Title order={2}>{t('home.steps.title')}</Title>
      <p className={classes.sectionLead}>{t('home.steps.lead')}</p>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} className={classes.step}>
            <span className={classes.stepDoor} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3 className={classes.stepTitle}>{t(`home.steps.${step}.title`)}</h3>
              <p className={classes.stepText}>{text[step]}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
