import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { GROWTH_ROUTES } from '../../../domain/contract/growth-routes.ts';
import { JURY_ROUTES } from '../../../domain/contract/jury-routes.ts';
import { PROGRAMME_ROUTES } from '../../../domain/contract/programme-routes.ts';
import type { Route } from '../../../domain/contract/route.ts';

const routes: [string, Route][] = Object.entries({ ...GROWTH_ROUTES, ...JURY_ROUTES, ...PROGRAMME_ROUTES });

describe('the routes of growth, jury and programme', () => {
  it('have a path each, in which stands who may call', () => {
    expect(new Set(routes.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(routes.length);
    for (const [, { path, caller }] of routes) expect(path.startsWith(`/${caller}/`)).toBe(true);
  });

  it.each(routes)('%s parses every parameter of its path, and can be told in JSON Schema', (_, route) => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {})).toEqual(inPath);
    expect(z.toJSONSchema(route.response, { io: 'output' })).toHaveProperty('type', 'object');
    if (route.body !== undefined) expect(z.toJSONSchema(route.body, { io: 'input' })).toHaveProperty('type', 'object');
  });
});
