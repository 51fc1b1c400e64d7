import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Activity } from '../../../local/clock/activity.ts';
import { SimulatedClock } from '../../../local/clock/simulated-clock.ts';
import { Mailbox } from '../../../local/ses/mailbox.ts';
import { mailboxPage, mailMessage, mailPage } from '../../../local/ses/mailbox-page.ts';
import { Ses } from '../../../local/ses/ses.ts';

const folder = mkdtempSync(join(tmpdir(), 'ses-'));
afterAll(() => rmSync(folder, { recursive: true }));
let path = '';
beforeEach(() => {
  path = join(folder, `${Math.random()}.jsonl`);
});

const TEMPLATE = {
  TemplateName: 'traboule-welcome-fr',
  SubjectPart: 'Bienvenue, {{name}}',
  TextPart: 'Bonjour {{name}},\nvoici le lien : {{link}}.',
  HtmlPart: '<p>Bonjour {{name}}, <a href="{{link}}">le lien</a></p>',
};

function sesOf() {
  const mailbox = new Mailbox(path);
  const clock = new SimulatedClock(new Activity(), Date.parse('2026-01-05T08:00:00Z'));
  const ses = new Ses([TEMPLATE], mailbox, clock);
  const send = (body: unknown, address = '/v2/email/outbound-emails') =>
    ses.handle({
      method: 'POST',
      path: address,
      query: '',
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
      sourceIp: '127.0.0.1',
    });
  return { mailbox, send };
}

const mailOf = (TemplateData: string, TemplateName = TEMPLATE.TemplateName) => ({
  FromEmailAddress: 'traboule@example.org',
  Destination: { ToAddresses: ['claire@example.com'] },
  Content: { Template: { TemplateName, TemplateData } },
});

const DATA = JSON.stringify({ name: 'Claire & fils', link: 'http://localhost:4300/application#abc' });

describe('SendEmail', () => {
  it('fills in the template as SES does, escaping nothing', () => {
    const { mailbox, send } = sesOf();
    const answer = send(mailOf(DATA));
    expect(answer.status).toBe(200);
    expect(mailbox.all()).toEqual([
      {
        id: JSON.parse(String(answer.body)).MessageId,
        at: '2026-01-05T08:00:00.000Z',
        from: 'traboule@example.org',
        to: 'claire@example.com',
        subject: 'Bienvenue, Claire & fils',
        text: 'Bonjour Claire & fils,\nvoici le lien : http://localhost:4300/application#abc.',
        html: '<p>Bonjour Claire & fils, <a href="http://localhost:4300/application#abc">le lien</a></p>',
        template: 'traboule-welcome-fr',
      },
    ]);
  });

  it('takes a mail without a template', () => {
    const { mailbox, send } = sesOf();
    send({ ...mailOf(DATA), Content: { Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'There' } } } } });
    expect(mailbox.all()[0]).toMatchObject({ subject: 'Hi', text: 'There', html: null, template: null });
  });

  it.each([
    ['an unknown template', mailOf(DATA, 'none'), 404, 'NotFoundException'],
    ['a variable the data lacks', mailOf('{"name":"x"}'), 400, 'BadRequestException'],
    ['data that is not JSON', mailOf('{'), 400, 'BadRequestException'],
    ['nobody to send to', { ...mailOf(DATA), Destination: {} }, 400, 'BadRequestException'],
    ['no content', { ...mailOf(DATA), Content: {} }, 400, 'BadRequestException'],
  ])('refuses %s, and keeps no mail', (_case, mail, status, type) => {
    const { mailbox, send } = sesOf();
    expect(send(mail)).toMatchObject({ status, headers: { 'x-amzn-errortype': type } });
    expect(mailbox.all()).toEqual([]);
  });

  it('refuses the calls of SES that do not run here', () => {
    expect(sesOf().send({}, '/v2/email/identities')).toMatchObject({ status: 400 });
  });
});

describe('the mailbox', () => {
  it('keeps the mail across restarts', () => {
    const first = sesOf();
    first.send(mailOf(DATA));
    expect(new Mailbox(path).all()).toEqual(first.mailbox.all());
  });

  it('drops a last line that a crash cut short, and goes on', () => {
    const first = sesOf();
    first.send(mailOf(DATA));
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"id":"half`);
    const second = sesOf();
    expect(second.mailbox.all()).toHaveLength(1);
    second.send(mailOf(DATA));
    expect(new Mailbox(path).all()).toHaveLength(2);
  });

  it('refuses to start on damage elsewhere, naming the file', () => {
    sesOf().send(mailOf(DATA));
    writeFileSync(path, `garbage\n${readFileSync(path, 'utf8')}`);
    expect(() => new Mailbox(path)).toThrow(`The file ${path} is damaged`);
  });

  it('shows mails with links that work and nothing of theirs run', () => {
    const { mailbox, send } = sesOf();
    send(mailOf(JSON.stringify({ name: '<script>', link: 'http://localhost:4300/application#abc' })));
    const [mail] = mailbox.all();
    if (mail === undefined) throw new Error('There is no mail.');
    expect(String(mailboxPage('fr', mailbox.all()).body)).toContain('Bienvenue, &#60;script&#62;');
    const page = String(mailPage('en', mail).body);
    expect(page).toContain(
      '<a href="http://localhost:4300/application#abc">http://localhost:4300/application#abc</a>.',
    );
    expect(page).not.toContain('<script>');
    expect(mailMessage(mail).headers['content-security-policy']).toMatch(
      /^sandbox allow-popups [^;]*; default-src 'none'/,
    );
  });
});
