import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import { ServiceError } from '../../support/aws-stub.ts';
import { claimsOf, type EventOptions } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { type Joined, joinMember } from '../../support/members.ts';
import { startWorld, type World } from '../../support/world.ts';

// Many real requests before the first test, on a machine that may be busy with others.
jest.setTimeout(60_000);

const T0 = '2027-03-15T08:00:00.000Z';
const T1 = '2027-06-01T08:00:00.000Z';
const LYON = { establishment: { postcode: '69003', communeCode: '69383', street: '1 rue de la Part-Dieu' } };
const TEXTS = {
  fr: { subject: 'Rencontre du <12>', body: 'Bonjour à tous.\n\nRendez-vous jeudi.' },
  en: { subject: 'Meeting on the <12>', body: 'Hello all.\n\nSee you on Thursday.' },
};
const Addressed = z.object({ Destination: z.object({ ToAddresses: z.array(z.string()) }) });
const Sent = z.object({
  Content: z.object({
    Template: z.object({ Headers: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
  }),
});

let world: World;
let french: Joined;
let english: Joined;
let twin: Joined;
let lyon: Joined;

beforeAll(async () => {
  world = await startWorld();
  french = await joinMember(world, T0);
  english = await joinMember(world, T0, formOf({ contact: { language: 'en', firstName: 'Ada' } }));
  twin = await joinMember(world, T0, formOf({ contact: { email: french.form.contact.email.toUpperCase() } }));
  lyon = await joinMember(world, T0, formOf(LYON));
}, 60_000);
afterAll(() => world.close());

const start = (options: Partial<EventOptions> = {}, filter: object = {}) =>
  world.call('StartMailing', { staff: ['admin'], body: { filter, texts: TEXTS }, now: T1, ...options });
const send = (mailingId: string) => world.task('mailings/send-mailing', { mailingId, now: T1 });
const idOf = ({ body }: { body: Record<string, unknown> }): string => z.string().parse(body.mailingId);
const newsTo = ({ form }: Joined) =>
  world.mailsTo(form.contact.email).filter(({ template }) => template.includes('member-news'));
const tokenIn = (data: Record<string, string> | undefined): string => data?.unsubscribe?.split('/').at(-1) ?? '';

describe('a message to members', () => {
  it('says before it leaves whom it reaches, whom not, and why', async () => {
    const { body } = await world.call('PreviewMailing', { staff: ['admin'], now: T1 });
    expect(body).toMatchObject({
      recipients: 3,
      readers: { fr: 2, en: 1 },
      leftOutCounts: { unsubscribed: 0, 'same-address': 1 },
      leftOut: [{ number: twin.number, reason: 'same-address' }],
      samples: { en: { firstName: 'Ada' } },
    });
    const own = await world.call('PreviewMailing', { staff: claimsOf(['antenna:LYO']), now: T1 });
    expect(own.body).toMatchObject({ recipients: 1, samples: { en: null } });
  });

  it('reaches each once in its language, though its post comes twice and its round runs again', async () => {
    const post = { headers: { 'idempotency-key': 'news-1' } };
    const [first, again] = [await start(post), await start(post)];
    expect([first.status, idOf(again)]).toEqual([202, idOf(first)]);
    expect(world.aws.of('StartExecution').filter(({ name }) => name === idOf(first))).toHaveLength(1);
    expect(await send(idOf(first))).toEqual({ done: true });
    expect(await send(idOf(first))).toEqual({ done: true });
    expect(newsTo(english)).toMatchObject([
      {
        template: expect.stringMatching(/-en$/),
        data: { subject: 'Meeting on the <12>', bodyHtml: expect.stringContaining('<br>') },
      },
    ]);
    expect([newsTo(french), newsTo(lyon), newsTo(twin)].map(({ length }) => length)).toEqual([1, 1, 0]);
    const { body } = await world.call('ListMailings', { staff: ['admin'] });
    expect(body.items).toMatchObject([{ recipients: 3, sent: 3, skipped: 0, status: 'sent' }]);
    expect((await world.call('ListMailings', { staff: claimsOf(['antenna:LYO']) })).body.items).toEqual([]);
  });

  it('goes on after a crash in the middle of a round: nobody gets a second mail', async () => {
    const mailingId = idOf(await start({}, { status: 'active' }));
    const accepted: unknown[] = [];
    let down = true;
    world.aws.on('SendEmail', (input) => {
      if (down && accepted.length === 1) throw new ServiceError('TooManyRequestsException', 'slow down', 429);
      accepted.push(Addressed.parse(input).Destination.ToAddresses[0]);
      return { MessageId: 'stub' };
    });
    await expect(send(mailingId)).rejects.toThrow('The mail service does not answer.');
    down = false;
    expect(await send(mailingId)).toEqual({ done: true });
    expect(accepted).toEqual([french, english, lyon].map(({ form }) => form.contact.email));
  });

  it('carries a way out that works without signing in, at one press, and only for that', async () => {
    const [mail] = newsTo(english);
    const token = tokenIn(mail?.data);
    const headers = world.aws
      .of('SendEmail')
      .filter((input) => JSON.stringify(input).includes(token))
      .flatMap((input) => Sent.parse(input).Content.Template.Headers);
    expect(headers).toEqual([
      { Name: 'List-Unsubscribe', Value: `<https://traboule.example/api/subscriptions/${token}>` },
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
    // As RFC 8058 has mail programs post it: a form, by nobody in particular.
    const press = () =>
      world.call('Unsubscribe', {
        params: { token },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        now: T1,
      });
    expect([(await press()).body, (await press()).body]).toEqual([{ subscribed: false }, { subscribed: false }]);
    const { body } = await world.call('PreviewMailing', { staff: ['admin'], now: T1 });
    expect(body).toMatchObject({ recipients: 2, leftOutCounts: { unsubscribed: 1 } });
    expect((await world.call('Resubscribe', { params: { token }, now: T1 })).body).toEqual({ subscribed: true });
    const late = '2031-06-01T08:00:00.000Z';
    expect((await world.call('Unsubscribe', { params: { token }, now: late })).problem).toBe('not-found');
  });

  it('leaves out who unsubscribes while it is on its way; mails about the membership go on', async () => {
    const mailingId = idOf(await start({}, { antenna: 'LYO' }));
    const token = tokenIn(newsTo(lyon).at(-1)?.data);
    await world.call('Unsubscribe', { params: { token }, now: T1 });
    const before = newsTo(lyon).length;
    expect(await send(mailingId)).toEqual({ done: true });
    expect(newsTo(lyon)).toHaveLength(before);
    await world.call('ExcludeMember', {
      params: { id: lyon.number },
      staff: ['admin'],
      body: { reason: 'Décision.' },
      now: T1,
    });
    expect(world.mailsTo(lyon.form.contact.email).map(({ template }) => template)).toContainEqual(
      expect.stringContaining('member-excluded'),
    );
  });

  it('is started by the redelivery job where nobody could start it', async () => {
    world.aws.on('StartExecution', () => {
      throw new ServiceError('ServiceUnavailable', 'stub', 503);
    });
    const reply = await start({}, { antenna: 'STE' });
    expect(reply.problem).toBe('unavailable');
    world.aws.on('StartExecution', ({ name }) => ({ executionArn: `arn:execution:${String(name)}`, startDate: 0 }));
    const started = () => world.aws.of('StartExecution').filter(({ name }) => String(name).startsWith('mailing-'));
    const before = started().length;
    // Not the first run of an hour, which looks for failures too.
    const time = '2027-06-01T08:20:00.000Z';
    await world.job('tasks/redeliver-answers', { time });
    await world.job('tasks/redeliver-answers', { time });
    expect(started()).toHaveLength(before + 1);
  });

  it('is refused where it would reach nobody', async () => {
    expect((await start({}, { q: 'personne' })).problem).toBe('no-recipient');
  });
});
