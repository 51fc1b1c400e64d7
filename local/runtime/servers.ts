import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isCode } from '../data-folder/process-identity.ts';
import { StartError } from '../start/text.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server on the loopback interface, which answers 503 until it is opened. */
export interface LoopbackServer {
  readonly port: number;
  open(handler: Handler): void;
  /** Takes no more requests; resolves when those under way are answered, or after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/** Names a browser may know this machine by. Any other is a trick (DNS rebinding) and is turned away. */
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Takes a port of the loopback interface.
 * @param option the option that chooses the port, for the message
 * @throws StartError when the port is in use or not allowed
 */
export async function listen(port: number, option: string): Promise<LoopbackServer> {
  let handler: Handler | null = null;
  const server = createServer((request, response) => {
    if (!LOOPBACK_HOST.test(request.headers.host ?? '')) return refuse(response, 421, 'Only by a loopback name.');
    if (handler === null) return refuse(response, 503, 'Starting.');
    handler(request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The local runtime failed; the console says why.');
    });
  });
  // Longer than the SDKs keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 60_000;
  return {
    port: await take(server, port, option),
    open(opened) {
      handler = opened;
    },
    async close(patience) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const insist = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(insist);
    },
  };
}

function take(server: Server, port: number, option: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const cannot = isCode(error, 'EADDRINUSE') || isCode(error, 'EACCES');
      reject(cannot ? taken(port, option, error) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The port is not known.'));
      else resolve(address.port);
    });
  });
}

function taken(port: number, option: string, cause: Error): StartError {
  return new StartError(
    {
      fr: `Le port ${port} est déjà pris, ou interdit. Arrêtez ce qui l'occupe, ou choisissez-en un autre : « npm start -- ${option} ${port + 10} » (0 : n'importe quel port libre).`,
      en: `Port ${port} is already in use, or not allowed. Stop what uses it, or choose another: "npm start -- ${option} ${port + 10}" (0: any free port).`,
    },
    { cause },
  );
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}
