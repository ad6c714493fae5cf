import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople, type People } from '../test/people.ts';
import { setAmbition } from './journey/ambition/ambition.ts';
import { findRecovery } from './journey/recovering/recovery.ts';
import { answerRemark, listRemarks, remark } from './journey/remarking/remark.ts';
import { tellOfAnswer, tellOfJourney, tellOfRemark } from './journeying.ts';
import { switchOn } from './pilots/granting.ts';
import { propose } from './pilots/living/proposing.ts';
import { asDate } from './platform/clock.ts';
import { transact } from './platform/context.ts';
import type { Event } from './platform/events.ts';

let polder: TestDatabase;
let people: People;
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

const monday = new Date('2026-11-23T00:00:00Z');

async function happens(kind: string, data: object, asOf: Date = monday, department = '0'): Promise<void> {
  await sql`insert into journey_event (department_id, as_of, kind, data)
    values (${department}::bigint, ${asOf}, ${kind}, ${JSON.stringify(data)}::jsonb)`.execute(
    polder.context.database,
  );
}

async function mails(): Promise<string[]> {
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{
      recipient: string;
      subject: string;
      body: string;
    }>`select recipient, subject, body from mail order by id`.execute(database),
  );
  return found.rows.map(({ recipient, subject, body }) => `${recipient}: ${subject}\n${body}`);
}

async function judged(criterion: string, asOf: Date, reading: string): Promise<void> {
  await sql`insert into journey_judgement (department_id, criterion, version, as_of, state, reading, up, down, unknown,
      seen, why, indicator, value, n) values (0, ${criterion}, 1, ${asOf}, 'met', ${reading}, 0, 0, 0, 9, 'reached', 'RR', 0.7, 90)
    on conflict do nothing`.execute(polder.context.database);
}

describe('what happened on the way', () => {
  test('is mailed once to those who steer, in their words, with what it is about', async () => {
    await happens('wavering', { criteria: ['3.1'] });
    await tellOfJourney(polder.context);
    await tellOfJourney(polder.context);
    const sent = await mails();
    expect(sent.map((mail) => mail.split(':')[0])).toEqual(['anneke@waterkracht.example']);
    expect(sent[0]).toContain('De reis: er wankelt iets');
    expect(sent[0]).toContain('- Het meeste krijgt antwoord');
    expect(sent[0]).toContain('/journey');
  });

  test('a fall is told to the owner of the pilot that may help as well, and leads to the recovery plan', async () => {
    await propose(people.ravi.context, {
      ...{ title: 'Webcare in kantooruren', goal: '', area: 'experience', template: 'CX1' },
      capabilities: ['inbox.webcare'],
    });
    await happens('stage_lost', { from: 3, to: 2, causes: ['3.1'] });
    await tellOfJourney(polder.context);
    const fallen = (await mails()).filter((mail) => mail.includes('teruggevallen van reisfase 3 naar 2'));
    expect(fallen.map((mail) => mail.split(':')[0]).toSorted()).toEqual([
      'anneke@waterkracht.example',
      'ravi@waterkracht.example',
    ]);
    expect(fallen[0]).toContain('/journey/recovery');
  });

  test('long ago, or in one department, is on the time line and in no mail', async () => {
    const before = (await mails()).length;
    await happens('stage_gained', { from: 1, to: 2 }, new Date('2026-06-01T00:00:00Z'));
    await happens('wavering', { criteria: ['2.1'] }, monday, people.departmentId);
    await tellOfJourney(polder.context);
    expect((await mails()).length).toBe(before);
    const untold = await sql`select from journey_event where told_at is null`.execute(
      polder.context.database,
    );
    expect(untold.rows.length).toBe(0);
  });

  test('the ambition is asked after on its day, once', async () => {
    const aim = { model: 'journey', level: 3, mode: 'hold', perC: {}, perDepartment: {} } as const;
    const when = { byOn: '2027-06-01', reviewOn: '2026-11-25', why: 'Zo is het goed.' };
    await setAmbition(people.anneke.context, { ...aim, ...when }, 1);
    await tellOfJourney(polder.context);
    const asks = async () => (await mails()).filter((mail) => mail.includes('De ambitie: willen jullie'));
    expect(await asks()).toEqual([]);
    polder.turn.turnTo('2026-11-25T10:00:00Z');
    await tellOfJourney(polder.context);
    await tellOfJourney(polder.context);
    expect((await asks()).map((mail) => mail.split(':')[0])).toEqual(['anneke@waterkracht.example']);
    polder.turn.turnTo('2026-11-24T10:00:00Z');
  });
});

