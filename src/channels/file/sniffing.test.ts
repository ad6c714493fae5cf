import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sniff } from './sniffing.ts';

const look = (content: string | Buffer, columns?: string) =>
  sniff(Readable.from([Buffer.from(content)]), columns);

test('a person sees how a file is written, its first rows and what Polder makes of it', async () => {
  const rows = Array.from({ length: 30 }, (_, id) => `${id};"Dag; Els";x`).join('\r\n');
  const seen = await look(gzipSync(`id;Bericht;extra\r\n${rows}`));
  expect(seen).toMatchObject({
    format: 'csv',
    delimiter: ';',
    gzip: true,
    headings: ['id', 'Bericht', 'extra'],
    mapping: { text: 'Bericht', id: 'id' },
    problem: null,
  });
  expect(seen.sample).toHaveLength(10);
  expect(seen.sample[3]).toEqual(['3', 'Dag; Els', 'x']);
});

test('JSON Lines are shown in columns, lists and objects too', async () => {
  const seen = await look('{"text": "Dag", "tags": ["a"]}\n{"text": "Hoi", "id": 2}\n');
  expect(seen).toMatchObject({ format: 'jsonl', delimiter: null, headings: ['text', 'tags', 'id'] });
  expect(seen.sample).toEqual([
    ['Dag', '["a"]', ''],
    ['Hoi', '', '2'],
  ]);
});

test('a file without a text column is shown with what is the matter', async () => {
  const seen = await look('id,foo\n1,Dag\n');
  expect(seen).toMatchObject({ mapping: { id: 'id' }, problem: { code: 'invalid.columns.no-text' } });
  expect(await look('id,foo\n1,Dag\n', 'text=foo')).toMatchObject({
    mapping: { text: 'foo' },
    problem: null,
  });
  expect(await look('id,text\n1,Dag\n', 'text=foo')).toMatchObject({
    mapping: { text: 'text' },
    problem: { code: 'invalid.columns.missing-heading' },
  });
});

test('bad rows are passed and long values cut off', async () => {
  const seen = await look(`text\n"open\n${'x'.repeat(5000)}\n`);
  expect(seen.sample).toEqual([['x'.repeat(300)]]);
});
