import { ROUTES } from '../../domain/contract/routes.ts';
import { api } from '../shared/http/api.ts';
import { anybody } from '../shared/http/caller.ts';
import { openApiDocument } from './openapi.ts';

let document: ReturnType<typeof openApiDocument> | undefined;

/** The contract as OpenAPI 3.1, made at the first question. */
export const handler = api(ROUTES.GetOpenApi, anybody, async () => {
  document ??= openApiDocument();
  return document;
});
