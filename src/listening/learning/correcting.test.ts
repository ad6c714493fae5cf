import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hirePerson } from '../../../test/people.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { actAs, transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { type Classroom, classroom } from '../fixtures/classroom.ts';
import { confirm, correct } from './correcting.ts';
import { verdictsOn } from './verdicts.ts';

let room: Classroom;

beforeAll(async () => {
  room = await classroom();
});
afterAll(() => room?.close());

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(room.context, 'service', async (ctx) => (await query.execute(ctx.database)).rows);
const els = () => room.people.els.context;

describe('a colleague who corrects', () => {
  test('changes the message, and what was said of it, who and when is kept, and it is told', async () => {
    const id = await room.say('De monteur kwam en zag en ging weer.');
    const done = await correct(els(), id, { head: 'intent', labels: ['complaint'] });
    expect(done).toMatchObject({ head: 'intent', labels: ['complaint'], alike: 0 });
    await correct(els(), id, { head: 'sentiment', labels: ['negative'] });
    await correct(els(), id, { head: 'urgency', labels: ['2'] });
    await correct(els(), id, { head: 'answerable', labels: ['1'] });
    const message = await room.messageOf(id);
    expect(message).toMatchObject({
      intent: 'complaint',
      sentiment: 'negative',
      urgency: 2,
      answerable: true,
    });
    expect(message.score).toBeLessThan(0);
    expect(await verdictsOn(els(), [id])).toContainEqual({
      messageId: id,
      head: 'intent',
      by: 'person',
      labels: ['complaint'],
      confidence: 1,
      automatic: true,
      spoke: false,
      outOfScope: false,
      because: [],
      confirms: false,
      colleague: { name: 'Els Bakker', isMe: true },
    });
    const told = sql`select data from event where verb = 'label.corrected' and subject_id = ${message.id} order by seq`;
    expect((await rows(told))[0]).toMatchObject({
      data: { head: 'intent', labels: ['complaint'], by: 'person' },
    });
    const listed = sql`select intent, sentiment, urgency from conversation_open o
      join conversation_item i using (conversation_id) where i.message_id = ${message.id}`;
    expect(await rows(listed)).toEqual([{ intent: 'complaint', sentiment: 'negative', urgency: 2 }]);
  });

  test('twice is believed the last time, and both stay written', async () => {
    const id = await room.say('Ze belden drie keer terug, keurig hoor.');
    await correct(els(), id, { head: 'sentiment', labels: ['negative'] });
    await correct(room.people.joost.context, id, { head: 'sentiment', labels: ['positive'] });
    const { id: message, sentiment } = await room.messageOf(id);
    expect(sentiment).toBe('positive');
    const kept = sql`select labels from correction where message_id = ${message} order by id`;
    expect(await rows(kept)).toEqual([{ labels: ['negative'] }, { labels: ['positive'] }]);
  });

  test('by saying that it was right teaches as much', async () => {
    const id = await room.say('Waar kan ik mijn meterstand doorgeven?');
    const { id: message, intent } = await room.messageOf(id);
    expect(await confirm(els(), id, { head: 'intent' })).toMatchObject({ labels: [intent] });
    const kept = sql`select labels, confirms from correction where message_id = ${message}`;
    expect(await rows(kept)).toEqual([{ labels: [intent], confirms: true }]);
  });

  test('is refused a class that the head does not have, none or two where one is asked', async () => {
    const id = await room.say('Een bericht om te proberen');
    for (const labels of [['nonsense'], [], ['complaint', 'question']]) {
      await expect(correct(els(), id, { head: 'intent', labels })).rejects.toMatchObject({
        code: 'invalid.label',
      });
    }
    await expect(correct(els(), id, { head: 'nothing', labels: [] })).rejects.toMatchObject({
      code: 'not-found.head',
    });
    await expect(confirm(els(), 'me_nobody', { head: 'intent' })).rejects.toMatchObject({
      code: 'not-found.message',
    });
  });
});

