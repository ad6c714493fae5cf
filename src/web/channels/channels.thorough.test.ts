import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { answer } from '../../conversations/answering.ts';
import { findAccount } from '../../listening/account.ts';
import { listAside, putAside } from '../../listening/connecting/aside.ts';
import {
  getConnection,
  listConnections,
  noteTest,
  noteTrial,
  secretsOf,
} from '../../listening/connecting/connection.ts';
import { transact } from '../../platform/context.ts';
import { keep } from '../../receiving.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const list = '/organisation/channels';
const given = {
  ...{ address: 'service@waterkracht.example', name: 'Waterkracht', user: 'service', days: '0', plus: 'no' },
  ...{ imapHost: 'imap.waterkracht.example', imapPort: '993', imapSecure: 'yes', signIn: 'yes' },
  ...{ smtpHost: 'smtp.waterkracht.example', smtpPort: '465', smtpSecure: 'yes' },
};

describe('channels', () => {
  it('are connected, tried, switched on, tested, changed, and ended, without script', async () => {
    expect(await shownIn(await ravi.get(list))).toContain('Nog geen kanaal verbonden');
    const made = await ravi.post(`${list}/new/mail`, { ...given, password: 'dijken en dammen' });
    expect(made.status).toBe(303);
    const where = made.headers.get('location') ?? '';
    const id = (await listConnections(database.context))[0]?.publicId ?? '';
    expect(where).toBe(`${list}/${id}`);
    expect((await ravi.post(`${list}/new/mail`, { ...given, password: 'x' })).status).toBe(409);
    expect(await (await ravi.get(where)).text()).not.toContain('dijken en dammen');
    expect((await ravi.post(where, { act: 'on' })).status).toBe(409);
    expect((await ravi.post(where, { act: 'try' })).status).toBe(303);
    expect(await shownIn(await ravi.get(where))).toContain('Het wordt geprobeerd');
    await noteTrial(database.context, id, { trial: { state: 'failed', said: 'sign-in' } });
    expect(await shownIn(await ravi.get(where))).toContain('weigert deze gebruiker');
    await noteTrial(database.context, id, { trial: { state: 'good', as: given.address } });
    expect((await ravi.post(where, { act: 'test', to: 'geen adres' })).status).toBe(422);
    expect((await ravi.post(where, { act: 'test', to: 'ravi@waterkracht.example' })).status).toBe(303);
    await noteTest(database.context, id, { state: 'sent', said: '250 ok' });
    expect(await shownIn(await ravi.get(where))).toContain('250 ok');
    expect((await ravi.post(where, { act: 'on' })).status).toBe(303);
    expect((await getConnection(database.context, id)).state).toBe('on');
    const changed = { ...given, act: 'door', imapHost: 'imap2.waterkracht.example', password: '' };
    expect((await ravi.post(where, changed)).status).toBe(303);
    expect((await getConnection(database.context, id)).state).toBe('paused');
    expect(await secretsOf(database.context, id)).toMatchObject({ password: 'dijken en dammen' });
  });

  it('lie shut in the database', async () => {
    const found = await sql<{ sealed: string; settings: string }>`
      select encode(sealed, 'escape') as sealed, settings::text from channel_connection`.execute(
      database.context.database,
    );
    expect(JSON.stringify(found.rows)).not.toContain('dijken');
  });

  it('are for administrators', async () => {
    expect((await els.get(list)).status).toBe(403);
    expect((await els.post(`${list}/new/mail`, { ...given, password: 'x' })).status).toBe(403);
  });

  it('show what was put aside, to be read again or thrown away', async () => {
    const [connection] = await listConnections(database.context);
    if (!connection) throw new Error('nothing is connected');
    const where = `${list}/${connection.publicId}`;
    const raw = Buffer.from('Subject: x');
    await transact(database.context, 'listen', (ctx) =>
      putAside(ctx, connection.id, { key: 'uid 1/1', why: 'no-sender', raw }),
    );
    const [aside] = await listAside(database.context, connection.id);
    expect(await shownIn(await ravi.get(where))).toContain('geen afzender');
    const again = { act: 'aside-again', aside: aside?.id ?? '' };
    expect((await ravi.post(where, again)).status).toBe(303);
    expect((await ravi.post(where, { ...again, act: 'aside-drop' })).status).toBe(303);
    expect(await listAside(database.context, connection.id)).toEqual([]);
  });

  it('bring files and repeated mail beside a message, and a colleague decides about an answer nobody knows of', async () => {
    const account = await findAccount(database.context, { channel: 'mail', name: given.address });
    if (!account) throw new Error('no account');
    const content = Buffer.from('<svg onload="alert(1)"/>');
    const heard = {
      ...{ line: 1, externalId: '<1@klant.example>', text: 'Zie bijlage', author: 'fatima@klant.example' },
      ...{ sentAt: null, inbound: true, replyTo: null, thread: null, account: null, department: null },
      ...{ automatic: false, facts: { subject: 'x' }, quoted: 'Beste Fatima' },
      attachments: [
        { name: 'plan.svg', mediaType: 'image/svg+xml', bytes: 24, verdict: 'active' as const, content },
      ],
    };
    await transact(database.context, 'listen', (ctx) => keep(ctx, account, [{ kind: 'said', heard }]));
    const found = await transact(database.context, 'service', ({ database }) =>
      sql<{
        id: string;
        file: string;
      }>`select c.public_id as id, a.public_id as file from message_attachment a
        join conversation_item i on i.message_id = a.message_id join conversation c on c.id = i.conversation_id`.execute(
        database,
      ),
    );
    const { id = '', file = '' } = found.rows[0] ?? {};
    const page = await shownIn(await els.get(`/conversations/${id}`));
    expect(page).toContain('plan.svg');
    expect(page).toContain('Beste Fatima');
    const taken = await els.get(`/conversations/${id}/attachments/${file}`);
    expect(taken.headers.get('content-type')).toBe('application/octet-stream');
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment; .*plan\.svg$/);
    expect(await taken.text()).toContain('<svg');
    expect((await els.get(`/conversations/cv_nobody/attachments/${file}`)).status).toBe(404);
    const { publicId: message } = await answer(people.els.context, id, { text: 'Dank u.' });
    await transact(database.context, 'service', ({ database }) =>
      sql`update outbound set state = 'unknown', reason = 'unanswered'`.execute(database),
    );
    expect(await shownIn(await els.get(`/conversations/${id}`))).toContain(
      'Niemand weet of dit is aangekomen',
    );
    const decide = () => els.post(`/conversations/${id}/delivery`, { message, what: 'sent' });
    expect((await decide()).status).toBe(303);
    expect((await decide()).status).toBe(409);
    expect(await shownIn(await els.get(`/conversations/${id}`))).toContain('verzonden');
  });
});
