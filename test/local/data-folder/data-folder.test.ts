import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { DataFolder } from '../../../local/data-folder/data-folder.ts';
import { overwriteJson, readJson } from '../../../local/data-folder/json-file.ts';
import { endProcess, identify, isRunning, parentOf } from '../../../local/data-folder/process-identity.ts';
import { dynoxideBinary } from '../../../local/dynamodb/binary.ts';
import { StartError } from '../../../local/start/text.ts';

const parent = mkdtempSync(join(tmpdir(), 'data-'));
afterAll(() => rmSync(parent, { recursive: true }));
let path = '';
beforeEach(() => {
  path = join(parent, String(Math.random()));
});

const refusal = async (work: () => unknown): Promise<StartError> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('the data folder', () => {
  it('is one runtime’s at a time', async () => {
    const folder = await DataFolder.take(path);
    expect((await refusal(() => DataFolder.take(path))).text.fr).toContain(`Traboule tourne déjà sur ${path}`);
    folder.release();
    (await DataFolder.take(path)).release();
  });

  it('is taken over from a runtime that no longer runs, even if its number was given again', async () => {
    await DataFolder.take(path).then((folder) => folder.release());
    writeFileSync(join(path, 'runtime.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    const folder = await DataFolder.take(path);
    expect(JSON.parse(readFileSync(join(path, 'runtime.lock'), 'utf8'))).toEqual(identify(process.pid));
    folder.release();
    expect(existsSync(join(path, 'runtime.lock'))).toBe(false);
  });

  it('is fresh until it has been used', async () => {
    expect(DataFolder.isFresh(path)).toBe(true);
    (await DataFolder.take(path)).release();
    expect(DataFolder.isFresh(path)).toBe(false);
  });

  it('of another version, damaged, or not a folder is refused, and nothing is touched', async () => {
    (await DataFolder.take(path)).release();
    writeFileSync(join(path, 'format.json'), '{"format": 99}');
    expect((await refusal(() => DataFolder.take(path))).text.en).toContain('format 99, expected 5');
    writeFileSync(join(path, 'format.json'), 'garbage');
    expect((await refusal(() => DataFolder.take(path))).text.en).toContain(`${join(path, 'format.json')} is damaged`);
    expect(readFileSync(join(path, 'format.json'), 'utf8')).toBe('garbage');
    const file = `${path}-file`;
    writeFileSync(file, '');
    expect((await refusal(() => DataFolder.take(file))).text.en).toContain(`The data folder ${file} cannot be used`);
  });
});

describe('processes', () => {
  it('are told apart, and ended even when they do not want to', async () => {
    const child = spawn('sh', ['-c', "trap '' TERM; echo ready; while :; do sleep 1; done"], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    // What it starts outlives it by a moment, and would hold the pipe open.
    child.stdout.destroy();
    const identity = identify(child.pid ?? 0);
    if (identity === null) throw new Error('The process is not found.');
    expect(parentOf(identity.pid)).toEqual(identify(process.pid));
    expect(isRunning({ ...identity, startedAt: 'x' })).toBe(false);
    await endProcess({ ...identity, startedAt: 'x' });
    expect(isRunning(identity)).toBe(true);
    await endProcess(identity, 100);
    expect(isRunning(identity)).toBe(false);
  });
});

describe('the database’s binary', () => {
  it('that is missing for a platform is told with what to do instead', async () => {
    const { text } = await refusal(() => dynoxideBinary('plan9', 'mips'));
    expect(text.en).toContain('plan9-mips');
    expect(text.en).toContain('DYNAMODB_ENDPOINT=http://localhost:8000 npm start');
    expect(text.fr).toContain('DynamoDB Local');
  });
});

describe('a small file that is written again and again', () => {
  it('holds the latest value, however long the one before was; what would not be written whole is refused', () => {
    const write = overwriteJson(path);
    for (const value of ['a'.repeat(200), 'b', 'c'.repeat(250), 'd']) {
      write(value);
      expect(readJson(path, z.string())).toBe(value);
      expect(statSync(path).size).toBe(256);
    }
    expect(() => write('e'.repeat(256))).toThrow('too long');
    expect(() => write('é'.repeat(200))).toThrow('too long');
    expect(readJson(path, z.string())).toBe('d');
  });
});
