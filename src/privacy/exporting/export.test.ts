import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { places } from '../../places.ts';
import { type Context, transact } from '../../platform/context.ts';
import { decide } from '../deciding.ts';
import { unzip } from '../fixtures/unzip.ts';
import { ledgerOf } from '../ledger.ts';
import { askExport, dropOldExports, makeExport, takeExport } from './export.ts';
import { maskOthers } from './masking.ts';
import { receiptOf } from './receipt.ts';

let polder: TestDatabase;
let ctx: Context;
let folder: string;
let fatima: string;

beforeAll(async () => {
  polder = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-export-'));
  ctx = { ...polder.context, dataFolder: folder };
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const utterances = Array.from({ length: 30 }, (_, n) => ({
      externalId: `fatima-${n}`,
      text: `bericht ${n} <b>vet</b>`,
      author: 'fatima',
      authorName: null,
      sentAt: new Date(Date.parse('2026-11-01T09:00:00Z') + n * 60_000),
      ...{ replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null },
      direction: 'in' as const,
    }));
    await hear(ctx, { account, utterances });
  });
  fatima = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`select person_id as id from identity`.execute(ctx.database);
    const id = found.rows[0]?.id ?? '';
    await decide(ctx, id, { purpose: 'offers', act: 'give', strength: 3 });
    return id;
  });
});
afterAll(async () => {
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function made(): Promise<{ token: string; file: string }> {
  const { publicId, token } = await askExport(ctx, { personIds: [fatima], locale: 'nl' });
  await makeExport(ctx, publicId, { places, organisation: 'Waterkracht' });
  return { token, file: path.join(folder, 'exports', `${publicId}.zip`) };
}

describe('a copy of somebody’s data', () => {
  test('holds what the places know, with a sum of every file, receipts, and a page to read without network', async () => {
    const { file } = await made();
    const files = unzip(file);
    const manifest = JSON.parse(files.get('manifest.json') ?? '');
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
        name,
      ).toBe(sha256);
    for (const name of ['person.json', 'identities.json', 'messages.jsonl', 'cases.jsonl', 'labels.jsonl'])
      expect(files.has(name), name).toBe(true);
    for (const name of ['decisions.jsonl', 'uses.jsonl', 'retention.json', 'index.html'])
      expect(files.has(name), name).toBe(true);
    expect(files.get('messages.jsonl')?.trim().split('\n')).toHaveLength(30);
    const receipt = [...files.entries()].find(([name]) => name.startsWith('receipts/'))?.[1] ?? '{}';
    expect(JSON.parse(receipt)).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dpv:hasConsentStatus': { '@id': 'dpv:ConsentGiven' },
    });
    const page = files.get('index.html') ?? '';
    expect(page).toContain('bericht 29 &lt;b&gt;vet&lt;/b&gt;');
    expect(page).not.toMatch(/<script|https?:\/\//);
  });

  test('contains every row that the places find, whatever the person is (P13)', async () => {
    const { file } = await made();
    const files = [...unzip(file).values()].join('\n');
    await transact(ctx, 'legal', async (ctx) => {
      for (const place of places.filter(
        ({ name }) => !['personal_export', 'data_use', 'event'].includes(name),
      ))
        for (const row of await place.find(ctx, fatima)) {
          const text = JSON.stringify(row);
          expect(
            files.includes(text) || files.includes(JSON.stringify(row, null, 2)),
            `${place.name}: ${text}`,
          ).toBe(true);
        }
    });
  });

  test('is taken once, also by two at once, and that stands in the ledger', async () => {
    const { token } = await made();
    const both = await Promise.allSettled([takeExport(ctx, token), takeExport(ctx, token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(takeExport(ctx, token)).rejects.toMatchObject({ code: 'not-found.export' });
    await expect(takeExport(ctx, 'guessed')).rejects.toMatchObject({ code: 'not-found.export' });
    const ledger = await transact(ctx, 'service', (ctx) => ledgerOf(ctx, fatima));
    expect(ledger.map(({ activity }) => activity)).toContain('export.taken');
  });

  test('is gone from the disk after seven days, or a day after it was taken', async () => {
    const [kept, taken] = [await made(), await made()];
    await takeExport(ctx, taken.token);
    polder.turn.forward({ hours: 25 });
    await dropOldExports(ctx);
    expect([existsSync(kept.file), existsSync(taken.file)]).toEqual([true, false]);
    polder.turn.forward({ hours: 24 * 6 });
    await dropOldExports(ctx);
    expect(existsSync(kept.file)).toBe(false);
    await expect(takeExport(ctx, kept.token)).rejects.toMatchObject({ code: 'not-found.export' });
  });
});

test('contacts of others are masked in our words, those of the person are not', () => {
  const text = 'Mail henk@voorbeeld.nl of bel 06-12345678, @henk1980; of @Fatima zelf op NL91ABNA0417164300.';
  expect(maskOthers(text, ['fatima'])).toBe('Mail […] of bel […], […]; of @Fatima zelf op […].');
  expect(maskOthers('Uw bestelling 12345 komt op 24-11-2026.', [])).toBe(
    'Uw bestelling 12345 komt op 24-11-2026.',
  );
});

test('a receipt says what was decided, for what, on which text', () => {
  const decision = { id: '7', purpose: 'offers', act: 'withdraw', category: null, item: null, until: null };
  const at = '2026-11-24T10:00:00Z';
  const receipt = receiptOf(
    { ...decision, strength: 3, contractVersion: 2, textHash: 'ab', at },
    { organisation: 'Waterkracht', personId: 'pe_1' },
  );
  expect(receipt['dpv:hasConsentStatus']['@id']).toBe('dpv:ConsentWithdrawn');
  expect(receipt['dpv:hasProcess']['dpv:hasLegalBasis']['@id']).toBe('eu-gdpr:A6-1-a');
  expect(receipt['dpv:hasNotice']['dct:hasVersion']).toBe(2);
});
