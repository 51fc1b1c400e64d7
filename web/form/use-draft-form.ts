import { useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { FieldError } from '../../domain/errors.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Draft } from './draft.ts';
import { deviceStore, forget, type KeptDraft, keep, readKept } from './kept.ts';
import { type Checking, resolver } from './resolver.ts';

/** Milliseconds of stillness after which what was typed is written down. */
const REST = 250;

export type DraftForm = {
  form: UseFormReturn<Draft, Checking>;
  /** When what was found on this device had been kept, ISO 8601; null when the form began empty. */
  restoredAt: string | null;
  /** True when something was typed, now or before. */
  begun: boolean;
  /** Idempotency key of the sending; stays with the form until it is sent. */
  key: string;
  /** Another sending altogether: a new key. */
  renewKey: () => void;
  /** The person has seen that the form was restored. */
  acknowledge: () => void;
  /** Forgets what is kept and begins anew. */
  clear: () => void;
  /** Forgets what is kept: it was sent. */
  done: () => void;
};

/**
 * A form that is kept in the browser while it is typed: it survives errors, reloads, the back button and a closed tab.
 * @param place where it is kept
 * @param blank gives the form with nothing typed
 * @param check what is wrong with the part of the form on the page
 */
export const useDraftForm = (place: string, blank: () => Draft, check: (draft: Draft) => FieldError[]): DraftForm => {
  const language = useLanguage();
  const [start] = useState(() => readKept(deviceStore, place));
  const [restoredAt, setRestoredAt] = useState(start?.savedAt ?? null);
  const [found, setFound] = useState(start !== null);
  const [key, setKey] = useState(() => start?.key ?? crypto.randomUUID());
  const [defaults] = useState(() => start?.draft ?? blank());
  const form = useForm<Draft, Checking>({
    defaultValues: defaults,
    resolver,
    context: { language, check },
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    shouldFocusError: false,
  });
  const keeper = useKeeper(form, place, key);
  useRewording(form, language);

  return {
    form,
    restoredAt,
    begun: found || form.formState.isDirty,
    key,
    acknowledge: () => setRestoredAt(null),
    renewKey: () => setKey(crypto.randomUUID()),
    clear: () => {
      keeper.stop();
      forget(deviceStore, place);
      setKey(crypto.randomUUID());
      setRestoredAt(null);
      setFound(false);
      form.reset(blank());
    },
    done: () => {
      keeper.stop();
      forget(deviceStore, place);
    },
  };
};

/** Writes the form down shortly after each change, and at once when the page is hidden or left. */
const useKeeper = (form: UseFormReturn<Draft, Checking>, place: string, key: string): { stop: () => void } => {
  const pending = useRef<(() => void) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = (): void => {
    clearTimeout(timer.current);
    pending.current = null;
  };
  useEffect(() => {
    const flush = (): void => {
      clearTimeout(timer.current);
      pending.current?.();
      pending.current = null;
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        // Without a name the whole form was set by the page itself: nobody typed.
        if (name === undefined) return;
        const kept: KeptDraft = { key, savedAt: new Date().toISOString(), draft: structuredClone(values) };
        pending.current = () => void keep(deviceStore, place, kept);
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, REST);
      },
    });
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      flush();
      unsubscribe();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [form, place, key]);
  return { stop };
};

/** Says the errors on the page again when the reader changes language. */
const useRewording = (form: UseFormReturn<Draft, Checking>, language: string): void => {
  const said = useRef(language);
  useEffect(() => {
    if (said.current === language) return;
    said.current = language;
    if (Object.keys(form.formState.errors).length > 0) void form.trigger();
  }, [form, language]);
};
