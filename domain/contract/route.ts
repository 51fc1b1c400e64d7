import * as z from 'zod';
import type { ProblemType } from '../errors.ts';

/** Who may call is in the path: nobody in particular, the holder of a private link, or signed-in staff. */
export type Caller = 'public' | 'link' | 'staff';

/** Media types of the files there are to answer with. */
export type FileType =
  | 'application/pdf'
  | 'application/xml'
  | 'text/plain'
  | 'text/csv'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Route = {
  /** Path under `/api`, with `{parameters}`. */
  path: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  caller: Caller;
  /** Handler file under functions/, without its suffix `.api.ts`. */
  entry: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Media types of the file that the body is, where it is no JSON of a schema. */
  file?: readonly string[];
  /** Takes an `Idempotency-Key`: the same key and body give the same answer and one effect. */
  idempotent?: true;
  status: 200 | 202;
  /** Answers with a file of one of these media types, not with JSON; its bytes are the response. */
  answersWith?: readonly FileType[];
  response: z.ZodType;
  problems: readonly ProblemType[];
};

/** What the answer before gave as `nextCursor`. */
export const cursor = z.string().max(2000).optional();
/** How many entries a page has at most. */
export const limit = z.coerce.number().int().min(1).max(100).default(50);
/** What every route behind a private link may refuse. */
export const linkProblems = ['invalid-link', 'expired-link'] as const;
/** What every route of the staff may refuse. */
export const staffProblems = ['unauthorized', 'forbidden'] as const;
/** A page of a list: hand `nextCursor` back as `cursor`; null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
