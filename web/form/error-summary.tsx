import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, fieldNameOf } from './field-names.ts';
import classes from './form.module.css';

/** What is wrong with one field, in a sentence. */
export type ShownError = { path: string; message: string };

/**
 * All that is wrong on the page, each with a way to its field. It takes the focus each time sending was tried, so that
 * keyboard and screen reader start from it.
 * @param attempt grows by one at each try
 */
export const ErrorSummary = ({ errors, attempt }: { errors: readonly ShownError[]; attempt: number }) => {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const focused = useRef(0);
  const any = errors.length > 0;
  useEffect(() => {
    // The errors may come a moment after the attempt.
    if (!any || focused.current === attempt) return;
    focused.current = attempt;
    ref.current?.focus();
  }, [attempt, any]);
  if (!any) return null;
  return (
    <Alert
      ref={ref}
      role="alert"
      tabIndex={-1}
      color="red"
      mb="lg"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('form.errors', { count: errors.length })}
      className={classes.summary}
    >
      <ul className={classes.summaryList}>
        {errors.map(({ path, message }) => (
          <li key={path}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(path))?.focus();
              }}
            >
              <FieldTitle path={path} />
            </a>{' '}
            {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** The name of a field as a summary says it: with its row, where there are several. */
const FieldTitle = ({ path }: { path: string }) => {
  const { t } = useTranslation();
  const known = fieldNameOf(path);
  if (known === null) return <>{t('form.otherField')}</>;
  const label = t(`field.${known.name}`);
  return <>{known.row === null ? label : t('form.inRow', { label, row: known.row + 1 })}</>;
};
