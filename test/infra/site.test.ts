import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { resourcesOf, synthesize, type Template } from './synthesized.ts';

let web: Template;
/** Properties of the only resource of a type. */
const only = (template: Template, type: string): Record<string, unknown> => {
  const found = resourcesOf(template, type);
  expect(found).toHaveLength(1);
  return found[0]?.Properties ?? {};
};
beforeAll(() => {
  web = synthesize('dev').template('web');
});

describe('every answer', () => {
  const headers = () => JSON.stringify(resourcesOf(web, 'AWS::CloudFront::ResponseHeadersPolicy')[0]?.Properties);

  it('keeps to its own origin, but for signing in', () => {
    const policy = /"ContentSecurityPolicy":"?(.*?)"?,"Override"/.exec(headers())?.[1] ?? '';

    for (const directive of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(directive);
    }
    expect(policy).toContain("connect-src 'self' https://cognito-idp.eu-west-3.amazonaws.com https://");
    expect(policy).toContain('.auth.eu-west-3.amazoncognito.com');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('is never framed, sniffed or downgraded, and tells nobody where it was linked from', () => {
    expect(only(web, 'AWS::CloudFront::ResponseHeadersPolicy')).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
        },
      },
    });
  });
});

describe('the distribution', () => {
  it('passes the API on uncached, with every header but the host', () => {
    expect(only(web, 'AWS::CloudFront::Distribution')).toMatchObject({
      DistributionConfig: {
        CacheBehaviors: [
          {
            PathPattern: '/api/*',
            // The managed policies CachingDisabled and AllViewerExceptHostHeader.
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
            ViewerProtocolPolicy: 'https-only',
            AllowedMethods: expect.arrayContaining(['PATCH', 'POST', 'DELETE']),
          },
        ],
      },
    });
  });

  it('leaves a missing route of the API a 404: it replaces no error by a page', () => {
    expect(JSON.stringify(resourcesOf(web, 'AWS::CloudFront::Distribution'))).not.toContain('CustomErrorResponses');
  });

  it.each([
    ['/', '/index.html'],
    ['/join', '/index.html'],
    ['/staff/applications/8f4e0c1a', '/index.html'],
    ['/assets/index-4f5a.js', '/assets/index-4f5a.js'],
    ['/config.json', '/config.json'],
    ['/a.b/c', '/index.html'],
  ])('serves %s from %s', (asked, served) => {
    const code = readFileSync('infra/single-page.js', 'utf8');

    expect(runInNewContext(`${code}; handler({ request: { uri: ${JSON.stringify(asked)} } }).uri`)).toBe(served);
  });

  it('alone may read the bucket', () => {
    expect(only(web, 'AWS::S3::Bucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(only(web, 'AWS::CloudFront::OriginAccessControl')).toBeDefined();
  });
});

describe('the bucket of the pages', () => {
  it('is emptied before it goes with its stack: S3 deletes none that holds anything', () => {
    const [bucket] = resourcesOf(web, 'AWS::S3::Bucket');

    expect(bucket?.DeletionPolicy).toBe('Delete');
    expect(only(web, 'Custom::S3AutoDeleteObjects')).toMatchObject({ BucketName: { Ref: bucket?.id } });
  });
});

describe('the pages', () => {
  it('are kept for ever when named by content, and asked for each time when named by name', () => {
    const copies = resourcesOf(web, 'Custom::CDKBucketDeployment').map((copy) => copy.Properties);

    expect(copies).toContainEqual(
      expect.objectContaining({
        Include: ['assets/*'],
        SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
        Prune: false,
      }),
    );
    expect(copies).toContainEqual(
      expect.objectContaining({ Exclude: ['assets/*'], SystemMetadata: { 'cache-control': 'no-cache' } }),
    );
  });

  it('sign staff in with a code and PKCE, and come back to the console', () => {
    const [client] = resourcesOf(web, 'AWS::Cognito::UserPoolClient');

    expect(client?.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
    });
    expect(JSON.stringify(client?.Properties.CallbackURLs)).toContain('/staff/callback');
  });
});

describe('the firewall', () => {
  it('stands in front of production, in the region CloudFront wants', () => {
    const edge = synthesize('prod').template('edge');
    const distribution = only(synthesize('prod').template('web'), 'AWS::CloudFront::Distribution');

    expect(only(edge, 'AWS::WAFv2::WebACL')).toMatchObject({
      Scope: 'CLOUDFRONT',
      Rules: [
        { Name: 'posts-to-the-api', Statement: { RateBasedStatement: { Limit: 100 } } },
        { Name: 'any-request', Statement: { RateBasedStatement: { Limit: 2000 } } },
      ],
    });
    expect(distribution).toHaveProperty('DistributionConfig.WebACLId');
  });
});
