import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite } from '../src/organisation/staff/inviting.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';
import { hirePeople, type People } from './people.ts';

/** What whoever has a link can do with it, where its secret goes, and what somebody can write into our log. */
let database: TestDatabase;
let pages: TestPages;
let people: People;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  pages = await testPages(database);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const newcomer = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@waterkracht.example`,
  department: null,
  role: 'colleague' as const,
  within: false,
  locale: 'nl' as const,
});
const accept = (given: Readonly<Record<string, string>>) =>
  pages.ask('/invitation', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(given),
  });
const rolesOf = async (email: string) => {
  const found = await sql<{ role: string }>`
    select r.role from employee e join role_grant r on r.employee_id = e.id where e.email = ${email}`.execute(
    database.context.database,
  );
  return found.rows.map(({ role }) => role);
};

describe('an invitation', () => {
  it('lets in one of five who press at once, with the role that was written down and no other', async () => {
    const sanne = newcomer('Sanne');
    const { link } = await invite(people.ravi.context, sanne);
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    const given = {
      token,
      password: 'een lang wachtwoord',
      role: 'administrator',
      email: 'els@klant.example',
    };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => accept(given)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(4);
    expect(await rolesOf(sanne.email)).toEqual(['colleague']);
    expect((await accept(given)).status).toBe(403);
  });

  it('takes no password that is too short, and stays good for a longer one', async () => {
    const { link } = await invite(people.ravi.context, newcomer('Tom'));
    const token = new URL(link ?? '').searchParams.get('token') ?? '';
    expect((await accept({ token, password: 'kort' })).status).toBe(422);
    expect((await accept({ token, password: 'een lang wachtwoord' })).status).toBe(303);
  });
});

describe('the secret of a link', () => {
  it.each(['/mine/enter', '/mine/stop', '/password', '/invitation', '/exports/geheim'])(
    'goes from %s to no other site',
    async (where) => {
      const answer = await pages.ask(where.startsWith('/exports') ? where : `${where}?token=geheim`);
      const html = await answer.text();
      expect(['same-origin', 'no-referrer']).toContain(answer.headers.get('referrer-policy'));
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
    },
  );
});

describe('what somebody sends', () => {
  it('writes no second line into the log, and no colour', () => {
    const evil = 'Els\r\n{"level":60,"msg":"alles gewist"}\n\u001b[31mrood\u2028x';
    const script = `
      const { openLog } = await import(${JSON.stringify(path.resolve(import.meta.dirname, '../src/platform/log.ts'))});
      const log = openLog('info');
      log.info({ path: ${JSON.stringify(evil)}, err: new Error(${JSON.stringify(evil)}) }, ${JSON.stringify(evil)});`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: {},
    });
    expect(stdout).toBe('');
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect([...(lines[0] ?? '')].filter((letter) => letter < ' ')).toEqual([]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, msg: evil });
  });
});
