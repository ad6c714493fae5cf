import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataFolder } from '../platform/data-folder.ts';
import { type Joined, joinDatabase } from '../platform/postgres/joining.ts';
import { examineAddress } from './doctor/address.ts';
import { examineRoom } from './doctor/folder.ts';
import { examineNode } from './doctor/installation.ts';
import { inWords, type Verdict } from './doctor/verdict.ts';
import { examine } from './doctor.ts';

let place: string;
let joined: Joined;

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-doctor-'));
  joined = await joinDatabase(place, { settings: { fsync: 'off', shared_buffers: '16MB' } });
});
afterAll(async () => {
  await joined?.leave();
  rmSync(place, { recursive: true, force: true });
});

const about = (verdicts: Verdict[], subject: string) =>
  verdicts.filter((verdict) => verdict.about === subject);
const inPolder = (url: string) => url.replace(/\/postgres$/, '/polder');

describe('an installation with the embedded database', () => {
  test('is found healthy, with the migrations that wait as a note', async () => {
    const verdicts = await examine({ PORT: '0' }, place);
    expect(verdicts.filter((verdict) => verdict.state === 'wrong')).toEqual([]);
    expect(about(verdicts, 'database')[0]).toMatchObject({ state: 'good' });
    expect(about(verdicts, 'tables')[0]).toMatchObject({ state: 'note' });
  });

  test('that others can look into is wrong, and the way to close it is given', async () => {
    const other = openDataFolder(path.join(place, 'other')).path;
    chmodSync(other, 0o755);
    const [folder] = about(await examine({ PORT: '0' }, other), 'folder');
    expect(folder).toMatchObject({ state: 'wrong', mend: [`chmod 700 '${other}'`] });
  });

  test('that does not exist yet is not made by looking', async () => {
    const verdicts = await examine({ PORT: '0' }, path.join(place, 'nowhere'));
    expect(about(verdicts, 'folder')[0]?.state).toBe('note');
    expect(readdirSync(place)).not.toContain('nowhere');
  });
});

describe('an installation with a PostgreSQL of its own', () => {
  test('that serves as a superuser is wrong, and the SQL for the logins is given once', async () => {
    const admin = inPolder(joined.cluster.adminUrl);
    const verdicts = await examine({ PORT: '0', DATABASE_URL: admin, DATABASE_OWNER_URL: admin }, place);
    const database = about(verdicts, 'database');
    expect(database[0]?.sentence).toContain('is a superuser');
    expect(database[0]?.mend?.join('\n')).toContain('CREATE ROLE "polder_app" LOGIN NOSUPERUSER');
    expect(JSON.stringify(verdicts)).not.toContain(new URL(admin).password);
  });

  test('with fit logins is healthy', async () => {
    const env = {
      PORT: '0',
      DATABASE_URL: joined.cluster.appUrl,
      DATABASE_OWNER_URL: joined.cluster.ownerUrl,
    };
    expect(about(await examine(env, place), 'database')).toMatchObject([{ state: 'good' }]);
  });
});

describe('what surrounds it', () => {
  test('an unknown setting is wrong', async () => {
    const [settings] = about(await examine({ POLDER_PORTT: '1' }, place), 'settings');
    expect(settings).toMatchObject({ state: 'wrong' });
    expect(settings?.sentence).toContain('POLDER_PORTT');
  });

  test('a port that another program has is wrong', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const verdict = await examineAddress({ host: '127.0.0.1', port });
    expect(verdict.sentence).toContain('another program listens there');
    server.close();
  });

  test('a Polder that does not answer is wrong', async () => {
    const holder = { pid: 123, address: 'http://127.0.0.1:1', since: '2026-11-24T09:00:00Z' };
    const verdict = await examineAddress({ host: '127.0.0.1', port: 0 }, holder);
    expect(verdict).toMatchObject({ state: 'wrong' });
  });

  test('a Node that is too old and a full disk are wrong', () => {
    expect(examineNode('24.11.0').state).toBe('wrong');
    expect(examineRoom(100_000_000).state).toBe('wrong');
    expect(examineRoom(100 * 2 ** 30).state).toBe('good');
  });

  test('the words end with how many things are wrong', () => {
    const verdict: Verdict = { about: 'disk', state: 'wrong', sentence: 'Full.', mend: ['make room'] };
    expect(inWords([verdict])).toBe('wrong  disk  Full.\n             make room\n1 thing is wrong.\n');
  });
});
