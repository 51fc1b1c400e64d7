import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DirectoryView } from '../../../../domain/directory/view.ts';
import { directoryAddress, viewFrom } from './view.ts';

/**
 * The view in the address, and what changes it. What is chosen is a step that Back undoes; what is being typed takes
 * the place of what was typed before.
 */
export const useDirectory = () => {
  const query = useSearch();
  const [, navigate] = useLocation();
  const view = useMemo(() => viewFrom(query), [query]);
  const show = useCallback(
    (next: DirectoryView, { replace = false }: { replace?: boolean } = {}) =>
      navigate(directoryAddress(next), { replace }),
    [navigate],
  );
  return { view, show };
};
