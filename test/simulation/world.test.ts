import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Activity } from '../../local/clock/activity.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { fieldsRead, fieldsWritten } from '../../simulation/world/attributes.ts';
import { type Mail, Mails } from '../../simulation/world/mails.ts';
import { Schedules } from '../../simulation/world/schedules.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'world-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;
const START = Date.parse('2027-03-26T12:00:00Z');

describe('the mails of a play', () => {
  const call = (number: string, link: string) => ({
    method: 'POST',
    hostname: 'mail',
    path: '/v2/email/outbound-emails',
    headers: {},
    body: JSON.stringify({
      Destination: { ToAddresses: ['contact@998000001.example'] },
      Content: {
        Template: {
          TemplateName: 'simulation-invoice-issued-fr',
          TemplateData: JSON.stringify({ number, link, linkHtml: link }),
        },
      },
    }),
  });
  const open = (read: Mail[]) =>
    new Mails(
      join(folder, 'mails.jsonl'),
      () => '2027-01-04T08:00:00.000Z',
      (mail) => read.push(mail),
    );

  it('are each read once, by the next process too', async () => {
    const read: Mail[] = [];
    await open(read).send(call('F2027-000001', 'a'));
    expect(read).toHaveLength(1);
    const again: Mail[] = [];
    expect(open(again).all).toEqual(read);
    expect(again).toEqual(read);
  });

  it('that leave again at the same instant, with another link, are one mail; another invoice is another', async () => {
    const read: Mail[] = [];
    const mails = open(read);
    await mails.send(call('F2027-000001', 'a'));
    await mails.send(call('F2027-000001', 'b'));
    await mails.send(call('F2027-000002', 'c'));
    expect(mails.all.map(({ data }) => data.number)).toEqual(['F2027-000001', 'F2027-000002']);
    expect(mails.again).toBe(1);
    expect(read).toHaveLength(2);
  });
});

describe('the schedules of a play', () => {
  const open = (start: number, run: (name: string, time: string) => Promise<void>) => {
    const clock = new SimulatedClock(new Activity(), start);
    return { clock, schedules: new Schedules(join(folder, 'schedules.json'), { clock, run }) };
  };

  it('run at their hours of Paris, on the days that clocks change as well', async () => {
    const ran: string[] = [];
    const { clock, schedules } = open(START, async (name, time) => {
      if (name === 'renewal-campaign') ran.push(time);
    });
    schedules.start();
    await clock.advance(3 * DAY);
    expect(ran).toEqual(['2027-03-27T06:00:00.000Z', '2027-03-28T05:00:00.000Z', '2027-03-29T05:00:00.000Z']);
  });

  it('that run every few minutes rest while there is nothing new, and run twice after work', async () => {
    const ran: string[] = [];
    const { clock, schedules } = open(START, async (name, time) => {
      if (name === 'redeliver-answers') ran.push(time.slice(11, 16));
    });
    schedules.start();
    await clock.advance(DAY / 24);
    expect(ran).toEqual(['12:05', '12:10']);
    schedules.worked();
    await clock.advance(DAY / 24);
    expect(ran).toEqual(['12:05', '12:10', '13:05', '13:10']);
  });

  it('make a run again that was cut short, at its own time', async () => {
    const cut = open(START, (name) =>
      name === 'renewal-campaign' ? Promise.reject(new Error('killed')) : Promise.resolve(),
    );
    cut.schedules.start();
    await expect(cut.clock.advanceTo(Date.parse('2027-03-27T06:00:00Z'))).rejects.toThrow('killed');
    const ran: string[] = [];
    const next = open(Date.parse('2027-03-27T06:00:00Z'), async (name, time) => {
      if (name === 'renewal-campaign') ran.push(time);
    });
    next.schedules.start();
    await next.clock.advance(1);
    expect(ran).toEqual(['2027-03-27T06:00:00.000Z']);
  });
});

describe('what goes into the table', () => {
  it('comes out the same, without what is undefined', () => {
    const item = { text: 'é', n: -1.5, yes: true, none: null, list: [1, 'a', { deep: [] }], map: { a: {} } };
    expect(fieldsRead(fieldsWritten({ ...item, gone: undefined }))).toEqual(item);
  });

  it('is refused when no table takes it', () => {
    expect(() => fieldsWritten({ f: () => 1 })).toThrow(TypeError);
    expect(() => fieldsRead({ f: { SS: ['a'] } })).toThrow(TypeError);
  });
});
