import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DemoClient } from '../../../local/demo/client.ts';
import { expectAccessible, expectNoSidewaysScroll, openBrowser } from '../../support/browser.ts';
import { formOf } from '../../support/forms.ts';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';

jest.setTimeout(START_PATIENCE);

let runtime: TestRuntime;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  runtime = await TestRuntime.start();
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'fr-FR' });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await runtime.dispose();
});

describe('the pages of the one-machine runtime', () => {
  it('let one choose an account, in either language, and come back to the console signed in', async () => {
    await page.goto(`${runtime.site}/staff`);
    if (!page.url().includes('/signin/')) await page.getByRole('button', { name: /connecter/i }).click();
    await page.waitForURL(/\/signin\/choose\//);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('button', { name: /Head office/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /Head office/ }).click();
    await page.waitForURL(/\/staff(\/tasks)?$/);
    await page.getByText('Claire Fontaine').first().waitFor({ state: 'attached' });
  });

  it('show the mail, whose links lead to the application', async () => {
    const form = formOf();
    const client = new DemoClient(runtime.site);
    await client.link(await client.apply(form), form.contact.email);
    await page.goto(`${runtime.site}/local/mailbox`);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    await page.getByText(form.contact.email).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page
      .getByRole('link', { name: /\/application#/ })
      .first()
      .click();
    await page.waitForURL(/\/application/);
    await page.getByText(form.company.legalName).first().waitFor();
    expect(page.url()).toContain(runtime.site);
  });
});
