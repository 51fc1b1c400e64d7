import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Something done at one click. A second click before the page has been drawn anew does nothing.
 * @param onSettled done after it, whatever came of it; the next click counts once it is over
 */
export const useAct = <A>({
  act,
  onSuccess,
  onSettled,
}: {
  act: () => Promise<A>;
  onSuccess?: (answer: A) => unknown;
  onSettled?: () => unknown;
}) => {
  const busy = useRef(false);
  const mutation = useMutation({
    mutationFn: act,
    onSuccess,
    onSettled: async () => {
      await onSettled?.();
      busy.current = false;
    },
  });
  return {
    run: (): void => {
      if (busy.current) return;
      busy.current = true;
      mutation.mutate();
    },
    pending: mutation.isPending,
    done: mutation.isSuccess,
    failure: mutation.error,
  };
};