describe('the recovery plan', () => {
  test('asks no more than the smallest scope within which it was met before', async () => {
    const good = new Date('2026-10-05T00:00:00Z');
    await judged('3.1', good, 'up');
    await judged('3.1', new Date('2026-10-12T00:00:00Z'), 'between');
    const on = async (key: string, scope: object, from: string, until: string | null) => {
      await switchOn(polder.context, { key, capabilities: ['inbox.webcare'], scope, pilotId: null });
      await sql`update capability_grant set granted_at = ${from}, ended_at = ${until} where key = ${key}`.execute(
        polder.context.database,
      );
    };
    await on('wide', {}, '2026-09-01T00:00:00Z', '2026-10-20T00:00:00Z');
    await on('small', { channels: ['x'] }, '2026-09-10T00:00:00Z', '2026-10-20T00:00:00Z');
    await on('later', { channels: ['x'], topics: ['meter'] }, '2026-10-08T00:00:00Z', '2026-10-20T00:00:00Z');
    const recovery = await findRecovery(polder.context, asDate(polder.context.clock.now()));
    expect(recovery).toMatchObject({ from: 3, to: 2 });
    expect(recovery?.repairs).toMatchObject([
      {
        criterion: { id: '3.1' },
        code: 'CX1',
        template: true,
        scope: { channels: ['x'] },
        lastGood: { value: 0.7 },
      },
    ]);
    expect(recovery?.repairs[0]?.lastGood?.at).toEqual(good);
    expect(recovery?.repairs[0]?.pilots.map(({ title, on }) => [title, on])).toEqual([
      ['Webcare in kantooruren', false],
    ]);
  });

  test('is there no more once the stage is won back', async () => {
    await sql`insert into journey_week (as_of, evaluated_at, proven, possible, phase, coverage, certainty, freshness, class)
      values (${monday}, ${monday}, 3, 3, 2, 1, 1, 1, 'high')`.execute(polder.context.database);
    expect(await findRecovery(polder.context, asDate(polder.context.clock.now()))).toBeUndefined();
  });
});

describe('a remark about a text', () => {
  test('reaches those who steer where nobody wrote it, and whoever made it hears what was done, with thanks', async () => {
    const before = (await mails()).length;
    const about = { kind: 'criterion', about: '3.1', said: 'De bron staat er niet bij.' } as const;
    const id = await remark(people.els.context, about);
    const happened = { data: { id } } as unknown as Event;
    await transact(polder.context, 'service', (ctx) => tellOfRemark(ctx, happened));
    const done = await answerRemark(people.anneke.context, id, {
      ...{ mended: true, answer: 'De bron staat er nu bij.' },
    });
    await transact(polder.context, 'service', (ctx) => tellOfAnswer(ctx, happened));
    const sent = (await mails()).slice(before);
    expect(sent.map((mail) => mail.split(':')[0])).toEqual([
      'anneke@waterkracht.example',
      'els@waterkracht.example',
    ]);
    expect(sent[1]).toContain('De bron staat er nu bij.');
    expect(done.mended).toBe(true);
    await expect(
      answerRemark(people.anneke.context, id, { mended: false, answer: 'Toch niet.' }),
    ).rejects.toMatchObject({
      code: 'conflict.decided',
    });
    expect((await listRemarks(people.els.context)).map(({ by, mended }) => [by, mended])).toEqual([
      ['Els Bakker', true],
    ]);
  });
});
