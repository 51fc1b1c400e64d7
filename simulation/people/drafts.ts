import { DuesPolicyList } from '../../domain/contract/dues-responses.ts';
import type { DuesPolicy } from '../../domain/dues/policy.ts';
import type { World } from '../world/world.ts';

const STAFF = ['admin'];

/**
 * Publishes the scale that is tried out, through the API, as an administrator would; once, though a play is continued.
 * @throws Error with what the API refuses of it
 */
export const publishScale = async (world: World, policy: DuesPolicy): Promise<void> => {
  const { body } = await world.call('ListDuesPolicies', { staff: STAFF });
  if (DuesPolicyList.parse(body).items.some(({ version }) => version === policy.version)) return;
  const reply = await world.call('PublishDuesPolicy', { staff: STAFF, body: { policy } });
  if (reply.problem !== null) throw new Error(`The scale is refused: ${JSON.stringify(reply.body)}`);
};
