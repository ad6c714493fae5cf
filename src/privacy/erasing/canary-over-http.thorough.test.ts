import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { hirePeople } from '../../../test/people.ts';
import { api } from '../../api/api.ts';
import { prepareDraft } from '../../conversations/drafting/drafting.ts';
import { promise } from '../../customers/commerce/promising.ts';
import { bring } from '../../customers/exchanging/bringing.ts';
import { meetByMail } from '../../customers/fixtures/mailing-people.ts';
import { suggest } from '../../customers/identifying/suggesting.ts';
import { define } from '../../customers/keeping/attributes.ts';
import { approveMailing, draftMailing, testMailing } from '../../customers/sending/drafting.ts';
import { permitMail } from '../../customers/sending/permitting.ts';
import { startMailing } from '../../customers/sending/running.ts';
import { runMailings } from '../../customers/sending/working.ts';
import { notice } from '../../listening/noticing/noticing.ts';
import { keyScopes } from '../../organisation/authority.ts';
import { makeKey } from '../../organisation/keys.ts';
import { places } from '../../places.ts';
import { turnedClock } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { guard } from '../../platform/http/guarding.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { type MockModel, mockModel } from '../../platform/language-model/fixtures/mock-model.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { sendWaiting } from '../../platform/mail/sending.ts';
import { askExport, makeExport } from '../exporting/export.ts';
import { sightings } from '../fixtures/canaries.ts';
import { unzip } from '../fixtures/unzip.ts';
import { receiveRequest } from '../requests/handling.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure } from './asking.ts';

/** Words that stand nowhere else, by what they are put into. */
const words = {
  handle: 'spreeuwhttp',
  name: 'Spreeuw Httpsma',
  question: 'spreeuwvraag',
  wrong: 'spreeuwfout',
  reply: 'spreeuwantwoord',
  note: 'spreeuwnotitie',
  externalId: 'bericht-spreeuw',
  about: 'spreeuwdossier',
  task: 'spreeuwtaak',
  attribute: 'spreeuwmeter',
  street: 'Spreeuwenlaan 12',
  order: 'ORD-SPREEUW-7',
  piece: 'spreeuwketel',
  promised: 'spreeuwbelofte',
  mailed: 'spreeuwbrief',
  refused: 'spreeuwweigering',
  draft: 'spreeuwconcept',
  wish: 'spreeuwwens',
};
const address = `${words.handle}@klant.example`;

let polder: TestDatabase;
let server: TestMailServer;
let mock: MockModel;
let ctx: Context;
let els: Context;
let folder: string;
let adminUrl: string;
let base: string;
let key: string;
let close: () => void;
const logged: string[] = [];

beforeAll(async () => {
  polder = await testDatabase({ size: 16 });
  server = await testMailServer();
  mock = await mockModel();
  adminUrl = await adminUrlOf(polder.ownerUrl);
  folder = mkdtempSync(path.join(tmpdir(), 'polder-canary-http-'));
  ctx = { ...sendingThrough(polder.context, server), dataFolder: folder };
  const people = await hirePeople(ctx);
  const model = makeLanguageModel(mock.settings, {
    clock: turnedClock('2026-11-24T10:00:00Z'),
    timeout: 20_000,
  });
  els = { ...people.els.context, languageModel: model };
  key = await makeKey(ctx, { name: 'forum', scopes: keyScopes });
  await serveApi();
  await plant(people.joost.context, people.ravi.context);
}, 120_000);
afterAll(async () => {
  close?.();
  await mock?.close();
  await server?.close();
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The API as a process serves it: over HTTP, with everything written to the log. */
async function serveApi(): Promise<void> {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const app = new Hono();
  app.use(guard({ loose: false, secure: false }));
  app.route('/api/v1', api({ context: ctx, log: pino({ level: 'trace' }, sink) }));
  await new Promise<void>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      base = `http://127.0.0.1:${port}/api/v1`;
      resolve();
    });
    close = () => void listening.close();
  });
}

