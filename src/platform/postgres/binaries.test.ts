import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { findEmbeddedBinaries, findSystemBinaries, getBinaries, oldestMajor, program } from './binaries.ts';
import { openCluster } from './cluster.ts';

const system = findSystemBinaries().at(0);

test('the embedded PostgreSQL comes first and has what the launcher runs', () => {
  const embedded = findEmbeddedBinaries();
  if (!embedded) return expect(getBinaries().source).toBe('system');
  expect(getBinaries()).toEqual(embedded);
  expect(existsSync(program(embedded, 'initdb'))).toBe(true);
  expect(existsSync(program(embedded, 'postgres'))).toBe(true);
});

test('the system’s PostgreSQL is offered newest first, and nothing too old', () => {
  const majors = findSystemBinaries().map((found) => found.major);
  expect(majors).toEqual(majors.toSorted((a, b) => b - a));
  expect(majors.every((major) => major >= oldestMajor)).toBe(true);
});

test('a data folder of a version that is not here is refused with a sentence', () => {
  expect(() => getBinaries(9)).toThrow(/PostgreSQL 9, which made this data folder, was not found/);
});

test.skipIf(!system)(
  'the system’s PostgreSQL can take the embedded one’s place',
  { timeout: 60_000 },
  async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'polder-system-'));
    const settings = { fsync: 'off', shared_buffers: '16MB' };
    const cluster = await openCluster(place, { settings, ...(system ? { binaries: system } : {}) });
    const client = new Client({ connectionString: cluster.appUrl });
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
    await client.end();
    await cluster.stop();
    rmSync(place, { recursive: true, force: true });
    expect(rows).toEqual([{ major: system?.major }]);
  },
);
