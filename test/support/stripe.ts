import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service of Stripe's shape: it makes payment pages, one an idempotency key, and keeps what it was asked. */
export type StripeStub = {
  url: string;
  /** Forms that came, decoded, with the key each came with. */
  asked: { form: Record<string, string>; authorization: string; idempotencyKey: string }[];
  /** Answers this status from now on; 200 again without one. */
  fail(status?: number): void;
  close(): Promise<void>;
};

export const startStripeStub = async (): Promise<StripeStub> => {
  const asked: StripeStub['asked'] = [];
  const pages = new Map<string, string>();
  let failing: number | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization = '', 'idempotency-key': key } = request.headers;
    const idempotencyKey = String(key);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    asked.push({ form, authorization, idempotencyKey });
    response.setHeader('content-type', 'application/json');
    if (failing !== undefined || request.url !== '/v1/checkout/sessions') {
      response.writeHead(failing ?? 404).end(JSON.stringify({ error: { type: 'api_error' } }));
      return;
    }
    const id = pages.get(idempotencyKey) ?? `cs_test_${pages.size + 1}`;
    pages.set(idempotencyKey, id);
    response.end(JSON.stringify({ id, object: 'checkout.session', url: `https://checkout.stripe.com/c/pay/${id}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    fail: (status) => {
      failing = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
