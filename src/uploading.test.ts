import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople, type People } from '../test/people.ts';
import { getImport } from './listening/imports.ts';
import type { Context } from './platform/context.ts';
import { Refusal } from './platform/refusal.ts';
import { answerUpload } from './uploading.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-uploading-'));
let database: TestDatabase;
let people: People;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  body?: BodyInit | null;
  headers?: Record<string, string>;
  by?: Promise<Context>;
}

function send({ body = null, headers = {}, by }: Sent): Promise<Response> {
  const init = { method: 'POST', headers: { accept: 'text/html', ...headers }, body, duplex: 'half' };
  const request = new Request('http://localhost/imports/upload', init as RequestInit);
  return answerUpload(by ?? Promise.resolve(people.ravi.context), request, { dataFolder: folder });
}

function form(text: string, name = 'letters.csv'): FormData {
  const data = new FormData();
  data.set('file', new File([text], name));
  return data;
}

const stored = () => readdirSync(path.join(folder, 'uploads'));
const where = (response: Response) => [response.status, response.headers.get('Location')];

describe('an upload', () => {
  it('lies in the data folder as it was sent, under no name of its own, and goes on to its preview', async () => {
    const response = await send({
      body: form('text\r\nWaar blijft mijn rekening?\r\n', '../../etc/letters.csv'),
    });
    const id = /^\/imports\/(im_\w+)$/.exec(response.headers.get('Location') ?? '')?.[1] ?? '';
    const job = await getImport(database.context, id);
    expect(path.dirname(job.path ?? '')).toBe(path.join(folder, 'uploads'));
    expect(readFileSync(job.path ?? '', 'utf8')).toBe('text\r\nWaar blijft mijn rekening?\r\n');
    expect(job).toMatchObject({ state: 'preview', bytes: 34 });
    expect(job.fileName).not.toContain('/');
  });

  it.each<[string, Sent, string]>([
    ['nothing', {}, 'invalid.upload-empty'],
    ['an empty file', { body: form('') }, 'invalid.upload-empty'],
    ['another kind of body', { body: 'hallo' }, 'invalid.upload-form'],
    [
      'more than two gigabytes',
      { body: form('x'), headers: { 'content-length': String(3 * 2 ** 30) } },
      'too-large.upload',
    ],
  ])('with %s comes back as a page with words, and leaves nothing behind', async (_, sent, code) => {
    const before = stored();
    expect(where(await send(sent))).toEqual([303, `/imports?refused=${code}`]);
    expect(stored()).toEqual(before);
  });

  it('that breaks off halfway leaves nothing behind', async () => {
    const before = stored();
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(
          new TextEncoder().encode(
            '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhal',
          ),
        );
        stream.error(new Error('the line is gone'));
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    await expect(send({ body, headers })).rejects.toThrow();
    expect(stored()).toEqual(before);
  });

  it('by somebody whose session ended goes to sign in, and comes back to the imports', async () => {
    const by = Promise.reject(new Refusal('sign-in.required'));
    expect(where(await send({ body: form('x'), by }))).toEqual([303, '/sign-in?returnTo=%2Fimports']);
  });

  it('by a colleague without the right stores nothing', async () => {
    const before = stored();
    const response = await send({ body: form('x'), by: Promise.resolve(people.els.context) });
    expect(where(response)).toEqual([303, '/imports?refused=forbidden.action']);
    expect(stored()).toEqual(before);
  });

  it('by a program is refused with the problem itself', async () => {
    await expect(send({ headers: { accept: 'application/json' } })).rejects.toMatchObject({
      code: 'invalid.upload-empty',
    });
  });
});
