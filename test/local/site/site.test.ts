import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../../local/http/message.ts';
import { fillBuckets } from '../../../local/site/bucket.ts';
import { Distribution } from '../../../local/site/distribution.ts';
import { EdgeFunction } from '../../../local/site/edge-function.ts';
import { readHeadersPolicy } from '../../../local/site/response-headers.ts';
import { type Deployed, Deployment } from '../../../local/template/deployment.ts';
import { stackOf } from '../../support/template.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'pages', 'assets'), { recursive: true });
mkdirSync(join(folder, 'settings'));
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(3000))})`;
writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>Traboule</title>');
writeFileSync(join(folder, 'pages', 'assets', 'app.js'), SCRIPT);
writeFileSync(join(folder, 'settings', 'config.json'), '{"site":"https://<<marker:0>>/staff","said":"<<marker:1>>"}');

const assets = { pages: join(folder, 'pages'), settings: join(folder, 'settings') };
const deployedOf = (resources: Parameters<typeof stackOf>[1]['resources']): Deployed[] =>
  new Deployment([stackOf('stack', { assets, ...(resources !== undefined && { resources }) })]).resources();

const deployments = deployedOf({
  Assets: {
    Type: 'Custom::CDKBucketDeployment',
    Properties: {
      SourceObjectKeys: ['pages'],
      DestinationBucketName: 'site',
      Exclude: ['*'],
      Include: ['assets/*'],
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    },
  },
  Entry: {
    Type: 'Custom::CDKBucketDeployment',
    Properties: {
      SourceObjectKeys: ['pages', 'settings'],
      SourceMarkers: [{}, { '<<marker:0>>': 'd1.cloudfront.net', '<<marker:1>>': 'a "quote"' }],
      SourceMarkersConfig: [{}, { jsonEscape: 'true' }],
      DestinationBucketName: 'site',
      Exclude: ['assets/*'],
      SystemMetadata: { 'cache-control': 'no-cache' },
    },
  },
});
const buckets = fillBuckets(deployments, new Map([['https://d1.cloudfront.net', 'http://localhost:4300']]));

const [resource, edge, policy] = deployedOf({
  Site: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        DefaultRootObject: 'index.html',
        Origins: [
          { Id: 'pages', DomainName: 'site.s3.eu-west-3.amazonaws.com' },
          { Id: 'api', DomainName: 'api.execute-api.eu-west-3.amazonaws.com' },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'pages',
          Compress: true,
          ResponseHeadersPolicyId: 'policy',
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'edge' }],
        },
        CacheBehaviors: [{ PathPattern: '/api/*', TargetOriginId: 'api', AllowedMethods: ['GET', 'POST'] }],
      },
    },
  },
  Edge: {
    Type: 'AWS::CloudFront::Function',
    Properties: {
      FunctionCode: `function handler(event) {
        var request = event.request;
        if (request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/new' } } };
        if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
        return request;
      }`,
    },
  },
  Policy: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: { Items: [{ Header: 'Permissions-Policy', Value: 'camera=()', Override: true }] },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: "default-src 'self'; upgrade-insecure-requests",
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, Override: true },
        },
      },
    },
  },
});
if (resource === undefined || edge === undefined || policy === undefined) throw new Error('The site is missing.');

const asked: HttpRequest[] = [];
const parts = {
  origins: new Map([
    ['site.s3.eu-west-3.amazonaws.com', { kind: 'bucket' as const, bucket: buckets.get('site') ?? new Map() }],
    [
      'api.execute-api.eu-west-3.amazonaws.com',
      {
        kind: 'api' as const,
        handle: async (request: HttpRequest) => {
          asked.push(request);
          return { status: 200, headers: { 'strict-transport-security': 'max-age=1' }, body: 'from the API' };
        },
      },
    ],
  ]),
  headers: new Map([['policy', readHeadersPolicy(policy)]]),
  functions: new Map([['edge', new EdgeFunction(edge)]]),
};
const site = new Distribution(resource, parts);

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  site.handle({ method, path, query: '', headers, body: Buffer.alloc(0), sourceIp: '127.0.0.1' });

describe('the bucket', () => {
  it('holds what the deployments put there, with their cache settings', () => {
    const bucket = buckets.get('site');
    expect([...(bucket?.keys() ?? [])].sort()).toEqual(['assets/app.js', 'config.json', 'index.html']);
    expect(bucket?.get('assets/app.js')?.cacheControl).toMatch(/immutable/);
    expect(bucket?.get('index.html')?.cacheControl).toBe('no-cache');
  });

  it('has markers replaced by what the stacks say, and addresses by those of this machine', () => {
    expect(JSON.parse(String(buckets.get('site')?.get('config.json')?.body))).toEqual({
      site: 'http://localhost:4300/staff',
      said: 'a "quote"',
    });
  });
});

describe('the distribution', () => {
  it('serves files, with the policy’s headers but for what insists on HTTPS', async () => {
    const answer = await get('/assets/app.js');
    expect(answer).toMatchObject({ status: 200, body: Buffer.from(SCRIPT) });
    expect(answer.headers).toEqual({
      'content-type': 'text/javascript',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: expect.any(String),
      'permissions-policy': 'camera=()',
      'content-security-policy': "default-src 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  it('runs the template’s own function before it looks', async () => {
    for (const path of ['/', '/staff/tasks/7']) {
      expect((await get(path)).headers['content-type']).toBe('text/html');
    }
    expect(await get('/old')).toMatchObject({ status: 301, headers: { location: '/new' } });
    expect((await get('/missing.png')).status).toBe(404);
    expect((await get('/%E0%A4%A.png')).status).toBe(400);
  });

  it('says not modified, and refuses methods it does not serve', async () => {
    const { headers } = await get('/assets/app.js');
    expect(await get('/assets/app.js', { 'if-none-match': String(headers.etag) })).toMatchObject({
      status: 304,
      body: '',
    });
    expect((await get('/', {}, 'POST')).status).toBe(403);
  });

  it('compresses as the reader accepts it', async () => {
    const brotli = await get('/assets/app.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(Buffer.from(brotli.body)).toString()).toBe(SCRIPT);
    const gzip = await get('/assets/app.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(gzip.body)).toString()).toBe(SCRIPT);
    expect((await get('/', { 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding');
  });

  it('hands the API what is the API’s', async () => {
    const answer = await get('/api/antennas', {}, 'POST');
    expect(answer).toEqual({ status: 200, headers: {}, body: 'from the API' });
    expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/api/antennas' });
  });

  it('that refers to what does not run here is refused by name', () => {
    expect(() => new Distribution(resource, { ...parts, functions: new Map() })).toThrow(/stack, Site refers to edge/);
  });
});
