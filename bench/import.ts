import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { importFile } from '../src/importing.ts';
import { joinDatabase } from '../src/platform/postgres/joining.ts';
import { findData } from './data.ts';
import { median, type Report, round, say } from './figure.ts';
import { openPlace, type Place } from './place.ts';

const mustPerSecond = 2000;
const mustMegabytes = 400;
const runs = 3;

/**
 * A file into PostgreSQL: read, understood, stored, placed in conversations, durable. Against the floor of the same
 * run: the same number of rows in one plain table, in batches of a thousand.
 */
export async function bench(report: Report, args: readonly string[]): Promise<void> {
  for (const [name, file] of [
    ['airline', findData('airline/airline.csv.gz')],
    ['support-threads', findData('support-threads/threads.csv.gz')],
  ] as const) {
    if (!file) continue;
    const rates: number[] = [];
    const floors: number[] = [];
    for (let i = 0; i < runs; i++) {
      const { rate, floor } = await once(file);
      rates.push(rate);
      floors.push(floor);
    }
    const value = median(rates);
    report({
      figure: `messagesPerSecond ${name}`,
      value: round(value, 0),
      unit: 'messages/s',
      budget: mustPerSecond,
      against: `plain insert of as many rows: ${round(median(floors), 0)}/s`,
      ratio: round(value / median(floors), 3),
    });
  }
  await measureMemory(report, args.includes('--small') ? 100_000 : 1_000_000);
}

async function once(file: string): Promise<{ rate: number; floor: number }> {
  const place = await openPlace();
  try {
    const started = performance.now();
    const total = await importFile(place.polder.context, file, {});
    const rate = total.read / ((performance.now() - started) / 1000);
    return { rate, floor: await plainInsert(place, total.read) };
  } finally {
    await place.remove();
  }
}

/** As the owner, because the weak role may make no table. */
async function plainInsert({ folder }: Place, rows: number): Promise<number> {
  const joined = await joinDatabase(folder);
  const client = new pg.Client({ connectionString: joined.cluster.ownerUrl });
  await client.connect();
  try {
    await client.query('create table plain (id bigint primary key, at timestamptz, text text)');
    const started = performance.now();
    for (let from = 0; from < rows; from += 1000) {
      const ids = Array.from({ length: Math.min(1000, rows - from) }, (_, i) => from + i);
      const texts = ids.map(
        (id) =>
          `a message of about a hundred characters, number ${id}, as customers write them when they wait`,
      );
      await client.query(
        'insert into plain select id, now(), text from unnest($1::bigint[], $2::text[]) as t (id, text)',
        [ids, texts],
      );
    }
    return rows / ((performance.now() - started) / 1000);
  } finally {
    await client.end();
    await joined.leave();
  }
}

/** The command as a user runs it: a process of its own, so that its peak is its own. */
async function measureMemory(report: Report, rows: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'polder-bench-'));
  try {
    const file = path.join(folder, 'generated.csv');
    await generate(file, rows);
    say(`importing ${rows} generated rows …`);
    const started = performance.now();
    const peak = await run(file, path.join(folder, 'data'));
    const seconds = (performance.now() - started) / 1000;
    report({ figure: `peakMemory ${rows}`, value: round(peak, 0), unit: 'MB', budget: mustMegabytes });
    report({
      figure: `messagesPerSecond ${rows}`,
      value: round(rows / seconds, 0),
      unit: 'messages/s',
      budget: mustPerSecond,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const phrases = [
  'Mijn pakket is nog steeds niet binnen, waar blijft het?',
  'Bedankt voor de snelle hulp, top geregeld!',
  'The app keeps crashing since this morning, can you fix it please',
  'Ik heb een vraag over mijn rekening van vorige maand, die klopt niet',
  'Kan iemand mij terugbellen over de storing in onze straat',
];

async function generate(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('id,author,created,text\n');
  const from = Date.UTC(2026, 0, 1);
  for (let i = 0; i < rows; i++) {
    const at = new Date(from + i * 20_000).toISOString();
    const line = `g${i},klant${(i * 7919) % 200_000},${at},"${phrases[i % phrases.length]} (${i})"\n`;
    if (!out.write(line)) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
}

async function run(file: string, data: string): Promise<number> {
  const start = path.resolve(import.meta.dirname, '../bin/polder');
  const child = spawn(process.execPath, [start, 'import', file, '--json', '--data', data], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(async () => {
    for (const pid of await childrenOf(child.pid)) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }
  }, 200);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  return peak;
}

/** The start file hands over to a process of its own. */
async function childrenOf(pid: number | undefined): Promise<string[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return listed.split(' ').filter((one) => one !== '');
}
