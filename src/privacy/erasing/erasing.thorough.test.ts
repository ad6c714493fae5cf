import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { answer, note } from '../../conversations/answering.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { places } from '../../places.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import { stateOf } from '../deciding.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure, withdrawErasure } from './asking.ts';
import { getErasure } from './erasure.ts';

let polder: TestDatabase;
let people: People;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  folder = mkdtempSync(path.join(tmpdir(), 'polder-erasing-'));
  ctx = { ...polder.context, dataFolder: folder };
});
afterAll(async () => {
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Met {
  id: string;
  conversation: string;
}

async function say(author: string, texts: readonly string[], channel = 'x'): Promise<Met> {
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel, name: 'waterkracht', connector: 'file' });
    await hear(ctx, { account, utterances: texts.map((text, at) => utterance(author, text, at)) });
  });
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Met>`
      select i.person_id as id, c.public_id as conversation from identity i join conversation c on c.person_id = i.person_id
      where i.external_id = ${author} order by c.id desc limit 1`.execute(ctx.database);
    return found.rows[0] as Met;
  });
}

function utterance(author: string, text: string, at: number) {
  return {
    externalId: `${author}-${at}`,
    text,
    author,
    authorName: null,
    sentAt: new Date(Date.parse('2026-11-24T09:00:00Z') + at * 1000),
    direction: 'in' as const,
    replyTo: null,
    thread: null,
    automatic: false,
    departmentId: null,
    employeeId: null,
  };
}

async function erase(person: string, through: readonly Place[] = places): Promise<string> {
  const { publicId } = await askErasure(ctx, { personIds: [person], strength: 4 });
  await advanceErasures(ctx, through);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, through);
  return publicId;
}

const look = (publicId: string) => transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId));

describe('an erasure', () => {
  test('shows what stands where, freezes, takes every place, proves it, and forgets who it was', async () => {
    const fatima = await say('fatima-een', ['Mijn slimme meter doet het niet', 'Hallo?']);
    await answer(people.els.context, fatima.conversation, { text: 'Dag Fatima, wij kijken ernaar.' });
    await note(people.els.context, fatima.conversation, 'Fatima belde ook al.');
    const { publicId, state } = await askErasure(ctx, { personIds: [fatima.id], strength: 4 });
    expect(state).toBe('proven');
    await advanceErasures(ctx, places);
    const shown = await look(publicId);
    expect(shown.state).toBe('shown');
    expect(shown.scope?.find(({ place }) => place === 'message')?.rows).toBe(4);
    await confirmErasure(ctx, publicId, 3);
    await advanceErasures(ctx, places);
    expect((await look(publicId)).state).toBe('cooling');
    polder.turn.forward({ hours: 73 });
    await advanceErasures(ctx, places);
    const done = await look(publicId);
    expect(done).toMatchObject({ state: 'certified', personIds: [] });
    expect(done.certificate?.places.every(({ left }) => left === 0)).toBe(true);
    expect(done.certificateHash).toMatch(/^[0-9a-f]{64}$/);
    const left = await transact(ctx, 'legal', (ctx) =>
      sql<{ texts: string; stub: string }>`
        select (select count(*) from message where text <> '' and removed_why = 'erasure') as texts,
          (select count(*) from conversation where public_id = ${fatima.conversation} and person_id is null
            and state = 'done') as stub`.execute(ctx.database),
    );
    expect(left.rows[0]).toEqual({ texts: '0', stub: '1' });
  });

  test('goes nowhere without proof of who asks, and nowhere after it was taken back', async () => {
    const henk = await say('henk-een', ['Dag']);
    const asked = await askErasure(ctx, { personIds: [henk.id], strength: 1 });
    await advanceErasures(ctx, places);
    expect((await look(asked.publicId)).state).toBe('received');
    await withdrawErasure(ctx, asked.publicId);
    const again = await askErasure(ctx, { personIds: [henk.id], strength: 3 });
    await advanceErasures(ctx, places);
    await confirmErasure(ctx, again.publicId, 14);
    await withdrawErasure(ctx, again.publicId);
    polder.turn.forward({ hours: 24 * 15 });
    await advanceErasures(ctx, places);
    expect((await look(again.publicId)).state).toBe('withdrawn');
    expect(await transact(ctx, 'service', (ctx) => stateOf(ctx, henk.id, 'service'))).toBe('allowed');
  });

  test('cannot be asked twice at the same time', async () => {
    const henk = await say('henk-twee', ['Dag']);
    await askErasure(ctx, { personIds: [henk.id], strength: 1 });
    await expect(askErasure(ctx, { personIds: [henk.id], strength: 1 })).rejects.toMatchObject({
      code: 'conflict.erasure-running',
    });
  });

  test('waits while a legal hold runs, and uses nothing of it', async () => {
    const henk = await say('henk-drie', ['Ik dien een claim in']);
    await transact(ctx, 'legal', (ctx) =>
      sql`insert into legal_hold (public_id, person_id, reason, held_by, made_at, review_on)
        values ('lh_1', ${henk.id}, 'claim bij de rechter', ${people.ravi.employee.id}, now(), '2027-01-01')`.execute(
        ctx.database,
      ),
    );
    const { publicId } = await askErasure(ctx, { personIds: [henk.id], strength: 4 });
    await advanceErasures(ctx, places);
    await confirmErasure(ctx, publicId, 0);
    await advanceErasures(ctx, places);
    expect(await look(publicId)).toMatchObject({ state: 'cooling', heldAt: expect.any(Date) });
    await transact(ctx, 'legal', (ctx) =>
      sql`update legal_hold set ended_at = now() where public_id = 'lh_1'`.execute(ctx.database),
    );
    await advanceErasures(ctx, places);
    expect((await look(publicId)).state).toBe('certified');
  });

  test.for(places.map(({ name }) => name))('killed at %s goes on where it was', async (name) => {
    const person = await say(`henk-bij-${name.replace(' ', '-')}`, ['Een', 'Twee']);
    const dying = places.map((place) =>
      place.name === name ? { ...place, erase: () => Promise.reject(new Error('killed')) } : place,
    );
    await expect(erase(person.id, dying)).rejects.toThrow('killed');
    const frozen = await transact(ctx, 'service', (ctx) => stateOf(ctx, person.id, 'service'));
    if (places.findIndex((p) => p.name === name) < places.findIndex((p) => p.name === 'decision'))
      expect(frozen).toBe('restricted');
    await advanceErasures(ctx, places);
    const left = await transact(ctx, 'legal', (ctx) =>
      sql<{ n: string }>`select count(*) as n from person where id = ${person.id}`.execute(ctx.database),
    );
    expect(left.rows[0]?.n).toBe('0');
  });

  test('of somebody whose message comes again leaves it unheard; what they say next is a new person’s', async () => {
    const before = await say('fatima-twee', ['Waar blijft mijn monteur?']);
    await erase(before.id);
    const again = await say('fatima-twee', ['Waar blijft mijn monteur?']).catch(() => undefined);
    expect(again).toBeUndefined();
    const after = await say('fatima-twee', ['Waar blijft mijn monteur?', 'Ik ben hier nieuw']);
    expect(after.id).not.toBe(before.id);
    expect(await transact(ctx, 'service', (ctx) => stateOf(ctx, after.id, 'offers'))).toBe('unknown');
    const heard = await transact(ctx, 'service', (ctx) =>
      sql<{ text: string }>`select text from message where person_id = ${after.id}`.execute(ctx.database),
    );
    expect(heard.rows).toEqual([{ text: 'Ik ben hier nieuw' }]);
  });
});
