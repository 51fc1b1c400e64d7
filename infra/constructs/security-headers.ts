import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Headers of every answer, pages and API alike. */
export class SecurityHeaders extends ResponseHeadersPolicy {
  /** @param props `connectTo`: origins that pages may call beside their own */
  constructor(scope: Construct, id: string, props: { connectTo: string[] }) {
    super(scope, id, {
      comment: 'Own files only; no frame; no referrer, because private links are addresses',
      securityHeadersBehavior: {
        // Answers of the API bring a stricter policy of their own.
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(props.connectTo), override: false },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'Permissions-Policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
            override: true,
          },
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        ],
      },
    });
  }
}

const contentSecurityPolicy = (connectTo: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Mantine writes its theme's variables in a style element of the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${connectTo.join(' ')}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
