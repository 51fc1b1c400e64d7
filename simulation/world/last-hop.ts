// The last hop of the AWS SDK, in the place of its own: calls of Step Functions and SES are answered in this process.
// Everything before it is the SDK as the functions have it.

/** A call as the SDK hands it over. */
export type Call = {
  method: string;
  hostname: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
};
/** The body of a call as text. */
export const textOf = ({ body = '' }: Pick<Call, 'body'>): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);

export type Answer = { status: number; headers: Record<string, string>; body: string | Uint8Array };
type Service = (call: Call) => Promise<Answer>;

const services = new Map<string, Service>();

/** Answers the calls to a host from now on. */
export const answerAt = (host: string, service: Service): void => {
  services.set(host, service);
};

/** What the SDK's clients make of the settings of a connection, of which there are none here. */
export class NodeHttpHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };

  static create(): NodeHttpHandler {
    return new NodeHttpHandler();
  }

  async handle(call: Call) {
    const service = services.get(call.hostname);
    if (service === undefined) throw new Error(`Nothing answers at ${call.hostname}.`);
    const { status, headers, body } = await service(call);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return { response: { statusCode: status, headers, body: bytes } };
  }

  destroy(): void {
    // Connections are the services' own.
  }

  updateHttpClientConfig(): void {
    // There is nothing to set.
  }

  httpHandlerConfigs(): object {
    return {};
  }
}

/** Bodies come whole here, so the SDK never has one to collect. */
export const streamCollector = async (body: Uint8Array): Promise<Uint8Array> => body;