async function send(method: string, where: string, body?: unknown): Promise<Record<string, string>> {
  const answer = await fetch(`${base}${where}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': `${Math.random()}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, string>;
}

const said = (n: string, text: string, author: string) => ({
  ...{ channel: 'mail', account: 'service@waterkracht.example', externalId: n, text },
  author: { id: author },
});

/** Puts somebody through what the other canary does not reach. */
async function plant(joost: Context, ravi: Context): Promise<void> {
  const person = await meetByMail(ctx, words.handle, { allows: 'offers' });
  const long = `Mijn ${words.question} gaat steeds uit als het buiten vriest, en niemand kan zeggen hoe dat komt.`;
  const first = await send('POST', '/messages', said(words.externalId, long, address));
  // Two others say nearly the same, so that there is a group with their signature in it.
  for (const other of ['fatima', 'henk'])
    await send(
      'POST',
      '/messages',
      said(`${other}-1`, long.replace(words.question, 'ketel'), `${other}@klant.example`),
    );
  await send('POST', '/messages', {
    ...said('x', words.wrong, words.wrong),
    sentAt: words.wrong,
    [words.wrong]: 1,
  });
  await send('DELETE', `/messages?channel=mail&account=${words.wrong}&externalId=${words.wrong}`);
  await send('GET', `/customers/${words.wrong}`);
  await send('GET', `/customers?search=${words.handle}`);
  await send('POST', `/conversations/${first.conversation}/messages`, { kind: 'note', text: words.note });
  await send('POST', `/conversations/${first.conversation}/messages`, {
    kind: 'reply',
    text: `Dag! ${words.reply}.`,
  });
  const { publicId } = await transact(ctx, 'service', async ({ database }) => {
    const found = await sql<{ publicId: string }>`
      update person set name = ${words.name} where id = ${person.id} returning public_id as "publicId"`.execute(
      database,
    );
    return found.rows[0] ?? { publicId: '' };
  });
  const commerce = { category: 'commerce', choices: [] };
  await define(ravi, {
    ...commerce,
    key: 'meter',
    type: 'text',
    nl: 'Meter',
    en: 'Meter',
    purpose: 'service',
  });
  await send('POST', `/customers/${publicId}/notes`, { text: words.about });
  await send('POST', `/customers/${publicId}/follow-ups`, { text: words.task, dueOn: '2026-12-01' });
  await send('PUT', `/customers/${publicId}/attributes/meter`, { value: words.attribute });
  await send('GET', `/customers/${publicId}`);
  await buy();
  await promise(els, publicId, { what: words.promised, dueOn: '2026-12-01' });
  await write(person.id);
  await mailAll(joost);
  mock.says(JSON.stringify({ text: `Dag, uw ${words.draft} is klaar.` }));
  await prepareDraft(els, first.conversation ?? '');
  await notice(ctx);
  const asked = { kind: 'rectify', via: 'phone', strength: 1, timeZone: 'Europe/Amsterdam' } as const;
  await receiveRequest(ctx, { personId: person.id, ...asked, wish: words.wish });
}

async function buy(): Promise<void> {
  const customer = { id: 'K-SPREEUW', name: words.name, mail: address, street: words.street };
  const order = {
    id: words.order,
    customer: 'K-SPREEUW',
    ordered: '2026-11-01',
    total: '120,00',
    what: words.piece,
  };
  await bring(ctx, { kind: 'customers', source: 'crm', rows: [{ line: 2, values: customer }] });
  await bring(ctx, { kind: 'orders', source: 'crm', rows: [{ line: 2, values: order }] });
  await suggest(ctx);
}

/** One mail that arrives, and one that the server refuses with words of its own. */
async function write(personId: string): Promise<void> {
  const mail = { to: address, kind: 'receipt', personId, subject: 'Uw verzoek' };
  await transact(ctx, 'service', (ctx) => sendMail(ctx, { ...mail, text: words.mailed }));
  await sendWaiting(ctx, permitMail, { patience: 1500, lanes: 1 });
  server.fault = { at: 'recipient', answer: 550 };
  await transact(ctx, 'service', (ctx) => sendMail(ctx, { ...mail, text: words.refused }));
  await sendWaiting(ctx, permitMail, { patience: 1500, lanes: 1 });
  server.fault = null;
}

async function mailAll(joost: Context): Promise<void> {
  const draft = {
    title: 'Zonnepanelen',
    purpose: 'offers' as const,
    words: { nl: { subject: 'Zon op uw dak', text: 'Wij rekenen het graag voor u uit.' } },
    audience: { kind: 'customers' as const },
  };
  const mailing = await draftMailing(els, draft, { locale: 'nl', timeZone: 'Europe/Amsterdam' });
  const through = (who: Context): Context => ({ ...who, outside: ctx.outside });
  await testMailing(through(els), mailing, 'els@waterkracht.example');
  await approveMailing(through(joost), mailing);
  await startMailing(through(joost), mailing);
  await runMailings(ctx, { lanes: 1 });
  expect(
    server.taken.filter(({ to, raw }) => to[0] === address && raw.includes('Zon op uw dak')),
  ).toHaveLength(1);
}

/** Everybody who is this one person: who wrote, and whom the administration knows. */
async function persons(): Promise<string[]> {
  const found = await transact(ctx, 'legal', ({ database }) =>
    sql<{ id: string }>`
      select distinct p.id from person p left join identity i on i.person_id = p.id
      where p.name in (${words.name}, ${words.handle}) or i.external_id in (${address}, 'K-SPREEUW')`.execute(
      database,
    ),
  );
  return found.rows.map(({ id }) => id);
}

const seen = (given: readonly string[]) => sightings(adminUrl, folder, given);

test('what came over HTTP, was mailed, bought, noted and drafted is found before, and gone after, the erasure', async () => {
  const personIds = await persons();
  const { wrong, ...planted } = words;
  for (const [what, word] of Object.entries(planted)) expect(await seen([word]), what).not.toEqual([]);
  expect(await seen([wrong]), 'what was refused was not kept').toEqual([]);
  const grouped = await transact(ctx, 'legal', ({ database }) =>
    sql<{ n: string }>`select count(*) as n from alike where person_id = any(${personIds}::bigint[])`.execute(
      database,
    ),
  );
  expect(Number(grouped.rows[0]?.n)).toBeGreaterThan(0);
  const copy = await askExport(ctx, { personIds, locale: 'nl' });
  await makeExport(ctx, copy.publicId, { places, organisation: 'Waterkracht' });
  const files = [...unzip(path.join(folder, 'exports', `${copy.publicId}.zip`)).values()].join('\n');
  const lacking = Object.entries(planted).filter(([, word]) => !files.includes(word));
  expect(lacking.map(([what]) => what)).toEqual([]);
  const { publicId } = await askErasure(ctx, { personIds, strength: 4 });
  await advanceErasures(ctx, places);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, places);
  expect(await seen(Object.values(words))).toEqual([]);
  expect(await seen(['fatima@klant.example'])).not.toEqual([]);
});

test('the log of the process names nobody, whatever came in', () => {
  const log = logged.join('').toLowerCase();
  expect(Object.entries(words).filter(([, word]) => log.includes(word.toLowerCase()))).toEqual([]);
});
