import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../src/importing.ts';
import { items } from '../src/journey/assessing/items.ts';
import { transact } from '../src/platform/context.ts';
import { lettersCsv } from '../src/web/journey/fixtures/letters.ts';
import { shownIn } from '../src/web/journey/fixtures/shown.ts';
import { password, type ServedPolder, servePolder } from './browser/serving.ts';
import { withAdmin } from './database.ts';
import { type Caller, caller, signedIn } from './over-http.ts';
import { hirePerson } from './people.ts';

/** A self-assessment on the running product, over HTTP: six people answer by the link in their mail, then four. */
let polder: ServedPolder;
let ravi: Caller;
let everybody: Awaited<ReturnType<typeof colleagues>>;

beforeAll(async () => {
  polder = await servePolder();
  ravi = await signedIn(polder.address, 'ravi@waterkracht.example', password);
  everybody = await colleagues();
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-assessment-'));
  const file = path.join(folder, 'letters.csv');
  writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
  await importFile(polder.database.context, file, { channel: 'x', account: '@waterkracht' });
  rmSync(folder, { recursive: true });
});
afterAll(() => polder?.close());

const page = '/journey/assessment';
const roles = ['director', 'manager', 'frontline', 'frontline', 'support', 'support'] as const;

async function colleagues(): Promise<{ publicId: string; email: string }[]> {
  const { context } = polder.database;
  for (const name of ['Henk Smit', 'Lieke Mulder'])
    await hirePerson(context, { name, role: 'colleague', departmentId: polder.people.departmentId });
  const found = await sql<{ publicId: string; email: string }>`
    select public_id as "publicId", email from employee order by id`.execute(context.database);
  return found.rows;
}

async function roundNow(): Promise<string> {
  const found = await sql<{ id: string }>`
    select public_id as id from assessment_round where closed_at is null`.execute(
    polder.database.context.database,
  );
  return found.rows[0]?.id ?? '';
}

/** The link in the newest mail to this address. */
async function linkTo(email: string): Promise<string> {
  const found = await transact(polder.database.context, 'service', ({ database }) =>
    sql<{ body: string }>`select body from mail where recipient = ${email} and kind = 'assessment'
      order by id desc limit 1`.execute(database),
  );
  const link = /https?:\/\/\S+\/assessment\/\S+/.exec(found.rows[0]?.body ?? '')?.[0];
  if (!link) throw new Error(`no link for ${email}`);
  return link;
}

type Sheet = Readonly<Record<string, string>>;

/** Opens a round, asks these people by mail, and each who answers does so by their own link, without signing in. */
async function hold(closes: string, sheets: readonly Sheet[]): Promise<{ round: string; links: string[] }> {
  expect((await ravi.post(page, { act: 'open', closes })).status).toBe(303);
  const round = await roundNow();
  const asked = everybody.slice(0, sheets.length);
  const links: string[] = [];
  for (const [i, { publicId, email }] of asked.entries()) {
    const invitation = { act: 'invite', round, colleague: publicId, role: roles[i] ?? 'support' };
    expect((await ravi.post(page, invitation)).status).toBe(303);
    links.push(await linkTo(email));
  }
  for (const [i, sheet] of sheets.entries()) {
    const anybody = caller(polder.address);
    const opened = await anybody.get(links[i] ?? '');
    expect(opened.status).toBe(200);
    expect(await shownIn(opened)).toContain('Wij weten binnen een week wat er over ons gezegd wordt.');
    const handed = await anybody.post(links[i] ?? '', sheet);
    expect(handed.status).toBe(303);
    const thanks = await anybody.get(handed.headers.get('location') ?? '');
    expect([thanks.status, await shownIn(thanks)]).toEqual([200, expect.stringContaining('Dank je wel')]);
  }
  return { round, links };
}

/** Everything answered by one step, but for what is named. */
const sheet = (step: string, other: Sheet = {}): Sheet => ({
  ...Object.fromEntries(items.map(({ code }) => [code, step])),
  M1: '4',
  ...other,
});

describe('a round with six people', () => {
  let held: Awaited<ReturnType<typeof hold>>;
  beforeAll(async () => {
    // All six think that the rules are known; nobody ever read any. And two have no idea of the board.
    const six = [
      ...[sheet('4'), sheet('5'), sheet('4'), sheet('5')],
      ...[sheet('2', { Q3b: '5', Q4a: 'unknown' }), sheet('2', { Q3b: '4', Q4a: 'unknown', M1: '9' })],
    ];
    held = await hold('2026-12-20', six);
  });

  it('takes each link once, and a wrong one never', async () => {
    const anybody = caller(polder.address);
    expect((await anybody.get(held.links[0] ?? '')).status).toBe(409);
    expect((await anybody.post(held.links[0] ?? '', sheet('1'))).status).toBe(409);
    expect((await anybody.get('/assessment/not-a-link')).status).toBe(404);
  });

  it('shows nothing while it runs, but how many answered', async () => {
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('6 van 6 hebben geantwoord');
    expect(shown).not.toContain('Beeld min bewijs');
  });

  it('keeps no way from a sheet to whoever filled it in', async () => {
    const found = await sql<{ column: string }>`
      select column_name as column from information_schema.columns where table_name = 'assessment_sheet'`.execute(
      polder.database.context.database,
    );
    expect(found.rows.map(({ column }) => column).toSorted()).toEqual(['answers', 'id', 'role', 'round_id']);
  });

  it('shows the scores once it is closed, with the gap to what is measured first', async () => {
    expect((await ravi.post(page, { act: 'close', round: held.round })).status).toBe(303);
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('Ik kan onze spelregels uitleggen aan een nieuwe collega.');
    expect(shown).toContain('100% (n=6)');
    expect(shown).toContain('67% (n=6)');
    // Two of six have no idea: above thirty per cent, that is a finding itself, and four are too few to show.
    expect(shown).not.toContain('n=4');
    expect(shown).toContain('veel mensen weten het niet');
    // Six are enough to show, and too few to decide.
    expect(shown).toContain('te weinig om op te beslissen');
    expect(shown).not.toMatch(/n=\d\) (niet )?gehaald/);
    expect(shown).toContain('groot verschil tussen beeld en bewijs');
    const gaps = [...shown.matchAll(/([+-]?\d+) punten/g)].map(([, points]) => Math.abs(Number(points)));
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
  });

  it('sets how close they think they are beside what was published', async () => {
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('52%');
    expect(shown).toContain('83%');
  });
});

describe('a round with four people', () => {
  it('shows nothing of anybody, not even closed, and decides nothing', async () => {
    // Half a year later: the first round lies that far back.
    await withAdmin(polder.database.ownerUrl, (owner) =>
      owner.query(`update assessment_round set opened_at = opened_at - interval '200 days',
        closed_at = closed_at - interval '200 days'`),
    );
    const { round } = await hold('2026-12-20', [sheet('1'), sheet('1'), sheet('1'), sheet('1')]);
    expect((await ravi.post(page, { act: 'close', round })).status).toBe(303);
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('Er zijn nog te weinig antwoorden om iets te laten zien');
    expect(shown).not.toContain('Beeld min bewijs');
    const journey = await ravi.get('/journey/criteria/3.5');
    expect(journey.status).toBeLessThan(500);
  });
});
