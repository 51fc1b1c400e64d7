/**
 * Address of whoever calls, for evidence: as the distribution saw it, with the distribution's own behind it. The API
 * stands behind CloudFront, which writes the caller's address at the end of `X-Forwarded-For`; the gateway sees
 * CloudFront. Somebody who calls the gateway past CloudFront can write a false address there, so both are kept.
 * @param forwardedFor the header `X-Forwarded-For`
 * @param sourceIp the address the gateway saw
 * @returns `203.0.113.9`, or `203.0.113.9 via 130.176.0.1`
 */
export const clientAddress = (forwardedFor: string | undefined, sourceIp: string): string => {
  const chain = (forwardedFor ?? '').split(',').map((address) => address.trim());
  if (chain.at(-1) === sourceIp) chain.pop();
  const seen = chain.at(-1) ?? '';
  return isAddress(seen) ? `${seen} via ${sourceIp}` : sourceIp;
};

const isAddress = (text: string): boolean => /^[\da-fA-F.:]{3,45}$/.test(text);
