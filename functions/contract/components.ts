import * as z from 'zod';
import { AntennaProposal } from '../../domain/antenna/assignment.ts';
import { Consent } from '../../domain/application/consent.ts';
import { ApplicationForm } from '../../domain/application/form.ts';
import * as growthResponses from '../../domain/contract/growth-responses.ts';
import * as responses from '../../domain/contract/responses.ts';
import type { Route } from '../../domain/contract/route.ts';
import { AnswerBody, LinkRequestBody, ReasonBody, ROUTES } from '../../domain/contract/routes.ts';
import { Commune } from '../../domain/geography/commune.ts';
import { Member } from '../../domain/member/member.ts';
import { RegisterAnswer } from '../../domain/register/register.ts';
import { ANSWER_SCHEMAS, type TaskKind } from '../../domain/task/task.ts';
import { TimelineEvent } from '../../domain/timeline/event.ts';

export type JsonSchema = Record<string, unknown>;

const PREFIX = '#/components/schemas/';
export const refTo = (name: string) => ({ $ref: `${PREFIX}${name}` });

/** Name of the schema of the answer to a kind of task. */
export const answerSchemaName = (kind: TaskKind): string => `Answer-${kind}`;

/** What callers send, by name. */
const SENT: Record<string, z.ZodType> = {
  ApplicationForm,
  LinkRequest: LinkRequestBody,
  Reason: ReasonBody,
  ...Object.fromEntries(Object.entries(ANSWER_SCHEMAS).map(([kind, schema]) => [`Answer-${kind}`, schema])),
  // A body that several routes take, or that has a name of its own, stands above.
  ...Object.fromEntries(
    Object.entries(ROUTES).flatMap(([name, route]) =>
      'body' in route && route.body !== AnswerBody ? [[`${name}Body`, route.body]] : [],
    ),
  ),
};

/** What the API answers with, by name; a form comes back as it was understood, not as it was typed. */
const ANSWERED: Record<string, z.ZodType> = {
  ...Object.fromEntries(
    Object.entries({ ...responses, ...growthResponses }).filter(([, value]) => value instanceof z.ZodType),
  ),
  ...Object.fromEntries(
    Object.entries<Route>(ROUTES)
      .filter(([, { answersWith }]) => answersWith === undefined)
      .map(([name, { response }]) => [`${name}Response`, response]),
  ),
  StoredApplicationForm: ApplicationForm,
  AntennaProposal,
  Commune,
  Consent,
  Member,
  RegisterAnswer,
  TimelineEvent,
};

/** JSON Schemas (2020-12) of named zod schemas, pointing to one another by name. */
const schemasOf = (named: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, JsonSchema> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) if (!registry.has(schema)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `${PREFIX}${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema]),
  );
};

/** All named schemas of the contract. */
export const componentSchemas = (): Record<string, JsonSchema> => ({
  ...schemasOf(SENT, 'input'),
  ...schemasOf(ANSWERED, 'output'),
});

/** Name of the component that is this route's response: the schema's own name where it has one. */
export const responseSchemaName = (route: keyof typeof ROUTES): string =>
  Object.entries(ANSWERED).find(([, schema]) => schema === ROUTES[route].response)?.[0] ?? `${route}Response`;

/** Name of the component that is this body, when it has one. */
export const sentSchemaName = (body: z.ZodType): string | undefined =>
  Object.entries(SENT).find(([, schema]) => schema === body)?.[0];
