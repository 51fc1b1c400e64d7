import * as z from 'zod';
import type { Deployed } from '../template/deployment.ts';

const Override = z.object({ Override: z.boolean().optional() });
const Properties = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: Override.extend({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: Override.optional(),
        FrameOptions: Override.extend({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: Override.extend({ ReferrerPolicy: z.string() }).optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .default({ Items: [] }),
  }),
});

/**
 * The headers that a response headers policy puts on every answer. On plain HTTP to this very machine, what asks
 * browsers to insist on HTTPS has no sense and is left out.
 */
export function readHeadersPolicy(resource: Deployed): Record<string, string> {
  const { SecurityHeadersConfig: security, CustomHeadersConfig } = Properties.parse(
    resource.properties,
  ).ResponseHeadersPolicyConfig;
  const headers: Record<string, string> = {};
  for (const { Header, Value } of CustomHeadersConfig.Items) headers[Header.toLowerCase()] = Value;
  if (security.ContentSecurityPolicy !== undefined) {
    headers['content-security-policy'] = security.ContentSecurityPolicy.ContentSecurityPolicy.split(';')
      .map((directive) => directive.trim())
      .filter((directive) => directive !== 'upgrade-insecure-requests')
      .join('; ');
  }
  if (security.ContentTypeOptions !== undefined) headers['x-content-type-options'] = 'nosniff';
  if (security.FrameOptions !== undefined) headers['x-frame-options'] = security.FrameOptions.FrameOption;
  if (security.ReferrerPolicy !== undefined) headers['referrer-policy'] = security.ReferrerPolicy.ReferrerPolicy;
  return headers;
}
