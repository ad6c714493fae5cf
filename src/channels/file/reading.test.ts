import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAll, readBriefly } from './example-files.ts';
import { readFile } from './reading.ts';

const options = { zone: 'Europe/Amsterdam' };
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polder-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('CSV is read', () => {
  test.each([
    ['with commas', 'id,text\na,"Een, twee"\n'],
    ['with semicolons', 'id;text\r\na;Een, twee\r\n'],
    ['with tabs', 'id\ttext\na\tEen, twee\n'],
    ['with line ends of an old Mac', 'id,text\ra,"Een, twee"\r'],
    ['without a last line end', 'id,text\na,"Een, twee"'],
    ['with a mark of UTF-8', '\ufeffid,text\na,"Een, twee"\n'],
    ['with quoted headings', '"id","text"\n"a","Een, twee"\n'],
    ['with empty lines', '\r\n\nid,text\n\n\na,"Een, twee"\n\n\r\n'],
    ['with a column too few', 'text,id,author\n"Een, twee",a\n'],
  ])('%s', async (_form, file) => {
    const { heard, rejected } = await readAll(file);
    expect(rejected).toEqual([]);
    expect(heard).toMatchObject([{ externalId: 'a', text: 'Een, twee', author: null }]);
  });

  test('with line breaks and doubled quotes in a text, and the line of each record', async () => {
    const { heard } = await readAll('id,text\na,"Een\r\n\n""twee"""\nb,Drie\n');
    expect(heard.map(({ line, text }) => [line, text])).toEqual([
      [2, 'Een\r\n\n"twee"'],
      [5, 'Drie'],
    ]);
  });

  test('with headings that take more than the first look', async () => {
    const headings = Array.from({ length: 9000 }, (_, column) => `kolom-${column}`);
    expect(await readBriefly(`text,${headings.join(',')}\nEen\nTwee`)).toEqual({
      texts: ['Een', 'Twee'],
      rejected: [],
    });
  });

  test('with a lone return inside a text of a file that ends its lines otherwise', async () => {
    const { heard } = await readAll('id,text\na,Een\rtwee\nb,Drie\n');
    expect(heard.map(({ line, text }) => [line, text])).toEqual([
      [2, 'Een\rtwee'],
      [3, 'Drie'],
    ]);
  });
});

describe('JSON Lines are read', () => {
  test('with numbers, truths and null as values', async () => {
    const line = '{"id": 12, "text": "Dag", "inbound": false, "at": 1772435520, "author": null}';
    const message = { externalId: '12', inbound: false, sentAt: '2026-03-02T07:12:00.000Z', author: null };
    expect((await readAll(line)).heard).toMatchObject([message]);
  });

  test('with ids that are too long for a number', async () => {
    const { heard } = await readAll('{"id": 570306133677760513, "text": "Dag"}\n');
    expect(heard[0]?.externalId).toBe('570306133677760513');
  });

  test('with a key that only a later line has', async () => {
    const lines = Array.from({ length: 5000 }, (_, id) => `{"id": ${id}, "text": "Een bericht"}\n`);
    const { heard } = await readAll(`${lines.join('')}{"id": "z", "text": "Antwoord", "reply_to": "7"}\n`);
    expect(heard.at(-1)?.replyTo).toBe('7');
  });

  test('with a broken first line', async () => {
    const file = '{"id": "a", "tex\n{"id": "b", "text": "Twee"}\r\n';
    expect(await readBriefly(file)).toEqual({ texts: ['Twee'], rejected: ['1 json.unreadable'] });
  });

  test('with a first line that is larger than all others together', async () => {
    const file = `{"id": "a", "text": "${'x'.repeat(5_000_000)}"}\n{"id": "b", "text": "Twee"}\n`;
    expect(await readBriefly(file)).toEqual({ texts: ['Twee'], rejected: ['1 field.too-large'] });
  });

  test('without mistaking what every object has for a column', async () => {
    const file = '{"text": "Dag", "__proto__": {"author": "x"}}\n{"text": "Hoi", "constructor": 1}\n';
    expect((await readAll(file)).heard).toMatchObject([{ author: null }, { author: null }]);
  });
});

describe('a file that is no table of messages is refused', () => {
  test.each<[string, string | Buffer, string]>([
    ['empty', '', 'invalid.file.empty'],
    ['only white space', ' \n\n', 'invalid.file.empty'],
    ['UTF-16', Buffer.from('\ufeffid,text\na,Dag\n', 'utf16le'), 'invalid.file.encoding'],
    ['UTF-16 without a mark', Buffer.from('id,text\na,Dag\n', 'utf16le'), 'invalid.file.encoding'],
    [
      'headings in another encoding',
      Buffer.from('id,text,geÃ¯\n', 'latin1').fill(0xe9, 10, 12),
      'invalid.file.encoding',
    ],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004xl/workbook.xml'), 'invalid.file.spreadsheet'],
    ['a JSON array', '[\n {"text": "Dag"}\n]\n', 'invalid.file.json-array'],
    ['a JSON array in one line', '[{"text": "Dag"}, {"text": "Hoi"}]', 'invalid.file.json-array'],
    ['JSON that never ends', '{"text": "Dag"', 'invalid.file.json'],
    ['headings with a lost quote', 'id,"text\na,Dag\n', 'invalid.file.headings'],
    ['no column for the text', 'foo,bar\n1,2\n', 'invalid.columns.no-text'],
    ['gzip that is cut off at once', gzipSync('id,text\na,Dag\n').subarray(0, 12), 'invalid.file.damaged'],
  ])('%s', async (_kind, file, code) => {
    await expect(readAll(file)).rejects.toMatchObject({ code });
  });

  test('a file that is not there, and a folder', async () => {
    const first = (path: string) => readFile(path, options).next();
    await expect(first(join(folder, 'weg.csv'))).rejects.toMatchObject({ code: 'not-found.file' });
    await expect(first(folder)).rejects.toMatchObject({ code: 'invalid.file.folder' });
  });
});

describe('a file is read in batches', () => {
  const rows = Array.from({ length: 2500 }, (_, id) => `${id},${id % 1000 === 7 ? '' : 'Dag Els'}\n`);
  const content = `id,text\n${rows.join('')}`;

  test('of a thousand records, with how far it is', async () => {
    const path = join(folder, 'batches.csv');
    await writeFile(path, content);
    const sizes = [];
    let bytesRead = 0;
    for await (const batch of readFile(path, options)) {
      sizes.push([batch.heard.length, batch.rejected.length]);
      expect(batch.mapping).toEqual({ text: 'text', id: 'id' });
      expect(batch.bytesRead).toBeGreaterThanOrEqual(bytesRead);
      bytesRead = batch.bytesRead;
    }
    const counts = [999, 999, 499].map((heard) => [heard, 1]);
    expect(sizes).toEqual(counts);
    expect(bytesRead).toBe(content.length);
  });

  test('and is closed when the reader stops early', async () => {
    const path = join(folder, 'large.csv');
    await writeFile(path, content.repeat(50));
    const stream = createReadStream(path);
    for await (const _batch of readFile(stream, options)) break;
    expect(stream.destroyed).toBe(true);
  });

  test('and a stream that breaks off throws its own error', async () => {
    const upload = Readable.from(
      (async function* () {
        yield Buffer.from(content);
        throw new Error('connection lost');
      })(),
    );
    const read = async () => Array.fromAsync(readFile(upload, options));
    await expect(read()).rejects.toThrow('connection lost');
  });
});
