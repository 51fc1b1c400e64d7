import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { readJson, writeJson } from '../data-folder/json-file.ts';

const Stored = z.record(
  z.string(),
  z.object({ payload: z.record(z.string(), z.unknown()), expiresAt: z.number().nullable() }),
);
type Entry = { payload: AdapterPayload; expiresAt: number | null };

/**
 * What oidc-provider keeps (sessions, grants, codes), in one file of the data folder: few and small on one machine, so
 * the file is written whole at each change.
 */
export function fileStorage(folder: DataFolder): AdapterFactory {
  const path = folder.file('sign-in', 'sessions.json');
  const entries = new Map<string, Entry>(Object.entries(readJson(path, Stored) ?? {}));
  const save = () => {
    const now = Date.now();
    for (const [key, entry] of entries) if (entry.expiresAt !== null && entry.expiresAt < now) entries.delete(key);
    writeJson(path, Object.fromEntries(entries));
  };
  const find = (matches: (key: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    const now = Date.now();
    for (const [key, { payload, expiresAt }] of entries) {
      if ((expiresAt === null || expiresAt >= now) && matches(key, payload)) return payload;
    }
    return undefined;
  };
  return (model): Adapter => ({
    async upsert(id, payload, expiresIn) {
      entries.set(`${model}:${id}`, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null });
      save();
    },
    async find(id) {
      return find((key) => key === `${model}:${id}`);
    },
    async findByUid(uid) {
      return find((key, payload) => key.startsWith(`${model}:`) && payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return find((key, payload) => key.startsWith(`${model}:`) && payload.userCode === userCode);
    },
    async consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000);
      save();
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
      save();
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      save();
    },
  });
}
