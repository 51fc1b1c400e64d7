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

const Page = z.object({ items: z.array(z.unknown()) });

/** The applications, as the head office lists them. */
async function applications(from: TestRuntime): Promise<unknown[]> {
  const authorization = `Bearer ${await from.token('admin')}`;
  const answer = await fetch(`${from.site}/api/staff/applications`, { headers: { authorization } });
  return Page.parse(await answer.json()).items;
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
      expect(await applications(runtime)).toMatchObject([{ applicationId: id, status: 'confirming-email' }]);
      await runtime.advance('P2D');
      expect(await applications(runtime)).toMatchObject([{ applicationId: id, status: 'expired' }]);
      expect(await runtime.mail(form.contact.email)).toHaveLength(2);
    },
    START_PATIENCE,
  );
});
