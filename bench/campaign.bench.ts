import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { formatMemberNumber } from '../domain/member/admit.ts';
import type { Member } from '../domain/member/member.ts';
import { FindWhoIsDueOutput } from '../domain/renewal/steps.ts';
import { memberIndexes, memberKey, periodIndexes, periodKey } from '../functions/data/keys.ts';
import { joinMember, memberOf } from '../test/support/members.ts';
import { startWorld, type World } from '../test/support/world.ts';
import { type CountingService, startCounting } from './counting.ts';

/** Everybody joined in spring, and is due when the notice begins. */
const JOINED = '2026-03-02T09:00:00.000Z';
const TODAY = '2026-11-02T06:00:00.000Z';
/** Items of one batch: DynamoDB takes 25. */
const BATCH = 25;
const WRITERS = 8;
/** How often memory is looked at on the way. */
const LOOKS = 20;

/** A campaign over a cluster: what it found, took and read; memory is the most in use on the way, in bytes. */
export type Campaign = {
  members: number;
  due: number;
  seconds: number;
  readUnits: number;
  requests: number;
  heap: number;
};

setFlagsFromString('--expose_gc');
const collect: () => void = runInNewContext('gc');

const itemsOf = (member: Member): Record<string, unknown>[] => {
  const { number, applicationId, period } = member;
  return [
    { ...memberKey(number), ...memberIndexes(member), ...member },
    { ...periodKey(number, period.from), ...periodIndexes(member), number, applicationId, ...period },
  ];
};

/** Writes copies of a member, from one number to another, those at the end of the list not due for a year. */
const settle = async (endpoint: string, like: Member, from: number, to: number, due: (n: number) => boolean) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint }));
  const TableName = String(process.env.TABLE_NAME);
  let next = from;
  const writer = async (): Promise<void> => {
    while (next <= to) {
      const members: Member[] = [];
      for (; members.length < Math.floor(BATCH / 2) && next <= to; next += 1) {
        const period = due(next) ? like.period : { from: '2026-03-02', to: '2027-12-31' };
        members.push({ ...like, number: formatMemberNumber(next), applicationId: crypto.randomUUID(), period });
      }
      const puts = members.flatMap(itemsOf).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  client.destroy();
};

/** Goes through all who are due, page by page, as the state machine does. */
const campaign = async (world: World, table: CountingService, members: number, pages: number): Promise<Campaign> => {
  const every = Math.max(1, Math.floor(pages / LOOKS));
  let cursor: string | null = null;
  let found = 0;
  let heap = 0;
  let looking = 0;
  table.take();
  const started = performance.now();
  for (let page = 0; page === 0 || cursor !== null; page += 1) {
    const output: z.infer<typeof FindWhoIsDueOutput> = FindWhoIsDueOutput.parse(
      await world.task('renewal/find-who-is-due', { now: TODAY, cursor, found }),
    );
    ({ cursor, found } = output);
    if (page % every !== 0) continue;
    const before = performance.now();
    collect();
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    looking += performance.now() - before;
  }
  const seconds = (performance.now() - started - looking) / 1000;
  return { members, due: found, seconds, heap, ...table.take() };
};

/**
 * Finds who is due in clusters of several sizes, in one table that grows: all are due, but for the last measure, where a
 * hundredth of the largest is.
 * @param sizes growing
 */
export const measureCampaigns = async (sizes: readonly number[], pageSize = 40): Promise<Campaign[]> => {
  // The SDK's notice about this machine's Node.js would hide the figures.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const world = await startWorld();
  const endpoint = String(process.env.AWS_ENDPOINT_URL_DYNAMODB);
  const table = await startCounting(endpoint);
  process.env.AWS_ENDPOINT_URL_DYNAMODB = table.url;
  try {
    const like = await memberOf(await joinMember(world, JOINED));
    const measured: Campaign[] = [];
    // Loaded and compiled before it is measured.
    await settle(endpoint, like, 2, 100, () => true);
    await campaign(world, table, 100, 3);
    let there = 100;
    for (const size of sizes) {
      await settle(endpoint, like, there + 1, size, () => true);
      there = size;
      measured.push(await campaign(world, table, size, size / pageSize));
    }
    const few = Math.round(there / 100);
    await settle(endpoint, like, few + 1, there, () => false);
    measured.push(await campaign(world, table, there, few / pageSize));
    return measured;
  } finally {
    await table.close();
    await world.close();
  }
};
