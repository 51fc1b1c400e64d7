import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer } from '../../../api/call.ts';
import { staffKey } from '../../api/use-staff-call.ts';

export type Programme = Answer<'GetProgramme'>;
export type Cohort = Programme['cohorts'][number];
export type Participant = Cohort['participants'][number];
export type Mentor = Programme['mentors'][number];

/** Takes the programme that an act answered as what stands now. */
export const useTakeProgramme = (): ((programme: Programme) => void) => {
  const cache = useQueryClient();
  return useCallback((programme) => cache.setQueryData(staffKey('GetProgramme', {}), programme), [cache]);
};
