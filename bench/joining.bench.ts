import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { ApplicationForm } from '../domain/application/form.ts';
import { AnswerAccepted, ApplicationAccepted, MemberPage, StaffTaskPage } from '../domain/contract/responses.ts';
import { formOf } from '../test/support/forms.ts';
import { LocalRun } from './local-run.ts';

/** How many requests are under way at once: what a few people and a script would do, not a flood. */
const AT_ONCE = 8;
const TOWNS = [
  { postcode: '69003', communeCode: '69383' },
  { postcode: '42000', communeCode: '42218' },
  { postcode: '38000', communeCode: '38185' },
  { postcode: '63000', communeCode: '63113' },
  { postcode: '26000', communeCode: '26362' },
  { postcode: '74000', communeCode: '74010' },
];

const Mails = z.array(z.object({ template: z.string().nullish(), text: z.string() }));
const Token = z.object({ accessToken: z.string() });
const Counters = z.object({
  transitions: z.number(),
  invocationsInAll: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
});
export type Counted = z.infer<typeof Counters>;

/** Runs work over a list, a few at a time. */
const each = async <T>(items: T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
};

/**
 * Takes companies from the form to the member through the real API, every question answered by this script: forms
 * posted, addresses confirmed from the mails, reviews approved as the head office.
 * @returns seconds from the first form to the last member
 */
export const joinAll = async (run: LocalRun, companies: number): Promise<number> => {
  const started = performance.now();
  const forms: ApplicationForm[] = Array.from({ length: companies }, (_, index) =>
    formOf({ establishment: TOWNS[index % TOWNS.length] ?? {} }),
  );
  const { accessToken } = await run.call(Token, 'POST', '/local/token', { body: { groups: ['admin'] } });
  const authorization = `Bearer ${accessToken}`;
  const answered = new Set<string>();
  let posted = false;

  const post = each(forms, async (form) => {
    await run.call(ApplicationAccepted, 'POST', '/api/applications', { body: form });
  }).then(() => {
    posted = true;
  });

  /** Confirms every address whose mail has come and was not used yet. */
  const confirm = async (): Promise<void> => {
    const mails = await run.call(Mails, 'GET', '/local/mail');
    const tokens = mails.flatMap(({ text }) => /\/application#([\w-]+)/.exec(text)?.[1] ?? []);
    await each(
      tokens.filter((token) => !answered.has(token)),
      async (token) => {
        answered.add(token);
        const link = { authorization: `Link ${token}` };
        const { openTasks } = await run.call(OpenTasks, 'GET', '/api/link/application', link);
        const task = openTasks.find((open) => open.kind === 'confirm-email' && open.answerable);
        if (task === undefined) return;
        await run.call(AnswerAccepted, 'POST', `/api/link/tasks/${encodeURIComponent(task.taskId)}/answer`, {
          ...link,
          body: {},
        });
      },
    );
  };

  /** Approves every application in the inbox. */
  const approve = async (): Promise<void> => {
    const { items } = await run.call(StaffTaskPage, 'GET', '/api/staff/tasks?kind=review-application&limit=100', {
      authorization,
    });
    await each(
      items.filter(({ taskId }) => !answered.has(taskId)),
      async ({ taskId }) => {
        answered.add(taskId);
        await run.call(AnswerAccepted, 'POST', `/api/staff/tasks/${encodeURIComponent(taskId)}/answer`, {
          authorization,
          body: { decision: 'approve', comment: '' },
        });
      },
    );
  };

  for (;;) {
    await confirm();
    await approve();
    if (posted && (await countMembers(run, authorization)) >= companies) break;
    await sleep(200);
  }
  await post;
  return (performance.now() - started) / 1000;
};

const OpenTasks = z.object({
  openTasks: z.array(z.object({ taskId: z.string(), kind: z.string(), answerable: z.boolean() })),
});

const countMembers = async (run: LocalRun, authorization: string): Promise<number> => {
  let count = 0;
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: z.infer<typeof MemberPage> = await run.call(MemberPage, 'GET', `/api/staff/members?limit=100${query}`, {
      authorization,
    });
    count += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return count;
};

/** Joins a roll of companies in a fresh runtime. @returns joinings per second, and the seconds it took */
export const measureRoll = async (companies: number): Promise<{ seconds: number; perSecond: number }> => {
  const run = await LocalRun.start();
  try {
    const seconds = await joinAll(run, companies);
    return { seconds, perSecond: companies / seconds };
  } finally {
    await run.stop();
  }
};

/** What one joining on its straight way uses, counted by the runtime over a few and divided. */
export const measureOneJoining = async (companies: number): Promise<Counted> => {
  const run = await LocalRun.start(['--count']);
  try {
    await joinAll(run, companies);
    const counted = await run.call(Counters, 'GET', '/local/counters');
    return {
      transitions: counted.transitions / companies,
      invocationsInAll: counted.invocationsInAll / companies,
      readUnits: counted.readUnits / companies,
      writeUnits: counted.writeUnits / companies,
    };
  } finally {
    await run.stop();
  }
};
