import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type * as z from 'zod';
import { ROUTES } from '../../../domain/contract/routes.ts';
import { fieldErrors, messageOf } from '../../../domain/text/field-errors.ts';
import type { Answer } from '../../api/call.ts';
import { asFailure } from '../../api/failure.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { type StaffOptions, type StaffRoute, useStaffCall } from '../api/use-staff-call.ts';

/** The routes that change something about money: each has a body. */
export type ActionRoute = {
  [N in StaffRoute]: (typeof ROUTES)[N] extends { body: z.ZodType; method: 'POST' } ? N : never;
}[StaffRoute];

/**
 * Something the treasurer does: judged by the route's own schema before it is sent, its refusals put beside their
 * fields. The same body sent again, after a failure, carries the same key and counts once.
 * @param params of the path
 * @param onDone is given the answer; what the console shows is read again meanwhile
 */
export const useAction = <N extends ActionRoute>(
  name: N,
  params: Record<string, string> | undefined,
  onDone: (answer: Answer<N>) => void,
) => {
  const language = useLanguage();
  const call = useStaffCall();
  const cache = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  // Set at once, where what is rendered follows a moment later: a double click is two events of one moment.
  const busy = useRef(false);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const act = useMutation({
    mutationFn: (body: unknown) => {
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
      // Some of these routes take a key and some have no params; what they get beyond their own is not sent or harmless.
      return call(name, { params, body, idempotencyKey: sent.current.key } as unknown as StaffOptions<N>);
    },
    onSuccess: onDone,
    onError: (error) => setErrors(new Map(asFailure(error).fields.map(({ path, message }) => [path, message]))),
    onSettled: () => {
      busy.current = false;
      return cache.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  return {
    /** Sends it when nothing is wrong with it. A second click while it is on its way does nothing. */
    send: (body: unknown): void => {
      if (busy.current) return;
      const read = ROUTES[name].body.safeParse(body);
      setErrors(
        new Map(
          read.success
            ? []
            : fieldErrors(read.error).map(({ path, code, params: of }) => [path, messageOf(code, of, language)]),
        ),
      );
      busy.current = read.success;
      if (read.success) act.mutate(read.data);
    },
    pending: act.isPending,
    /** What went wrong with the whole; null when every part of it stands beside a field. */
    failure: act.isError && errors.size === 0 ? act.error : null,
    errorAt: (path: string): string | undefined => errors.get(path),
    errors,
    /** A field is being put right. */
    drop: (path: string): void => setErrors((known) => new Map([...known].filter(([other]) => other !== path))),
  };
};
