import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type * as z from 'zod';
import type { FieldError } from '../../domain/errors.ts';
import { fieldErrors, messageOf } from '../../domain/text/field-errors.ts';
import { asFailure } from '../api/failure.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** A form on its way to the API, as its fields and its button see it. */
export type Sending = {
  form: RefObject<HTMLFormElement | null>;
  /** Sends what was typed when nothing is wrong with it; a second click while it is on its way does nothing. */
  submit: (body: unknown) => (event?: FormEvent) => void;
  pending: boolean;
  /** What went wrong with the whole; null when every part of it stands beside a field. */
  failure: unknown;
  errorAt: (path: string) => string | undefined;
  errors: ReadonlyMap<string, string>;
  /** A field is being put right. */
  drop: (path: string) => void;
};

/**
 * Judges what was typed by the route's own schema, sends it, and puts what is refused beside its field. The same body
 * sent again, after a failure, carries the same key.
 * @param schema the route's own, so that what passes here is not refused there for its shape
 * @param faults what else is wrong with a well-formed body
 */
export const useSending = <S extends z.ZodType, A>({
  schema,
  faults,
  send,
  onDone,
}: {
  schema: S;
  faults?: (body: z.output<S>) => FieldError[];
  send: (body: z.input<S>, idempotencyKey: string) => Promise<A>;
  onDone: (answer: A) => unknown;
}): Sending => {
  const language = useLanguage();
  const sent = useRef({ body: '', key: '' });
  const form = useRef<HTMLFormElement>(null);
  // Holds for a second press before the page has been drawn anew, too.
  const busy = useRef(false);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [attempt, setAttempt] = useState(0);
  // The first field that is wrong takes the focus, once its sentence stands beside it.
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);

  const sending = useMutation({
    mutationFn: (body: z.input<S>) => {
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
      return send(body, sent.current.key);
    },
    onSuccess: onDone,
    onError: (error) => {
      setErrors(new Map(asFailure(error).fields.map(({ path, message }) => [path, message])));
      setAttempt((tried) => tried + 1);
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const judge = (body: unknown): FieldError[] => {
    const read = schema.safeParse(body);
    return read.success ? (faults?.(read.data) ?? []) : fieldErrors(read.error);
  };

  return {
    form,
    submit: (body) => (event) => {
      event?.preventDefault();
      if (busy.current) return;
      const wrong = judge(body);
      setErrors(new Map(wrong.map(({ path, code, params }) => [path, messageOf(code, params, language)])));
      if (wrong.length > 0) {
        setAttempt((tried) => tried + 1);
        return;
      }
      busy.current = true;
      // It passed the schema a line above: what goes out is what the schema takes.
      sending.mutate(body as z.input<S>);
    },
    pending: sending.isPending,
    failure: sending.isError && errors.size === 0 ? sending.error : null,
    errorAt: (path) => errors.get(path),
    errors,
    drop: (path) =>
      setErrors((known) => (known.has(path) ? new Map([...known].filter(([one]) => one !== path)) : known)),
  };
};
