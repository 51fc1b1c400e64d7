import { checkEstablishment } from '../../domain/application/check.ts';
import { ROUTES } from '../../domain/contract/routes.ts';
import { Refusal } from '../../domain/errors.ts';
import { moveMember } from '../../domain/member/change.ts';
import type { Member } from '../../domain/member/member.ts';
import { under } from '../../domain/text/field-errors.ts';
import { cancelChoices } from '../antenna/choices.ts';
import { getApplication } from '../data/applications.ts';
import { findCommune } from '../data/communes.ts';
import { api } from '../shared/http/api.ts';
import { staff } from '../shared/http/caller.ts';
import { startExecutionOf } from '../shared/workflow.ts';
import { changedView, staffChange } from './staff-change.ts';

/** The commune of an establishment. @throws Refusal `invalid-fields` when it is none, or has another postcode */
const communeOf = (establishment: Member['establishment']) => {
  const commune = findCommune(establishment.communeCode);
  const errors = checkEstablishment(establishment, commune);
  if (commune === null || errors.length > 0) {
    throw new Refusal('invalid-fields', { errors: under('establishment', errors) });
  }
  return commune;
};

/**
 * Moves a member. In another commune the workflow that places applications places it anew; until then the member keeps
 * its antenna. Posted again, a move that was stored and not followed up is followed up.
 */
export const handler = api(ROUTES.MoveMember, staff, async ({ caller, params, body, now }) => {
  const { establishment, comment } = body;
  const { member, consequences } = await staffChange({
    number: params.id,
    by: caller,
    now,
    decide: (before) => moveMember(before, establishment, communeOf(establishment), comment),
    // What staff are asked of the commune before is asked no more.
    writes: (before, after) => (before.commune.code === after.commune.code ? [] : cancelChoices(before.applicationId)),
  });
  const { applicationId, version } = member;
  const { antenna } = await getApplication(applicationId);
  if (antenna?.communeCode !== member.commune.code) {
    await startExecutionOf('antenna-assignment', `${applicationId}-move-${version}`, { applicationId });
  }
  return changedView(member, consequences);
});