describe('nearly the same message', () => {
  const text = 'Mijn zonnepanelen leveren sinds gisteren niets meer terug aan het net, wat nu?';

  test('gets the same answer at once: what was heard before, and what is heard after', async () => {
    const before = await room.say(`@waterkracht ${text}`);
    const own = await room.say(`RT ${text} 😡`);
    const other = await room.say('Iets heel anders over de warmtepomp in de kelder');
    const wasOther = (await room.messageOf(other)).intent;
    await correct(els(), own, { head: 'intent', labels: ['idea'] });
    const id = await room.say(text);
    expect(await correct(els(), id, { head: 'intent', labels: ['outage'] })).toMatchObject({ alike: 1 });
    expect((await room.messageOf(before)).intent).toBe('outage');
    expect((await room.messageOf(own)).intent, 'a colleague said so himself').toBe('idea');
    expect((await room.messageOf(other)).intent).toBe(wasOther);
    const after = await room.say(`${text.toUpperCase()}!!`);
    expect((await room.messageOf(after)).intent).toBe('outage');
    expect(await verdictsOn(els(), [after])).toMatchObject([
      { head: 'intent', by: 'alike', labels: ['outage'] },
    ]);
  });

  test('does not get it from somebody who does not let it be learned from', async () => {
    const said = 'Mijn buurvrouw kreeg een kaartje en ik kreeg niets, dat is toch raar?';
    const id = await room.say(said, '@henk');
    await correct(els(), id, { head: 'intent', labels: ['spam'] });
    const henk = await room.writerOf(id);
    await transact(room.context, 'service', (ctx) =>
      decide(ctx, henk, { purpose: 'train', act: 'object', strength: 3 }),
    );
    room.polder.turn.forward({ minutes: 1 });
    expect((await room.messageOf(await room.say(said))).intent).not.toBe('spam');
  });
});

describe('somebody who may not', () => {
  test('correct at all is refused', async () => {
    const id = await room.say('Mag Anneke dit?');
    await expect(
      correct(room.people.anneke.context, id, { head: 'intent', labels: ['question'] }),
    ).rejects.toMatchObject({ code: 'forbidden.action' });
  });

  test('correct with a key whose scopes do not say so is refused', async () => {
    const id = await room.say('En een programma?');
    const key = (scope: string) =>
      actAs(room.context, { kind: 'key', keyId: '1', name: 'Website', scopes: [scope] });
    const what = { head: 'intent', labels: ['question'] };
    await expect(correct(key('messages:write'), id, what)).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    expect(await correct(key('conversations:write'), id, what)).toMatchObject({ labels: ['question'] });
  });

  test('see the conversation is told that there is no such message', async () => {
    const id = await room.say('Dit gaat over een andere afdeling');
    const { id: techniek } = await departmentNamed(room.context, 'Techniek');
    const { id: message } = await room.messageOf(id);
    await transact(room.context, 'service', async (ctx) => {
      await sql`insert into queue (key, name, department_id, calendar_id)
        select 'techniek', 'Techniek', ${techniek}, calendar_id from queue limit 1`.execute(ctx.database);
      await sql`update conversation c set queue_id = (select id from queue where key = 'techniek')
        from conversation_item i where i.conversation_id = c.id and i.message_id = ${message}`.execute(
        ctx.database,
      );
    });
    await expect(correct(els(), id, { head: 'intent', labels: ['question'] })).rejects.toMatchObject({
      code: 'not-found.message',
    });
    const ravi = room.people.ravi.context;
    expect(await correct(ravi, id, { head: 'intent', labels: ['question'] })).toMatchObject({ alike: 0 });
    const monteur = await hirePerson(room.context, {
      name: 'Wim Smit',
      role: 'colleague',
      departmentId: techniek,
    });
    expect(await confirm(monteur.context, id, { head: 'intent' })).toMatchObject({ labels: ['question'] });
  });
});
