import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { ApplicationForm } from '../../domain/application/form.ts';
import { call } from '../api/call.ts';
import { asFailure, type FailedField, type Failure } from '../api/failure.ts';
import { judge, SECTIONS, sectionOf } from '../form/sections.ts';
import type { DraftForm } from '../form/use-draft-form.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { rememberSent } from './sent.ts';

/**
 * Sends the form, once: the key stays with the form until an answer came, so a double click, a lost answer and a retry
 * make one application.
 * @param onRefused is given the fields the API refused; the page goes to the first of them
 */
export const useSubmit = (
  kept: DraftForm,
  onRefused: (fields: readonly FailedField[]) => void,
): { send: () => void; sending: boolean; failure: Failure | null } => {
  const language = useLanguage();
  const [, navigate] = useLocation();
  const busy = useRef(false);
  const submit = useMutation({
    mutationFn: (form: ApplicationForm) => call('SubmitApplication', { body: form, idempotencyKey: kept.key }),
    onSuccess: (accepted, form) => {
      rememberSent({ ...accepted, email: form.contact.email, companyName: form.company.legalName });
      navigate('/join/sent', { replace: true });
      // After leaving the review, which would show the empty form: who goes back or asks again begins anew.
      kept.clear();
    },
    onError: (error) => {
      const { reason, fields } = asFailure(error);
      if (reason !== 'invalid-fields') return;
      onRefused(fields);
      const first = SECTIONS.find((section) => fields.some(({ path }) => sectionOf(path) === section));
      if (first !== undefined) navigate(`/join/${first}?review&refused`);
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  return {
    send: () => {
      const { form } = judge(kept.form.getValues(), language);
      if (form === null || busy.current) return;
      busy.current = true;
      submit.mutate(form);
    },
    sending: submit.isPending,
    failure: submit.isError ? asFailure(submit.error) : null,
  };
};
