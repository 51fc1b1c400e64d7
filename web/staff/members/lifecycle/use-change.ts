import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { ANTENNA_NAMES, type AntennaCode } from '../../../../domain/antenna/antenna.ts';
import { formatCompanyNumber } from '../../../../domain/company/identity.ts';
import type { MEMBER_ROUTES } from '../../../../domain/contract/member-routes.ts';
import { ROUTES } from '../../../../domain/contract/routes.ts';
import { Refusal } from '../../../../domain/errors.ts';
import type { Consequence } from '../../../../domain/member/change.ts';
import { problemText } from '../../../../domain/text/problems.ts';
import type { Answer } from '../../../api/call.ts';
import { useSending } from '../../../form/use-sending.ts';
import { formatDate } from '../../../format/dates.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { type StaffOptions, useStaffCall } from '../../api/use-staff-call.ts';

type ChangeRoute = keyof typeof MEMBER_ROUTES;

/**
 * Sends a change of a membership, and reads again what the console shows of it.
 * @param told what did follow, in sentences, from the answer
 * @param forget drops what was typed, once it is sent
 */
export const useChange = <N extends ChangeRoute>(
  name: N,
  number: string,
  told: (answer: Answer<N>) => string[],
  forget: () => void,
) => {
  const call = useStaffCall();
  const cache = useQueryClient();
  const [done, setDone] = useState<string[] | null>(null);
  const sending = useSending({
    schema: ROUTES[name].body as z.ZodType,
    // It passed the route's own schema.
    send: (body) => call(name, { params: { id: number }, body } as unknown as StaffOptions<N>),
    onDone: (answer) => {
      forget();
      setDone(told(answer));
      return cache.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  return { sending, done };
};

/** Says what follows from a change. @param antenna who has the member in charge meanwhile */
export const useConsequences = (antenna: AntennaCode): ((consequences: readonly Consequence[]) => string[]) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (consequences) =>
    consequences.map(({ code, params }) => {
      switch (code) {
        case 'dues-from':
          return t('lifecycle.consequence.dues-from', { day: formatDate(params.from ?? '', language) });
        case 'transferred':
          return t('lifecycle.consequence.transferred', { siren: formatCompanyNumber(params.siren ?? '') });
        default:
          return t(`lifecycle.consequence.${code}`, { antenna: ANTENNA_NAMES[antenna] });
      }
    });
};

/**
 * What the domain says of a change before it is sent; its refusal in words when it would refuse.
 * @param decide the rule itself, on what is typed
 */
export const usePreview = (): (<T>(decide: () => T) => { value: T } | { refused: string | null }) => {
  const language = useLanguage();
  return (decide) => {
    try {
      return { value: decide() };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // What is wrong with a field is said beside it once it is sent.
      return { refused: error.type === 'invalid-fields' ? null : problemText(error.type, language).detail };
    }
  };
};
