import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { getExchange, moveExchange, registerExchange } from './customers/exchanging/exchange.ts';
import type { ExchangeKind } from './customers/exchanging/kind.ts';
import { runExchange } from './exchange-job.ts';
import { exchangeFile } from './exchanging.ts';
import { transact } from './platform/context.ts';

let folder: string;
/** What files that nobody disturbed make. */
let whole: unknown;

const kinds = ['customers', 'orders'] as const;
const fileOf = (kind: ExchangeKind) => path.join(folder, `${kind}.csv`);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'polder-exchanging-'));
  for (const kind of kinds) writeFileSync(fileOf(kind), rows[kind]().join('\r\n'));
  const polder = await testDatabase();
  for (const kind of kinds) await exchangeFile(polder.context, fileOf(kind), { kind, source: 'crm' });
  whole = await outcomeOf(polder);
  await polder.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Three batches each: customers that share a mail address, numbers that stand there twice, rows that are wrong. */
const rows = {
  customers: () => [
    'klantnummer;naam;e-mailadres;woonplaats',
    ...Array.from({ length: 1200 }, (_, n) =>
      n % 101 === 7
        ? `${n};Klant ${n};geen adres;Delft`
        : `${n % 97 === 5 ? n - 1 : n};Klant ${n};klant${n % 31 === 3 ? n - 1 : n}@x.example;Delft`,
    ),
  ],
  orders: () => [
    'bestelnummer;klantnummer;datum;totaal;regel;omschrijving',
    ...Array.from(
      { length: 1200 },
      (_, n) =>
        `B${Math.floor(n / 2)};${n % 89 === 4 ? 'onbekend' : Math.floor(n / 2)};2026-11-0${(n % 9) + 1};84,50;${(n % 2) + 1};meter ${n}`,
    ),
  ],
};

/** Everything that the files made, without the numbers that depend on who came first. */
async function outcomeOf(polder: TestDatabase): Promise<unknown> {
  return transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{ all: unknown }>`select json_build_object(
      'records', (select json_agg(json_build_array(external_id, name, mail, town) order by external_id) from customer_record),
      'persons', (select json_agg(json_build_array(name, relation) order by name) from person),
      'identities', (select json_agg(json_build_array(i.network, i.external_id, i.proof, p.name) order by i.external_id)
        from identity i join person p on p.id = i.person_id),
      'relations', (select count(*) from person_relation),
      'orders', (select json_agg(json_build_array(o.external_id, o.customer_key, o.total_minor, r.external_id) order by o.external_id)
        from customer_order o left join customer_record r on r.person_id = o.person_id),
      'lines', (select json_agg(json_build_array(o.external_id, l.position, l.what) order by o.external_id, l.position)
        from order_line l join customer_order o on o.id = l.order_id)) as all`.execute(ctx.database);
    return found.rows[0]?.all;
  });
}

interface Death {
  /** After so many batches are stored, or in the middle of this one, before it is. */
  after?: number;
  within?: number;
}

/** Runs in a process of its own, which is killed (-9). `id`: as the job of the screen; without it as the command. */
function exchangeAndDie(url: string, kind: ExchangeKind, { death, id }: { death: Death; id?: string }): void {
  const script = `
    const { exchangeFile } = await import('./exchanging.ts');
    const { runExchange } = await import('./exchange-job.ts');
    const { makeContext } = await import('./platform/context.ts');
    const { turnedClock } = await import('./platform/clock.ts');
    const { openDatabase } = await import('./platform/database.ts');
    const [url, file, kind, id, death] = process.argv.slice(1);
    const { after = Infinity, within = Infinity } = JSON.parse(death);
    const die = () => process.kill(process.pid, 'SIGKILL');
    let [told, stored] = [0, 0];
    const now = { 'customers.exchanged': async () => {
      told += 1;
      if (told === within) die();
    } };
    const { database } = openDatabase(url, { size: 2 });
    const actor = { kind: 'system', name: 'polder' };
    const ctx = makeContext({ database, actor, clock: turnedClock('2026-11-24T10:00:00Z'), now });
    if (id !== '') await runExchange(ctx, id);
    else await exchangeFile(ctx, file, { kind, source: 'crm', onBatch: () => {
      stored += 1;
      if (stored === after) die();
    } });
    process.exit();`;
  const cwd = import.meta.dirname;
  const child = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      script.replaceAll("import('./", `import('file://${cwd}/`),
      ...[url, fileOf(kind), kind, id ?? '', JSON.stringify(death)],
    ],
    { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (child.signal !== 'SIGKILL') throw new Error(`was not killed: ${child.stderr}`);
}

describe('files of customers and orders', () => {
  test.each([
    ['after the first batch', { after: 1 }],
    ['within the second batch', { within: 2 }],
    ['after the second batch', { after: 2 }],
  ])('of which the command was killed %s give exactly the full set when run again', async (_, death) => {
    const polder = await testDatabase();
    for (const kind of kinds) {
      exchangeAndDie(polder.appUrl, kind, { death });
      expect(await outcomeOf(polder)).not.toEqual(whole);
      await exchangeFile(polder.context, fileOf(kind), { kind, source: 'crm' });
    }
    expect(await outcomeOf(polder)).toEqual(whole);
    await polder.close();
  });

  test.each([1, 2, 3])(
    'of which the job was killed within batch %i go on there and count each row once',
    async (within) => {
      const polder = await testDatabase();
      for (const kind of kinds) {
        const id = await waiting(polder, kind);
        exchangeAndDie(polder.appUrl, kind, { death: { within }, id });
        expect(await getExchange(polder.context, id)).toMatchObject({
          state: 'running',
          read: (within - 1) * 500,
        });
        await runExchange(polder.context, id);
        const { read, state, rejected, ...done } = await getExchange(polder.context, id);
        expect({ state, read }).toEqual({ state: 'finished', read: 1200 });
        expect(done.new + done.changed + done.unchanged + rejected).toBe(1200);
      }
      expect(await outcomeOf(polder)).toEqual(whole);
      await polder.close();
    },
  );
});

/** An uploaded copy, because a finished import throws its file away. */
async function waiting({ context }: TestDatabase, kind: (typeof kinds)[number]): Promise<string> {
  const copy = path.join(folder, `${kind}-${context.clock.now().epochMilliseconds}-${Math.random()}.csv`);
  writeFileSync(copy, rows[kind]().join('\r\n'));
  const id = await registerExchange(context, { fileName: `${kind}.csv`, path: copy, bytes: 1 });
  const change = { kind, source: 'crm', columns: {} };
  await moveExchange(context, id, { from: ['chosen'], to: 'waiting', change });
  return id;
}
