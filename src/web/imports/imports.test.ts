import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople } from '../../../test/people.ts';
import { runImport } from '../../import-job.ts';
import { importFile } from '../../importing.ts';
import { changeImport, getImport, registerImport } from '../../listening/imports.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-imports-'));
let database: TestDatabase;
let pages: TestPages;
let ravi: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  const people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Lays a file down as an upload leaves it. */
async function uploaded(name: string, text: string): Promise<{ id: string; file: string; page: string }> {
  const file = path.join(folder, `${name}.${Math.random()}`);
  writeFileSync(file, text);
  const id = await registerImport(database.context, { fileName: name, path: file, bytes: text.length });
  return { id, file, page: `/imports/${id}` };
}

const letters = 'naam,wat zei die,wanneer\r\nFatima,"Hoi, waar blijft mijn rekening?",2026-11-23 10:00\r\n';
const wrong =
  'id,author,created_at,text\r\n1,Fatima,gisteren,Hallo?\r\n2,Henk,,\r\n3,"=cmd|x",=1+1,Waar blijft hij?\r\n4,Henk,,Dag\r\n';

describe('an import before it starts', () => {
  it('shows what was recognised, and what each column that is missing means', async () => {
    const { page } = await uploaded('webcare.csv', 'text;author\r\nWaar blijft mijn rekening?;Fatima\r\n');
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toMatch(/CSV, kolommen gescheiden door puntkomma’s/);
    expect(shown).toMatch(/Tekst \(text\) Schrijver \(author\) Waar blijft mijn rekening\? Fatima/);
    expect(shown).toContain('Zonder tijdstip telt een bericht niet mee in reactietijden.');
  });

  it('does not start without a text column, and says so', async () => {
    const { id, page } = await uploaded('letters.csv', letters);
    expect(await shownIn(await ravi.get(page))).toContain('Er is geen kolom met tekst');
    const answer = await ravi.post(page, { act: 'start', 'column.text': '' });
    expect(await shownIn(answer)).toContain('Wijs aan in welke kolom het bericht staat.');
    expect((await getImport(database.context, id)).state).toBe('preview');
  });

  it('follows the columns that Ravi chooses, and remembers only what he changed', async () => {
    const { id, page } = await uploaded('letters.csv', letters);
    const chosen = {
      'column.text': 'wat zei die',
      'column.at': 'wanneer',
      'column.author': 'naam',
      channel: 'forum',
    };
    expect((await ravi.post(page, { act: 'look', ...chosen })).status).toBe(303);
    expect(await shownIn(await ravi.get(page))).toMatch(
      /Tekst \(wat zei die\).*Hoi, waar blijft mijn rekening\?/,
    );
    const looked = await getImport(database.context, id);
    expect(looked).toMatchObject({ state: 'preview', channel: 'forum' });
    const { page: plain, id: plainId } = await uploaded('plain.csv', 'text,author\r\nDag,Henk\r\n');
    await ravi.post(plain, {
      act: 'look',
      'column.text': 'text',
      'column.author': 'author',
      'column.at': '',
    });
    expect((await getImport(database.context, plainId)).columns).toBeNull();
  });

  it('is thrown away with its file', async () => {
    const { file, page, id } = await uploaded('letters.csv', letters);
    expect((await ravi.post(page, { act: 'cancel' })).headers.get('Location')).toBe('/imports');
    expect(existsSync(file)).toBe(false);
    expect(await shownIn(await ravi.get(page))).toContain('Deze import is niet doorgegaan');
    await ravi.post(page, { act: 'start', 'column.text': 'naam' });
    expect((await getImport(database.context, id)).state).toBe('failed');
  });

  it.each([
    ['sheet.xlsx', 'PK\u0003\u0004rest', 'Dit is een rekenblad'],
    ['list.json', '[{"text":"Hallo"}]', 'Dit is één groot JSON-blok'],
  ])('says of %s what it is instead', async (name, text, words) => {
    const { page } = await uploaded(name, text);
    expect(await shownIn(await ravi.get(page))).toContain(words);
  });

  it('is closed to who may not import, and not there when nobody sent it', async () => {
    const { page } = await uploaded('letters.csv', letters);
    for (const where of ['/imports', page, `${page}/rejected`])
      expect((await els.get(where)).status).toBe(403);
    expect((await els.post(page, { act: 'start' })).status).toBe(403);
    expect((await ravi.get('/imports/im_nothing')).status).toBe(404);
  });
});

