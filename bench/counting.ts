import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before DynamoDB, asks of each read what it consumed, and sums it up. */
export type CountingService = {
  /** Address to give instead of the service's own. */
  url: string;
  /** Read units and requests since the last time. */
  take(): { readUnits: number; requests: number };
  close(): Promise<void>;
};

const READS = /\.(GetItem|Query)$/;
const UNITS = /"CapacityUnits":\s*([\d.]+)/g;

/** @param target the database's own address */
export const startCounting = async (target: string): Promise<CountingService> => {
  const agent = new Agent({ keepAlive: true, noDelay: true, maxSockets: 64 });
  let readUnits = 0;
  let requests = 0;
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const counted = READS.test(String(incoming.headers['x-amz-target']));
      const asked = Buffer.concat(chunks).toString('utf8');
      const body = counted ? asked.replace('{', '{"ReturnConsumedCapacity":"TOTAL",') : asked;
      const headers = { ...incoming.headers, 'content-length': Buffer.byteLength(body) };
      const forwarded = request(new URL('/', target), { agent, method: 'POST', headers }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => parts.push(chunk));
        reply.on('end', () => {
          const whole = Buffer.concat(parts);
          if (counted) {
            requests += 1;
            for (const [, units] of whole.toString('utf8').matchAll(UNITS)) readUnits += Number(units);
          }
          answer.writeHead(reply.statusCode ?? 500, reply.headers);
          answer.end(whole);
        });
      });
      forwarded.on('error', () => incoming.socket.destroy());
      forwarded.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take: () => {
      const taken = { readUnits, requests };
      readUnits = 0;
      requests = 0;
      return taken;
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
