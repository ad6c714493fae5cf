import { describe, expect, test } from 'vitest';
import { readAll, readBriefly } from './example-files.ts';

const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);
const broken = Buffer.from([0x63, 0x2c, 0xc3, 0x28, 0x0a]);

describe('a bad row of CSV is rejected with its line, the others are read', () => {
  test.each<[string, string | Buffer, string]>([
    ['without text', 'c,\n', '3 text.missing'],
    ['with fewer columns and so no text', 'c\n', '3 text.missing'],
    ['with too many columns', 'c,Dag,Joost\n', '3 columns.too-many'],
    ['with broken UTF-8', broken, '3 encoding.broken'],
    ['with text after a closing quote', 'c,"Zij zei "dag" tegen mij"\n', '3 quote.stray'],
    ['with a quote that is never closed', 'c,"Dag\n', '3 quote.unclosed'],
    ['with a field of 5 MB', `c,${megabytes(5)}\n`, '3 field.too-large'],
    ['with a quoted field of 5 MB', `c,"${megabytes(5)}"\n`, '3 field.too-large'],
    [
      'with a quoted field of 5 MB in many lines',
      `c,"${'Dag Els\n'.repeat(655_360)}"\n`,
      '3 field.too-large',
    ],
    ['with a field of 20 MB', `c,${megabytes(20)}\n`, '3 field.too-large'],
    ['with a quoted field of 20 MB', `c,"${megabytes(20)}"\n`, '3 quote.unclosed'],
  ])('%s', async (_kind, row, rejection) => {
    const file = Buffer.concat(
      ['id,text\na,Een\n', row, 'b,"Twee, en"\nd,Drie\n'].map((part) => Buffer.from(part)),
    );
    const rejected = [rejection];
    expect(await readBriefly(file)).toEqual({ texts: ['Een', 'Twee, en', 'Drie'], rejected });
  });
});

describe('a quote that is never closed', () => {
  test('swallows no row, whether the rows after it have quotes or none', async () => {
    const quoted = 'id,text\na,"Een\nb,"Twee"\n"c","Drie ""3"""\nd,Vier\n';
    expect(await readBriefly(quoted)).toEqual({
      texts: ['Twee', 'Drie "3"', 'Vier'],
      rejected: ['2 quote.unclosed'],
    });
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row},Bericht nummer ${row} over het water\n`);
    const { heard, rejected } = await readAll(`id,text\nx,"Open\n${rows.join('')}`);
    expect(heard).toHaveLength(200_000);
    expect(rejected).toMatchObject([{ line: 2, code: 'quote.unclosed', details: { column: 2 } }]);
  });

  test('at the end of the file loses only its own row', async () => {
    expect(await readBriefly('id,text\na,Een\nb,"Open')).toEqual({
      texts: ['Een'],
      rejected: ['3 quote.unclosed'],
    });
  });

  test('does not turn the rest of a broken text into a message', async () => {
    const file = 'id,text,author\na,"Zij zei "dag"\nen ging, weg",Els\nb,Twee,Joost\n';
    expect(await readBriefly(file)).toEqual({
      texts: ['Twee'],
      rejected: ['2 quote.stray', '3 quote.unopened'],
    });
  });

  test('is noticed too when the quote of a later row seems to close it', async () => {
    const file = 'id,text,author\na,"Een,Els\nb,",Twee",Joost\nc,Drie,Els\n';
    expect(await readBriefly(file)).toEqual({ texts: [',Twee', 'Drie'], rejected: ['2 quote.unclosed'] });
  });

  test('may happen ten thousand times without searching the file ten thousand times', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `${row},"Open ""\n`);
    const { heard, rejected } = await readAll(`id,text\n${rows.join('')}`);
    expect(heard).toEqual([]);
    expect(rejected.map(({ line }) => line)).toEqual(rows.map((_, row) => row + 2));
  });
});

describe('a bad line of JSON Lines is rejected, the others are read', () => {
  test.each<[string, string | Buffer, string]>([
    ['that is cut off', '{"id": "c", "text": "Da\n', '2 json.unreadable'],
    ['that is a list', '["c", "Dag"]\n', '2 json.not-object'],
    ['that is a number', '42\n', '2 json.not-object'],
    ['with broken UTF-8', Buffer.from([0x22, 0xff, 0x22, 0x0a]), '2 encoding.broken'],
    ['with an object for a text', '{"id": "c", "text": {"nl": "Dag"}}\n', '2 field.not-plain'],
    ['without text', '{"id": "c", "text": null}\n', '2 text.missing'],
    ['with a field of 5 MB', `{"text": "${megabytes(5)}"}\n`, '2 field.too-large'],
    ['of 20 MB', `{"text": "${megabytes(20)}"}\n`, '2 field.too-large'],
  ])('%s', async (_kind, line, rejection) => {
    const file = ['{"id": "a", "text": "Een"}\n', line, '\n{"id": "b", "text": "Twee"}'];
    expect(await readBriefly(Buffer.concat(file.map((part) => Buffer.from(part))))).toEqual({
      texts: ['Een', 'Twee'],
      rejected: [rejection],
    });
  });
});

test('the reason says what is wrong, where, and how to mend it', async () => {
  const { rejected } = await readAll('id,text\na,"Een\nb,Twee,Els\n');
  expect(rejected.map(({ reason }) => reason)).toEqual([
    'A quote (") opened in line 2, column 2, is never closed; close it, and write a quote inside a text twice ("").',
    'The record has 3 columns and the heading has 2; put a text that contains the delimiter between quotes (").',
  ]);
});
