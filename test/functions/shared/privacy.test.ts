import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ServiceError } from '../../support/aws-stub.ts';
import { claimsOf } from '../../support/events.ts';
import { formOf } from '../../support/forms.ts';
import { askToConfirm, bringToReview, startWorld, submit, type World } from '../../support/world.ts';

// Logs are read by many: nothing of a form, no address and no token may stand in one, whatever goes wrong.

process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
process.env.AWS_MAX_ATTEMPTS = '1';
const NOW = '2026-10-05T08:00:00.000Z';

let world: World;
let logged = '';
const listen = (chunk: unknown): boolean => {
  logged += String(chunk);
  return true;
};
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation(listen);
  jest.spyOn(process.stderr, 'write').mockImplementation(listen);
  for (const method of ['log', 'debug', 'info', 'warn', 'error'] as const) {
    jest.spyOn(console, method).mockImplementation((...args) => void listen(args.map(String).join(' ')));
  }
  world = await startWorld();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await world.close();
});

it('logs refusals and faults without anything people sent, and without a token', async () => {
  const one = await submit(world, formOf(), NOW);
  const { taskId, link } = await askToConfirm(world, one, NOW);
  await world.call('AnswerLinkTask', {
    params: { id: taskId },
    link,
    body: {},
    now: NOW,
    idempotencyKey: 'a-secret-key',
  });
  await world.call('SubmitApplication', { body: one.form });
  await world.call('SubmitApplication', {
    body: { ...one.form, contact: { ...one.form.contact, email: 'Zoé à la maison' } },
  });
  await world.call('SubmitApplication', { rawBody: `{"contact": "${one.form.contact.email}"` });
  await world.call('GetLinkApplication', { link: `${link}x` });
  const other = await submit(world, formOf(), NOW);
  const review = await bringToReview(world, other, NOW);
  const body = { decision: 'refuse', comment: 'Une phrase reconnaissable.' };
  await world.call('AnswerStaffTask', { staff: claimsOf(['admin']), params: { id: review }, body, now: NOW });
  world.aws.on('SendEmail', () => {
    throw new ServiceError('MessageRejected', `Email address is not verified: ${other.form.contact.email}`);
  });
  const close = { applicationId: other.applicationId, now: NOW, outcome: 'refused', reason: null };
  await expect(world.task('applications/close-application', close)).rejects.toThrow('MessageRejected');

  const refusals = logged.match(/"message":"refused"/g) ?? [];
  expect(refusals.length).toBeGreaterThanOrEqual(4);
  expect(logged).toContain('MailRefusedError');
  const secrets = [one, other].flatMap(({ form, link: token }) => [
    ...[form.contact.email, form.contact.lastName, form.contact.phone, form.establishment.street, form.company.siren],
    token,
  ]);
  for (const secret of [...secrets, link, 'a-secret-key', 'maison', 'reconnaissable', `confirm-${one.applicationId}`]) {
    expect(logged).not.toContain(secret);
  }
});
