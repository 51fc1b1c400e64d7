import * as z from 'zod';
import type { Caller, Route } from '../../domain/contract/route.ts';
import { AnswerBody, ROUTES, type RouteName } from '../../domain/contract/routes.ts';
import { PROBLEMS, type ProblemType } from '../../domain/errors.ts';
import type { TaskKind } from '../../domain/task/task.ts';
import {
  answerSchemaName,
  componentSchemas,
  type JsonSchema,
  refTo,
  responseSchemaName,
  sentSchemaName,
} from './components.ts';
import { BODY_EXAMPLES } from './examples.ts';

/** Version of the HTTP contract: grows when a client could notice. */
const CONTRACT_VERSION = '1.0.0';

const SECURITY: Record<Caller, Record<string, string[]>[]> = {
  public: [],
  link: [{ link: [] }],
  staff: [{ staff: [] }],
};

/** Refusals any call may meet, whatever the route. */
const EVERYWHERE: readonly ProblemType[] = ['too-many-requests', 'unavailable'];

/** Kinds of tasks that are answered at each of the two addresses. */
const ANSWERED_AT: Partial<Record<RouteName, readonly TaskKind[]>> = {
  AnswerLinkTask: ['confirm-email', 'correct-application', 'provide-more', 'appeal-decision', 'confirm-figures'],
  AnswerStaffTask: ['choose-antenna', 'review-application', 'jury-vote'],
};

/** The whole contract as an OpenAPI 3.1 document, made from the table of routes and the schemas they name. */
export const openApiDocument = (): JsonSchema => {
  const paths: Record<string, JsonSchema> = {};
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Traboule',
      version: CONTRACT_VERSION,
      description:
        'Membership of a federal business cluster. Every refusal is `application/problem+json` (RFC 9457) with a stable `type`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    tags: [
      { name: 'public', description: 'Anybody.' },
      { name: 'link', description: 'The holder of an application’s private link.' },
      { name: 'staff', description: 'Signed-in staff; those of an antenna see their antenna alone.' },
    ],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        link: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Link <token>`: the part after `#` of the private link that was shown or mailed.',
        },
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the user pool; `cognito:groups` says what its bearer may see and do.',
        },
      },
    },
  };
};

const operation = (name: RouteName, route: Route): JsonSchema => ({
  operationId: name[0]?.toLowerCase() + name.slice(1),
  summary: route.summary,
  tags: [route.caller],
  security: SECURITY[route.caller],
  parameters: [
    ...parameters('path', route.params),
    ...parameters('query', route.query),
    ...(route.idempotent === true ? [IDEMPOTENCY_KEY] : []),
  ],
  ...(route.body === undefined ? {} : { requestBody: requestBody(name, route.body) }),
  ...(route.file === undefined ? {} : { requestBody: requestFile(route.file) }),
  responses: {
    [String(route.status)]: {
      description: route.status === 202 ? 'Taken on.' : 'The answer.',
      content: answered(name, route),
      ...(route.answersWith === undefined ? {} : { headers: FILE_HEADERS }),
    },
    ...problemResponses([...route.problems, ...EVERYWHERE]),
  },
});

/** What a route answers with, by media type. A file has no schema: its bytes are what they are (OpenAPI 3.1). */
const answered = (name: RouteName, { answersWith }: Route): JsonSchema =>
  answersWith === undefined
    ? { 'application/json': { schema: refTo(responseSchemaName(name)) } }
    : Object.fromEntries(answersWith.map((type) => [type, {}]));

const FILE_HEADERS = {
  'Content-Disposition': {
    description: 'The name to save the file under.',
    schema: { type: 'string' },
  },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A key of the caller’s own, new for each thing asked for. The same key with the same body has one effect and gets the same answer, however often it is sent.',
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
};

/** One parameter for each field of a schema of the path or of the query. */
const parameters = (place: 'path' | 'query', schema: z.ZodObject | undefined): JsonSchema[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
};

const requestBody = (name: RouteName, body: z.ZodType): JsonSchema => ({
  required: true,
  content: {
    'application/json': {
      schema: bodySchema(name, body),
      examples: Object.fromEntries(
        Object.entries(BODY_EXAMPLES[name] ?? {}).map(([example, value]) => [example, { value }]),
      ),
    },
  },
});

const requestFile = (mediaTypes: readonly string[]): JsonSchema => ({
  required: true,
  content: Object.fromEntries(mediaTypes.map((type) => [type, {}])),
});

const bodySchema = (name: RouteName, body: z.ZodType): JsonSchema => {
  if (body === AnswerBody) return { anyOf: (ANSWERED_AT[name] ?? []).map((kind) => refTo(answerSchemaName(kind))) };
  const named = sentSchemaName(body);
  if (named === undefined) throw new Error(`The body of ${name} has no name in functions/contract/components.ts.`);
  return refTo(named);
};

/** The refusals of a route, by HTTP status, each type with an example. */
const problemResponses = (types: readonly ProblemType[]): JsonSchema => {
  const statuses = [...new Set(types.map((type) => PROBLEMS[type]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const same = [...new Set(types.filter((type) => PROBLEMS[type] === status))];
      return [
        String(status),
        {
          description: same.join(', '),
          content: {
            'application/problem+json': {
              schema: refTo('Problem'),
              examples: Object.fromEntries(same.map((type) => [type, { value: problemExample(type, status) }])),
            },
          },
        },
      ];
    }),
  );
};

const problemExample = (type: ProblemType, status: number) => ({
  type: `urn:traboule:problem:${type}`,
  title: type,
  status,
  detail: type,
  ...(type === 'invalid-fields'
    ? { errors: [{ path: 'company.siren', code: 'siren.checksum', message: 'siren.checksum' }] }
    : {}),
});
