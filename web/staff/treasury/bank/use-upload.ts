import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { compressed, uploadStatement } from '../../../api/upload.ts';
import { staffKey, useAsMyself } from '../../api/use-staff-call.ts';
import { statementAddress } from '../paths.ts';

/** What an upload is at: the file being compressed, then sent. */
export type Stage = { at: 'compressing' } | { at: 'sending'; share: number } | { at: 'reading' };

/** Longest name that the API keeps. */
const LONGEST_NAME = 200;

/** Compresses and sends a bank file, once at a time, and goes to its result. */
export const useUpload = () => {
  const asMyself = useAsMyself();
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const [stage, setStage] = useState<Stage | null>(null);
  const busy = useRef(false);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      setStage({ at: 'compressing' });
      const body = await compressed(file);
      return asMyself((bearer) =>
        uploadStatement(body, { bearer, query: { fileName: file.name.slice(0, LONGEST_NAME) } }, (share) =>
          setStage(share < 1 ? { at: 'sending', share } : { at: 'reading' }),
        ),
      );
    },
    onSuccess: ({ statementId, known }) => {
      void cache.invalidateQueries({ queryKey: staffKey('ListBankStatements') });
      navigate(`${statementAddress(statementId)}${known ? '?known' : ''}`);
    },
    onSettled: () => {
      busy.current = false;
      setStage(null);
    },
  });
  return {
    send: (file: File): void => {
      if (busy.current) return;
      busy.current = true;
      upload.mutate(file);
    },
    stage: upload.isPending ? stage : null,
    file: upload.variables,
    failure: upload.isError ? upload.error : null,
  };
};
