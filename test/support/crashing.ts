import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a crash shows: the request never reached the service, or the answer never came back. */
export type Crash = 'request-lost' | 'answer-lost';

export type CrashingService = {
  /** Address to give instead of the service's own. */
  url: string;
  /** Loses the `nth` request from now on (the first is 1), or its answer, and every one after it, until `recover`. */
  crashAt(nth: number, crash: Crash): void;
  /** Which requests since `crashAt` or the last `recover` were writes of DynamoDB: their places, from 1. */
  writes(): number[];
  /** Answers again. @returns how many requests came since `crashAt` or the last `recover` */
  recover(): number;
  close(): Promise<void>;
};

/** Stands before a service and cuts the connection at a chosen request, as when the caller dies there. */
export const startCrashing = async (target: string): Promise<CrashingService> => {
  let seen = 0;
  let writes: number[] = [];
  let crash: { at: number; how: Crash } | null = null;
  const server = createServer((incoming, answer) => {
    seen += 1;
    if (String(incoming.headers['x-amz-target']).includes('Write')) writes.push(seen);
    const dead = crash !== null && seen >= crash.at;
    const lost = dead && (crash?.how === 'request-lost' || seen > (crash?.at ?? 0));
    if (lost) {
      incoming.socket.destroy();
      return;
    }
    const { method, url, headers } = incoming;
    const forwarded = request(new URL(url ?? '/', target), { method, headers }, (reply) => {
      if (dead) {
        reply.resume().on('end', () => incoming.socket.destroy());
        return;
      }
      answer.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(answer);
    });
    forwarded.on('error', () => incoming.socket.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    writes: () => writes,
    crashAt: (nth, how) => {
      seen = 0;
      writes = [];
      crash = { at: nth, how };
    },
    recover: () => {
      const count = seen;
      seen = 0;
      writes = [];
      crash = null;
      return count;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
