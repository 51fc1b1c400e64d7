import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { START_PATIENCE, TestRuntime } from '../../support/runtime.ts';

jest.setTimeout(START_PATIENCE);

let runtime: TestRuntime;
beforeAll(async () => {
  runtime = await TestRuntime.start();
});
afterAll(() => runtime.dispose());

const Config = z.object({ authority: z.string(), clientId: z.string(), logoutUrl: z.string() });
const Tokens = z.object({ access_token: z.string(), id_token: z.string(), refresh_token: z.string() });

/** A browser without pages: follows addresses one at a time, and keeps cookies. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async go(address: string, init: RequestInit = {}): Promise<{ status: number; location: string; body: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      location: location === null ? '' : new URL(location, address).href,
      body: await answer.text(),
    };
  }
}

const config = async () => Config.parse(await (await fetch(`${runtime.site}/config.json`)).json());

const token = async (body: Record<string, string>) =>
  fetch(`${runtime.site}/signin/token`, { method: 'POST', body: new URLSearchParams(body) });

/** Signs in as the console does: code and PKCE. `choose` picks the account's button on the page. */
async function signIn(browser: Browser, choose: RegExp) {
  const { authority, clientId } = await config();
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${runtime.site}/staff/callback`;
  const asked = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: redirect,
    state: 'there',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  let step = await browser.go(`${authority}/auth?${asked}`);
  if (step.location.includes('/choose/')) {
    const address = step.location;
    const page = await browser.go(address);
    const account = choose.exec(page.body)?.[1] ?? '';
    step = await browser.go(address, { method: 'POST', body: new URLSearchParams({ account }) });
    step = await browser.go(step.location);
  }
  const code = new URL(step.location).searchParams.get('code') ?? '';
  const answer = await token({
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
  });
  return { location: step.location, tokens: Tokens.parse(await answer.json()), clientId };
}

const STE = /<button name="account" value="([\w-]+)"><strong>[^<]*<\/strong><span class="dim">Antenne STE/;

describe('signing in on one machine', () => {
  it('gives tokens as the user pool would, which the API takes', async () => {
    const { location, tokens, clientId } = await signIn(new Browser(), STE);
    expect(location).toMatch(`${runtime.site}/staff/callback?code=`);
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      iss: `${runtime.site}/signin`,
      client_id: clientId,
      token_use: 'access',
      'cognito:groups': ['antenna:STE'],
      username: expect.any(String),
    });
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      aud: clientId,
      'cognito:groups': ['antenna:STE'],
      email: expect.stringMatching(/@example\.org$/),
      name: expect.any(String),
    });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    expect((await fetch(`${runtime.site}/api/staff/tasks`, { headers })).status).toBe(200);
    expect((await fetch(`${runtime.site}/api/staff/tasks?antenna=LYO`, { headers })).status).toBe(403);
  });

  it('goes by the runtime’s clock: a token ends with its hour', async () => {
    const { tokens } = await signIn(new Browser(), STE);
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    await runtime.advance('PT59M');
    expect((await fetch(`${runtime.site}/api/staff/tasks`, { headers })).status).toBe(200);
    await runtime.advance('PT2M');
    expect((await fetch(`${runtime.site}/api/staff/tasks`, { headers })).status).toBe(401);
  });

  it(
    'lasts across a restart: the session, and what refreshes the tokens',
    async () => {
      const browser = new Browser();
      const { tokens, clientId } = await signIn(browser, STE);
      const port = new URL(runtime.site).port;
      await runtime.stop();
      runtime = await TestRuntime.start({ data: runtime.data, args: ['--port', port] });
      const refreshed = await token({
        grant_type: 'refresh_token',
        client_id: clientId,
        refresh_token: tokens.refresh_token,
      });
      expect(decodeJwt(Tokens.parse(await refreshed.json()).access_token)['cognito:groups']).toEqual(['antenna:STE']);
      // No account is asked for: the browser is still signed in.
      expect((await signIn(browser, /never/)).location).toContain('code=');
    },
    START_PATIENCE,
  );

  it('ends by the console’s way out, back at the console', async () => {
    const browser = new Browser();
    await signIn(browser, STE);
    const { logoutUrl } = await config();
    const page = await browser.go((await browser.go(logoutUrl)).location);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const out = await browser.go(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    expect(out.location).toBe(`${runtime.site}/staff`);
    await expect(signIn(browser, /never/)).rejects.toThrow();
  });

  it('refuses an address to come back to that is not the console’s', async () => {
    const { authority, clientId } = await config();
    const asked = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://elsewhere.example/',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const answer = await new Browser().go(`${authority}/auth?${asked}`);
    expect(answer.status).toBe(400);
    expect(answer.location).toBe('');
  });

  it('says so when a request to sign in is over', async () => {
    const answer = await new Browser().go(`${runtime.site}/signin/choose/none`);
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('revenez à la console');
  });
});
