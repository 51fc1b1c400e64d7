import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { HttpRequest } from '../../../local/http/message.ts';
import type { ApiDefinition, Route } from '../../../local/http-api/definition.ts';
import { HttpApi } from '../../../local/http-api/http-api.ts';
import type { LambdaAnswer, LambdaCall } from '../../../local/lambda/call.ts';
import { LambdaRefusal } from '../../../local/lambda/failure.ts';

const NOW = Date.parse('2020-03-12T19:03:58.390Z');
const ISSUER = 'http://localhost:4300/signin';

const route = (key: string, more: Partial<Route> = {}): Route => {
  const [method = '', path = ''] = key.split(' ');
  return {
    key,
    method: path === '' ? 'ANY' : method,
    segments: path === '' ? ['{proxy+}'] : path.slice(1).split('/'),
    functionArn: `arn:aws:lambda:eu-west-3:000000000000:function:${key}`,
    timeoutMs: 30_000,
    authorizer: null,
    scopes: [],
    ...more,
  };
};

const request = (method: string, path: string, more: Partial<HttpRequest> = {}): HttpRequest => {
  const [before = '', query = ''] = path.split('?');
  return { method, path: before, query, headers: {}, body: Buffer.alloc(0), sourceIp: '127.0.0.1', ...more };
};

const { publicKey, privateKey } = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] });

/** An API with these routes; `answer` stands for the functions. */
function apiOf(
  routes: Route[],
  answer: (call: LambdaCall) => LambdaAnswer | Promise<LambdaAnswer> = () => ({ payload: '{}' }),
) {
  const definition: ApiDefinition = {
    id: 'api-id',
    domain: 'api-id.execute-api.us-east-1.amazonaws.com',
    account: '123456789012',
    routes,
  };
  const calls: LambdaCall[] = [];
  const api = new HttpApi(definition, {
    keys,
    now: () => NOW,
    lambda: async (call) => {
      calls.push(call);
      return answer(call);
    },
  });
  return { api, calls, event: () => JSON.parse(calls[0]?.payload ?? 'null') };
}

const returning = (value: unknown) => () => ({ payload: JSON.stringify(value) });
const bodyOf = (body: string | Buffer) => body.toString();

describe('the event of payload format 2.0', () => {
  it('is the one of the developer guide', async () => {
    const { api, event } = apiOf([route('$default')]);
    await api.handle(
      request('POST', '/my/path?parameter1=value1&parameter1=value2&parameter2=value', {
        headers: {
          header1: 'value1',
          header2: 'value1,value2',
          cookie: 'cookie1=1; cookie2=2',
          'user-agent': 'agent',
          'content-type': 'text/plain',
        },
        body: Buffer.from('Hello from Lambda'),
        sourceIp: '192.0.2.1',
      }),
    );
    expect(event()).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/my/path',
      rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
      cookies: ['cookie1=1', 'cookie2=2'],
      headers: { header1: 'value1', header2: 'value1,value2', host: 'api-id.execute-api.us-east-1.amazonaws.com' },
      queryStringParameters: { parameter1: 'value1,value2', parameter2: 'value' },
      requestContext: {
        accountId: '123456789012',
        apiId: 'api-id',
        domainName: 'api-id.execute-api.us-east-1.amazonaws.com',
        domainPrefix: 'api-id',
        http: { method: 'POST', path: '/my/path', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'agent' },
        routeKey: '$default',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: NOW,
      },
      body: 'Hello from Lambda',
      isBase64Encoded: false,
    });
    expect(event().headers).not.toHaveProperty('cookie');
  });

  it('has what is absent absent, and paths and parameters decoded', async () => {
    const { api, event } = apiOf([route('GET /api/tasks/{id}')]);
    await api.handle(request('GET', '/api/tasks/a%7Eb%20c'));
    expect(event()).toMatchObject({ rawPath: '/api/tasks/a~b c', pathParameters: { id: 'a~b c' }, rawQueryString: '' });
    for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(event()).not.toHaveProperty(absent);
  });

  it('carries bodies that are no text in base64', async () => {
    const { api, event } = apiOf([route('$default')]);
    const body = Buffer.from([0, 255, 1]);
    await api.handle(request('POST', '/', { headers: { 'content-type': 'application/octet-stream' }, body }));
    expect(event()).toMatchObject({ body: 'AP8B', isBase64Encoded: true });
  });
});

