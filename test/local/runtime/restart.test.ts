import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { DemoClient } from '../../../local/demo/client.ts';
import { formOf } from '../../support/forms.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';

jest.setTimeout(START_PATIENCE);

let runtime: TestRuntime | undefined;
afterEach(async () => {
  await runtime?.dispose();
  runtime = undefined;
});

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), nextCursor: z.string().nullable() });

/** Every item of a list of the staff's API. */
async function all(from: TestRuntime, path: string): Promise<Record<string, unknown>[]> {
  const authorization = `Bearer ${await from.token('admin')}`;
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address: string = `${from.site}${path}?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = Page.parse(await (await fetch(address, { headers: { authorization } })).json());
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** Does something for each, so many at a time. */
async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

describe('what waits when the runtime ends', () => {
  it(
    'goes on at the next start: an address never confirmed expires on its day',
    async () => {
      const form = formOf();
      const before = await TestRuntime.start();
      const client = new DemoClient(before.site);
      const id = await client.apply(form);
      await client.link(id, form.contact.email);
      await before.advance('P13D');
      await before.stop();

      runtime = await TestRuntime.start({ data: before.data });
      expect(await all(runtime, '/api/staff/applications')).toMatchObject([
        { applicationId: id, status: 'confirming-email' },
      ]);
      await runtime.advance('P2D');
      expect(await all(runtime, '/api/staff/applications')).toMatchObject([{ applicationId: id, status: 'expired' }]);
      expect(await runtime.mail(form.contact.email)).toHaveLength(2);
    },
    START_PATIENCE,
  );

  it(
    'goes on after kill -9 of every process: fifty applications all end, none twice',
    async () => {
      const forms = Array.from({ length: 50 }, () => formOf());
      const before = await TestRuntime.start();
      const client = new DemoClient(before.site);
      let confirmed = 0;
      let killed: Promise<void> | undefined;
      await each(forms, 5, async (form) => {
        try {
          const id = await client.apply(form);
          await client.answerByLink(await client.link(id, form.contact.email), 'confirm-email', () => ({}));
          confirmed += 1;
          if (confirmed === 20) killed = before.kill();
        } catch (error) {
          // From then on, what was under way fails: that is the point.
          if (killed === undefined) throw error;
        }
      });
      await killed;

      runtime = await TestRuntime.start({ data: before.data });
      const { site } = runtime;
      const after = new DemoClient(site);
      const applied = new Set((await all(runtime, '/api/staff/applications')).map(({ siren }) => siren));
      expect(applied.size).toBeGreaterThanOrEqual(20);
      // Those the crash kept from applying, or whose answer it lost, try again as people would.
      await each(forms, 5, async (form) => {
        if (!applied.has(form.company.siren)) await after.apply(form);
      });
      await runtime.advance('PT10M');
      for (const { applicationId, status, siren } of await all(runtime, '/api/staff/applications')) {
        const form = forms.find(({ company }) => company.siren === siren);
        if (status !== 'confirming-email' || form === undefined) continue;
        const link = await after.link(String(applicationId), form.contact.email);
        await after.answerByLink(link, 'confirm-email', () => ({}));
      }
      await runtime.settled();
      await each(await all(runtime, '/api/staff/applications'), 5, async ({ applicationId }) => {
        const task = { applicationId: String(applicationId), kind: 'review-application' };
        await after.answerAsStaff('admin', 'Claire Fontaine', task, { decision: 'approve', comment: '' });
      });
      await runtime.advance('PT10M');

      const applications = await all(runtime, '/api/staff/applications');
      expect(applications.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 'admitted'));
      const members = await all(runtime, '/api/staff/members');
      expect(new Set(members.map(({ siren }) => siren)).size).toBe(50);
      expect(new Set(members.map(({ number }) => number)).size).toBe(50);
      expect(members).toHaveLength(50);
    },
    START_PATIENCE,
  );
});
