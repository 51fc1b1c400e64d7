import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Facts } from '../../simulation/facts/facts.ts';
import { reportOf } from '../../simulation/report/report.ts';
import { byWeek, cumulated, monthsOf, weeksOf } from '../../simulation/report/series.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../support/browser.ts';

const company = { siren: '998000001', name: 'Logiciels <b>du Forez</b> & fils', antenna: 'STE' };
const facts = (failures: string[] = []): Facts =>
  Facts.parse({
    settings: { members: 1, from: '2027-01-01', to: '2027-02-28', seed: 1, policy: null },
    firstDay: '2026-10-30',
    members: [
      {
        ...company,
        category: 'company',
        status: 'suspended',
        since: '2020-05-04',
        leftOn: null,
        resignsOn: null,
        periods: [{ from: '2026-01-01', to: '2026-12-31' }],
        standings: [
          { on: '2020-05-04', standing: 'member', antenna: 'STE' },
          { on: '2027-03-02', standing: 'suspended', antenna: 'STE' },
        ],
      },
    ],
    applications: [{ ...company, appliedOn: '2027-01-12', status: 'in-review' }],
    invoices: [
      {
        ...company,
        purpose: 'renewal',
        period: { from: '2027-01-01', to: '2027-12-31' },
        issuedOn: '2026-12-02',
        dueOn: '2027-01-01',
        status: 'part-paid',
        totalCents: 600_00,
        paidCents: 150_00,
        creditedCents: 0,
        waivedCents: 0,
        openCents: 450_00,
        steps: [{ step: 'reminder:-7', on: '2026-12-25', skipped: false }],
      },
    ],
    money: [{ on: '2026-12-20', siren: company.siren, antenna: 'STE', kind: 'received', cents: 150_00 }],
    mails: [{ on: '2026-12-02', siren: company.siren, antenna: 'STE', message: 'invoice-issued' }],
    work: [{ kind: 'review-application', antenna: 'STE', openedOn: '2027-01-13', answeredOn: null, escalated: true }],
    checks: [
      { name: 'notice-once', looked: 1, failures },
      { name: 'nothing-failed', looked: 0, failures: [] },
    ],
  });

describe('the report of a simulated year', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1180, height: 900 } })).newPage();
  }, 60_000);
  afterAll(() => browser.close());

  it('reads in French and in English, without a script and to everybody, on paper as well', async () => {
    await page.setContent(reportOf(facts()));
    expect(await page.locator('h1').innerText()).toBe('Une année de l’adhésion, jouée');
    expect(await page.locator('script').count()).toBe(0);
    await expectAccessible(page);
    await page.getByLabel('English').check();
    expect(await page.locator('h1').innerText()).toBe('A membership year, played');
    expect(await page.getByText('450.00').first().isVisible()).toBe(true);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByLabel('English').isVisible()).toBe(false);
    expect(await page.locator('svg').first().isVisible()).toBe(true);
  }, 60_000);

  it('says what did not hold, and never takes a name for markup', async () => {
    const html = reportOf(facts(['<script>alert(1)</script> was told twice']));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; was told twice');
    expect(html).toContain('1 / 2');
  });

  it('is the same for the same facts', () => {
    expect(reportOf(facts())).toBe(reportOf(facts()));
  });
});

describe('series', () => {
  it('begin with the Monday before and end with the last week', () => {
    expect(weeksOf('2027-01-01', '2027-01-18')).toEqual(['2026-12-28', '2027-01-04', '2027-01-11', '2027-01-18']);
    expect(monthsOf('2026-11-30', '2027-01-01')).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('sum by week, what came before in the first', () => {
    const weeks = weeksOf('2027-01-04', '2027-01-17');
    const sums = byWeek(weeks, ['2026-12-01', '2027-01-10', '2027-01-11', '2027-01-20'], (on) => on);
    expect(sums).toEqual([2, 2]);
    expect(cumulated(sums)).toEqual([2, 4]);
  });
});
