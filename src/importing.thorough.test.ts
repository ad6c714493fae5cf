import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { portraitOf, registerAccount } from '../test/portrait.ts';
import { importFile } from './importing.ts';
import { transact } from './platform/context.ts';

let folder: string;
let file: string;
/** What an import that nobody disturbed makes of the file. */
let whole: Outcome;

interface Outcome {
  conversations: unknown[];
  messages: number;
  persons: number;
  orphans: number;
  unplaced: number;
  heard: number;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'polder-importing-'));
  file = path.join(folder, 'waterkracht.csv');
  writeFileSync(file, rows().join('\r\n'));
  const polder = await testDatabase();
  await importFile(polder.context, file, {});
  whole = await outcomeOf(polder);
  await polder.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Half a year of Waterkracht: two batches, answers before their questions, doubles, and rows that are wrong. */
function rows(): string[] {
  const lines = ['id,author,inbound,created_at,text,reply_to'];
  const at = (n: number) => new Date(Date.UTC(2026, 4, 1) + ((n * 7919) % 4000) * 3_600_000).toISOString();
  for (let n = 0; n < 700; n += 1) {
    const question = `q${n},@klant-${n % 150},true,${at(n)},Waar blijft mijn factuur F-${n}?,`;
    const answer = `a${n},@waterkracht,false,${new Date(Date.parse(at(n)) + 1_800_000).toISOString()},"We kijken het na, nummer ${n}",q${n}`;
    lines.push(...(n % 3 === 0 ? [answer, question] : n % 3 === 1 ? [question, answer] : [question]));
    if (n % 97 === 0) lines.push(`q${n},@klant-${n % 150},true,${at(n)},Waar blijft mijn factuur F-${n}?,`);
    if (n % 211 === 0)
      lines.push(`b${n},@klant-1,true,gisteren ergens,Dit wordt niets,`, `c${n},@klant-1,true,${at(n)},,`);
  }
  return lines;
}

async function outcomeOf(polder: TestDatabase): Promise<Outcome> {
  const account = await registerAccount(polder.context, 'waterkracht', 'waterkracht');
  const numbers = await transact(polder.context, 'listen', async (ctx) => {
    const found = await sql<Omit<Outcome, 'conversations'>>`
      select (select count(*)::int from message) as messages, (select count(*)::int from person) as persons,
        (select count(*)::int from person p where not exists (select from identity i where i.person_id = p.id)) as orphans,
        (select count(*)::int from message_unplaced) as unplaced,
        (select count(*)::int from event where verb = 'message.heard') as heard`.execute(ctx.database);
    return found.rows[0] as Omit<Outcome, 'conversations'>;
  });
  return { conversations: (await portraitOf(polder.context, account)).map(unnumbered), ...numbers };
}

/** Numbers of persons and identities depend on who came first. */
function unnumbered(portrait: unknown): unknown {
  return JSON.parse(JSON.stringify(portrait), (key, value) =>
    /^(person|identity)_id$/.test(key) ? 0 : value,
  );
}

/** Imports in a process of its own, which is killed (-9) after so many batches, or in the middle of placing. */
function importAndDie(url: string, when: { batches: number } | { placed: number }): NodeJS.Signals | null {
  const script = `
    const { importFile } = await import('./importing.ts');
    const { nowReactions } = await import('./reactions.ts');
    const { makeContext } = await import('./platform/context.ts');
    const { turnedClock } = await import('./platform/clock.ts');
    const { openDatabase } = await import('./platform/database.ts');
    const [url, file, when] = process.argv.slice(1);
    let { batches = Infinity, placed = Infinity } = JSON.parse(when);
    const die = () => process.kill(process.pid, 'SIGKILL');
    const now = { ...nowReactions, 'conversation.opened': async (ctx, events) => {
      placed -= events.length;
      if (placed <= 0) die();
    } };
    const { database } = openDatabase(url, { size: 2 });
    const actor = { kind: 'system', name: 'polder' };
    const clock = turnedClock('2026-11-24T10:00:00Z');
    await importFile(makeContext({ database, actor, clock, now }), file, { onProgress: () => {
      batches -= 1;
      if (batches <= 0) die();
    } });
    process.exit();`;
  const cwd = import.meta.dirname;
  const absolute = script.replaceAll("import('./", `import('file://${cwd}/`);
  const child = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', absolute, url, file, JSON.stringify(when)],
    { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (child.signal === null) throw new Error(`was not killed: ${child.stderr}`);
  return child.signal;
}

describe('an import', () => {
  test('stores every readable row once, places all of them, and says what it could not read', async () => {
    const polder = await testDatabase();
    const rejected: string[] = [];
    const total = await importFile(polder.context, file, {
      onProgress: (progress) => void rejected.push(...progress.rejected.map(({ code }) => code)),
    });
    expect(total).toMatchObject({
      stored: whole.messages,
      duplicates: 8,
      persons: 150,
      read: rows().length - 1,
    });
    expect(whole).toMatchObject({
      messages: 700 + 467,
      persons: 150,
      orphans: 0,
      unplaced: 0,
      heard: whole.messages,
    });
    expect(total.conversations).toBe(whole.conversations.length);
    expect(rejected).toHaveLength(8);
    const again = await importFile(polder.context, file, {});
    expect(again).toMatchObject({ stored: 0, persons: 0, conversations: 0 });
    expect(await outcomeOf(polder)).toEqual(whole);
    await polder.close();
  });

  test.each([
    ['after its first batch', { batches: 1 }],
    ['after its last batch, before anything is placed', { batches: 2 }],
    ['while it places the first thousand', { placed: 1 }],
    ['while it places the last', { placed: 600 }],
  ])('that was killed %s and runs again leaves exactly the full set', async (_, when) => {
    const polder = await testDatabase();
    expect(importAndDie(polder.appUrl, when)).toBe('SIGKILL');
    const half = await outcomeOf(polder);
    expect(half).not.toEqual(whole);
    await importFile(polder.context, file, {});
    expect(await outcomeOf(polder)).toEqual(whole);
    await polder.close();
  });

  test('that breaks off twice by an error and runs again leaves exactly the full set', async () => {
    const polder = await testDatabase();
    for (const at of [1, 2]) {
      let batches = 0;
      const broken = importFile(polder.context, file, {
        onProgress: () => {
          batches += 1;
          if (batches === at) throw new Error('disk full');
        },
      });
      await expect(broken).rejects.toThrow('disk full');
    }
    await importFile(polder.context, file, {});
    expect(await outcomeOf(polder)).toEqual(whole);
    await polder.close();
  });
});
