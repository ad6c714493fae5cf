import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { threads } from '../../commands/fixtures/filled.ts';
import { importFile } from '../../importing.ts';
import { places } from '../../places.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { askExport, makeExport } from '../exporting/export.ts';
import { type Canaries, canariesOf, type Planted, plant, sightings, teach } from '../fixtures/canaries.ts';
import { unzip } from '../fixtures/unzip.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure } from './asking.ts';

let polder: TestDatabase;
let ctx: Context;
let folder: string;
let elsewhere: string;
let adminUrl: string;
/** Places of which one must see that they did nothing. */
const forgotten = [
  'message',
  'conversation',
  'person_term',
  'idempotency',
  'identity',
  'personal_export',
  'model',
];
let people: People;
const planted = new Map<string, { words: Canaries } & Planted>();

beforeAll(async () => {
  polder = await testDatabase();
  adminUrl = await adminUrlOf(polder.ownerUrl);
  folder = mkdtempSync(path.join(tmpdir(), 'polder-canary-'));
  elsewhere = mkdtempSync(path.join(tmpdir(), 'polder-canary-files-'));
  mkdirSync(path.join(folder, 'uploads'));
  ctx = { ...polder.context, dataFolder: folder };
  people = await hirePeople(ctx);
  await importFile(ctx, threads, { channel: 'x', account: '@waterkracht' });
  for (const mark of ['alfa', 'beta', 'gamma', ...forgotten]) {
    const words = canariesOf(mark);
    planted.set(mark, { words, ...(await plant(ctx, people, { words, folder: elsewhere })) });
  }
}, 120_000);
afterAll(async () => {
  await polder?.close();
  for (const one of [folder, elsewhere]) rmSync(one, { recursive: true, force: true });
});

const get = (mark: string) => planted.get(mark) as { words: Canaries } & Planted;
const seen = (mark: string) => sightings(adminUrl, folder, Object.values(get(mark).words));

/** A model holds no word that could be found, only who is in it. */
const modelsWith = (mark: string) =>
  transact(ctx, 'train', async ({ database }) => {
    const rows = await database.selectFrom('model').select(['version', 'persons']).execute();
    return rows.filter(({ persons }) => persons.map(String).includes(get(mark).personId));
  });

async function exported(mark: string): Promise<Map<string, string>> {
  const { publicId } = await askExport(ctx, { personIds: [get(mark).personId], locale: 'nl' });
  await makeExport(ctx, publicId, { places, organisation: 'Waterkracht' });
  return unzip(path.join(folder, 'exports', `${publicId}.zip`));
}

async function erase(mark: string, through: readonly Place[]): Promise<void> {
  const { publicId } = await askErasure(ctx, { personIds: [get(mark).personId], strength: 4 });
  await advanceErasures(ctx, through);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, through);
}

test('every word of a person is found before the erasure, so that not finding it means something', async () => {
  for (const word of Object.values(get('alfa').words))
    expect(await sightings(adminUrl, folder, [word]), word).not.toEqual([]);
  expect(await modelsWith('alfa')).not.toEqual([]);
});

test('an export holds all that was said and nothing of anybody else', async () => {
  const files = await exported('alfa');
  const all = [...files.values()].join('\n');
  const lacking = Object.entries(get('alfa').words).filter(([, word]) => !all.includes(word));
  expect(lacking).toEqual([]);
  for (const word of ['beta', 'gamma'].flatMap((mark) => Object.values(get(mark).words)))
    expect(all).not.toContain(word);
});

test('after the erasure no word of the person stands in any table or file, and all of the others do', async () => {
  await exported('alfa');
  await erase('alfa', places);
  expect(await seen('alfa')).toEqual([]);
  expect(await modelsWith('alfa')).toEqual([]);
  for (const word of Object.values(get('beta').words))
    expect(await sightings(adminUrl, folder, [word]), word).not.toEqual([]);
});

test.for(forgotten)('a place that says it is done and does nothing, %s, is noticed', async (name) => {
  if (name === 'personal_export') await exported(name);
  // Every erasure before threw the models away.
  if (name === 'model') await teach(ctx, people.els.context, get(name).personId);
  const lazy = places.map((place) =>
    place.name === name ? { ...place, erase: async () => 0, verify: async () => 0 } : place,
  );
  const outcome = await erase(name, lazy).then(
    () => 'done',
    (error: Error) => error.message,
  );
  expect(outcome).not.toMatch(/conflict/);
  if (outcome === 'done') expect([...(await seen(name)), ...(await modelsWith(name))]).not.toEqual([]);
});
