import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod';
import type { Route } from '../../../domain/contract/route.ts';
import { ROUTES } from '../../../domain/contract/routes.ts';
import { PROBLEMS } from '../../../domain/errors.ts';
import { ANSWER_SCHEMAS, TASK_KINDS } from '../../../domain/task/task.ts';
import { ANSWER_EXAMPLES, BODY_EXAMPLES } from '../../../functions/contract/examples.ts';
import { openApiDocument } from '../../../functions/contract/openapi.ts';

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
        requestBody: z.unknown().optional(),
        responses: z.record(z.string(), z.object({ description: z.string() })),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
const raw = openApiDocument();
const document = Document.parse(raw);
const routes: [string, Route][] = Object.entries(ROUTES);

/** Every `$ref` of a document. */
const refs = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(refs);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refs(inner),
  );
};

describe('OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(raw)));
    expect(result).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('points to nothing that is not there', () => {
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    for (const ref of refs(raw)) expect(known).toContain(ref);
    expect(refs(raw).length).toBeGreaterThan(routes.length);
  });

  it('has exactly the routes of the table', () => {
    const inDocument = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(inDocument.sort()).toEqual(routes.map(([, route]) => `${route.method} ${route.path}`).sort());
  });

  it.each(routes)('says who may call %s, with what, and what may be refused', (name, route) => {
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    expect(operation?.operationId.toLowerCase()).toBe(name.toLowerCase());
    expect(operation?.security).toEqual(route.caller === 'public' ? [] : [{ [route.caller]: [] }]);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(operation?.parameters.filter((p) => p.in === 'path' && p.required).map((p) => p.name)).toEqual(inPath);
    expect(operation?.requestBody === undefined).toBe((route.body ?? route.file) === undefined);
    expect(operation?.responses).toHaveProperty(String(route.status));
    for (const problem of route.problems) {
      expect(operation?.responses[String(PROBLEMS[problem])]?.description).toContain(problem);
    }
  });

  it.each(TASK_KINDS)('gives an example of the answer to %s that is one', (kind) => {
    expect(ANSWER_SCHEMAS[kind].safeParse(ANSWER_EXAMPLES[kind]).error).toBeUndefined();
  });

  it('gives examples of bodies that are ones', () => {
    for (const [name, route] of routes) {
      expect(Object.keys(BODY_EXAMPLES[name] ?? {}).length > 0).toBe(route.body !== undefined);
      for (const example of Object.values(BODY_EXAMPLES[name] ?? {})) {
        expect(route.body?.safeParse(example).error).toBeUndefined();
      }
    }
  });
});