describe('routes', () => {
  it.each([
    ['GET', '/api/tasks/mine', 'GET /api/tasks/mine'],
    ['GET', '/api/tasks/7', 'GET /api/tasks/{id}'],
    ['POST', '/api/tasks/7', 'ANY /api/tasks/{id}'],
    ['GET', '/api/tasks/7/answer', 'ANY /api/{proxy+}'],
    ['GET', '/elsewhere', '$default'],
  ])('%s %s goes to %s', async (method, path, key) => {
    const all = ['$default', 'ANY /api/{proxy+}', 'ANY /api/tasks/{id}', 'GET /api/tasks/{id}', 'GET /api/tasks/mine'];
    const { api, event } = apiOf(all.map((each) => route(each)));
    await api.handle(request(method, path));
    expect(event().routeKey).toBe(key);
  });

  it('what no route takes is 404, a path that cannot be decoded 400', async () => {
    const { api } = apiOf([route('GET /api/tasks')]);
    expect(await api.handle(request('POST', '/api/tasks'))).toMatchObject({
      status: 404,
      body: '{"message":"Not Found"}',
    });
    expect(await api.handle(request('GET', '/api/%E0%A4%A'))).toMatchObject({ status: 400 });
  });
});

describe('answers', () => {
  const answered = async (value: unknown) =>
    apiOf([route('$default')], returning(value)).api.handle(request('GET', '/'));

  it('without a statusCode, what the function returned is the body of a 200', async () => {
    const plain = await answered('Hello from Lambda!');
    expect(plain).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: 'Hello from Lambda!',
    });
    expect(await answered({ message: 'hi' })).toMatchObject({ status: 200, body: '{"message":"hi"}' });
  });

  it('with a statusCode, the function says it all', async () => {
    const answer = await answered({
      statusCode: 201,
      headers: { 'Content-Type': 'image/png', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: 'AP8B',
      isBase64Encoded: true,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] });
    expect(answer.body).toEqual(Buffer.from([0, 255, 1]));
  });

  it('a malformed answer, or a failure, is 500', async () => {
    expect(await answered({ statusCode: 'many' })).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
    const { api } = apiOf([route('$default')], () => ({ payload: '{}', functionError: 'Unhandled' }));
    expect(await api.handle(request('GET', '/'))).toMatchObject({ status: 500 });
  });

  it('an answer that does not come in time is 503, and so is a throttled function', async () => {
    const late = apiOf([route('$default', { timeoutMs: 20 })], () => new Promise(() => undefined));
    expect(await late.api.handle(request('GET', '/'))).toMatchObject({ status: 503 });
    const throttled = apiOf([route('$default')], () => {
      throw new LambdaRefusal('TooManyRequestsException', 429, 'Rate Exceeded.');
    });
    expect(bodyOf((await throttled.api.handle(request('GET', '/'))).body)).toBe('{"message":"Service Unavailable"}');
  });
});

describe('the JWT authorizer', () => {
  const authorizer = { issuer: ISSUER, audience: ['client'], header: 'authorization' };
  const claims = { 'cognito:groups': ['admin', 'antenna:STE'], client_id: 'client', token_use: 'access', level: 3 };

  const sign = (
    payload: Record<string, unknown> = claims,
    { issuer = ISSUER, expires = NOW / 1000 + 60, key = privateKey } = {},
  ) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(issuer)
      .setSubject('person')
      .setExpirationTime(Math.floor(expires))
      .sign(key);

  const call = async (token: string | null, more: Partial<Route> = {}) => {
    const { api, event } = apiOf([route('GET /api/staff', { authorizer, ...more })]);
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const { status, body } = await api.handle(request('GET', '/api/staff', { headers }));
    return { status, body: bodyOf(body), event: event() };
  };

  it('hands claims over as texts, lists in brackets', async () => {
    const { status, event } = await call(await sign());
    expect(status).toBe(200);
    expect(event.requestContext.authorizer.jwt.claims).toMatchObject({
      'cognito:groups': '[admin antenna:STE]',
      sub: 'person',
      level: '3',
      exp: String(NOW / 1000 + 60).split('.')[0],
    });
    expect(event.requestContext.authorizer.jwt.scopes).toBeNull();
  });

  it('takes an audience in aud, or in client_id when there is none', async () => {
    expect((await call(await sign({ aud: ['other', 'client'] }))).status).toBe(200);
    expect((await call(await sign({ aud: 'other', client_id: 'client' }))).status).toBe(401);
  });

  it('turns away with 401 what is missing, forged, expired, of another issuer or client', async () => {
    const other = await generateKeyPair('RS256');
    const tokens = [
      null,
      'nonsense',
      await sign(claims, { key: other.privateKey }),
      await sign(claims, { expires: NOW / 1000 - 1 }),
      await sign(claims, { issuer: 'https://elsewhere.example' }),
      await sign({ ...claims, client_id: 'another' }),
    ];
    for (const token of tokens) {
      expect(await call(token)).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}', event: null });
    }
  });

  it('a route with scopes asks for one of them: 403 without', async () => {
    const scopes = ['staff/read', 'staff/write'];
    expect((await call(await sign({ ...claims, scope: 'openid' }), { scopes })).status).toBe(403);
    const { status, event } = await call(await sign({ ...claims, scope: 'openid staff/write' }), { scopes });
    expect(status).toBe(200);
    expect(event.requestContext.authorizer.jwt.scopes).toEqual(['openid', 'staff/write']);
  });
});