describe('an import that runs', () => {
  it('starts once, however often the button is pressed', async () => {
    const { id, page } = await uploaded('twice.csv', 'text\r\nDag\r\n');
    await Promise.all([1, 2, 3].map(() => ravi.post(page, { act: 'start', 'column.text': 'text' })));
    expect((await getImport(database.context, id)).state).toBe('waiting');
    const jobs = await database.context.database
      .selectFrom('pgboss.job' as never)
      .select((select) => select.fn.countAll().as('n'))
      .where('data' as never, '@>', JSON.stringify({ importId: id }) as never)
      .executeTakeFirst();
    expect(jobs).toEqual({ n: '1' });
  });

  it('shows how far it is, and refreshes itself without script', async () => {
    const { id, page } = await uploaded('waiting.csv', 'text\r\nDag\r\n');
    await ravi.post(page, { act: 'start', 'column.text': 'text' });
    const html = await (await ravi.get(page)).text();
    expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="2"\/?><\/noscript>/);
    expect(html).toContain('role="progressbar"');
    await runImport(database.context, id);
    expect(await shownIn(await ravi.get(page))).toMatch(/1 bericht opgeslagen/);
  });

  it('ends with counts, the rejected rows in words, and the same columns for the command line', async () => {
    const { id, page } = await uploaded('wrong.csv', wrong);
    await ravi.post(page, { act: 'start' });
    await runImport(database.context, id);
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toMatch(/Gelezen rijen 4 Opgeslagen berichten 1 Waren er al 0 Afgekeurde rijen 3/);
    expect(shown).toMatch(/2 Het tijdstip is niet te lezen\..* 3 Er is geen tekst\./);
    expect(shown).toContain('--columns text=text,id=id,author=author,at=created_at');
  });

  it('gives all rejected rows as a file that no spreadsheet takes for formulas', async () => {
    const { id, page } = await uploaded('wrong.csv', wrong);
    await ravi.post(page, { act: 'start' });
    await runImport(database.context, id);
    const answer = await ravi.get(`${page}/rejected`);
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="afgekeurd-wrong.csv"');
    const lines = (await answer.text()).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('"Regel";"Wat er mis is";"Bijzonderheden (in het Engels)"');
    expect(lines.slice(1, -1).every((line) => /^"\d+";"[^=+@-]/.test(line))).toBe(true);
  });

  it('that was cut off counts what it stored before as its own, not as known already', async () => {
    const { id, file } = await uploaded('cut.csv', 'id,text\r\n1,Dag\r\n2,Hallo\r\n3,Hoi\r\n');
    const job = await getImport(database.context, id);
    await importFile(database.context, file, { name: 'cut.csv' });
    await changeImport(database.context, job.id, { state: 'running', stored: 3, persons: 3 });
    await runImport(database.context, id);
    expect(await getImport(database.context, id)).toMatchObject({
      state: 'finished',
      stored: 3,
      duplicates: 0,
      persons: 3,
    });
  });

  it('says what went wrong when it fails, and lets Ravi choose again', async () => {
    const { id, page } = await uploaded('letters.csv', letters);
    const job = await getImport(database.context, id);
    await changeImport(database.context, job.id, {
      state: 'failed',
      error: { code: 'invalid.columns.no-text', details: {} },
    });
    expect(await shownIn(await ravi.get(page))).toMatch(
      /Er is geen kolom met tekst .*Er is niets opgeslagen/,
    );
    await ravi.post(page, { act: 'again' });
    expect((await getImport(database.context, id)).state).toBe('preview');
  });
});

describe('the list of imports', () => {
  it('shows each with its state, and a refusal of the upload in words', async () => {
    const shown = await shownIn(await ravi.get('/imports?refused=too-large.upload'));
    expect(shown).toContain('Dit bestand is te groot');
    expect(shown).toMatch(/wrong\.csv klaar 0?/);
    expect(shown).toContain('niet doorgegaan');
  });

  it('shows no words that somebody put in the address', async () => {
    expect(await shownIn(await ravi.get('/imports?refused=Uw+account+is+gehackt'))).not.toContain('gehackt');
  });
});
