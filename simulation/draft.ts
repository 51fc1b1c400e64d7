import { readFileSync } from 'node:fs';
import { policyFaults, successionFaults } from '../domain/dues/faults.ts';
import { DUES_POLICIES, policyAt } from '../domain/dues/policies.ts';
import { MEMBERSHIP_POLICIES, membershipPoliciesFaults, membershipPolicyFaults } from '../domain/member/policy.ts';
import { messageOf } from '../domain/text/field-errors.ts';
import { StartError } from '../local/start/text.ts';
import { firstDay } from './calendar.ts';
import { DraftPolicy } from './settings.ts';

/** What is wrong with a draft: with each part, and with how it follows the versions there are. */
export const draftFaults = ({ dues, membership }: DraftPolicy, from: string): string[] => {
  const scale =
    dues === undefined ? [] : [...policyFaults(dues), ...successionFaults(dues, DUES_POLICIES, firstDay(from))];
  const rules =
    membership === undefined
      ? []
      : [
          ...membershipPolicyFaults(membership, (dues ?? policyAt(membership.from)).terms),
          ...membershipPoliciesFaults([...MEMBERSHIP_POLICIES, membership]),
        ];
  return [
    ...scale.map(
      ({ path, code, params }) => `dues.${path}: ${messageOf(code, params, 'fr')}\n  ${messageOf(code, params, 'en')}`,
    ),
    ...rules.map((fault) => `membership: ${fault}`),
  ];
};

const refused = (path: string, details: string, cause?: unknown): StartError =>
  new StartError(
    {
      fr: `La politique de ${path} ne peut pas être essayée : corrigez ce qui suit.`,
      en: `The policy in ${path} cannot be tried out: put right what follows.`,
    },
    { details, cause },
  );

/** Reads a policy to try out. @throws StartError that says what is wrong with it */
export const readDraft = (path: string, from: string): DraftPolicy => {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refused(path, error instanceof Error ? error.message : String(error), error);
  }
  const parsed = DraftPolicy.safeParse(read);
  if (!parsed.success) {
    throw refused(path, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const faults = draftFaults(parsed.data, from);
  if (faults.length > 0) throw refused(path, faults.join('\n'));
  return parsed.data;
};
