import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { messageOf } from '../../domain/text/field-errors.ts';
import type { Draft } from '../form/draft.ts';
import { fieldNameOf } from '../form/field-names.ts';
import { useFormExtras } from '../form/form-context.ts';
import { type Section, sectionErrors, sectionOf } from '../form/sections.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './join.module.css';

/** One section as it will be sent, what is still wrong with it, and the way to change it. */
export const ReviewSection = ({ section, children }: { section: Section; children: ReactNode }) => {
  const { t } = useTranslation();
  const title = t(`join.step.${section}.short`);
  const wrong = useWrong(section);
  return (
    <section className={classes.review} aria-label={title}>
      <div className={classes.reviewTop}>
        <h2>{title}</h2>
        <Button
          component={Link}
          href={`/join/${section}?review`}
          variant="subtle"
          size="sm"
          aria-label={t('join.review.editSection', { section: title })}
        >
          {t('join.review.edit')}
        </Button>
      </div>
      {children}
      {wrong.length === 0 ? null : (
        <ul className={classes.wrong}>
          {wrong.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const useWrong = (section: Section): string[] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { getValues } = useFormContext<Draft>();
  const { serverErrors } = useFormExtras();
  const own = sectionErrors(section, getValues(), language).map(({ path, code, params }) => ({
    path,
    message: messageOf(code, params, language),
  }));
  const theirs = [...serverErrors]
    .filter(([path]) => sectionOf(path) === section && !own.some((error) => error.path === path))
    .map(([path, message]) => ({ path, message }));
  return [...own, ...theirs].map(({ path, message }) => {
    const known = fieldNameOf(path);
    return known === null ? message : t('form.named', { label: t(`field.${known.name}`), message });
  });
};
