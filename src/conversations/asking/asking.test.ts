import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import type { ChannelConnection } from '../../listening/connecting/connection.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { decide } from '../../privacy/deciding.ts';
import { reactions } from '../../reactions.ts';
import { answer } from '../answering.ts';
import { close, reopen } from '../closing.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { talkFor } from '../talking/talk.ts';
import { answerQuestion, questionBehind } from './answering-question.ts';
import { arrangeQuestion } from './arranging.ts';
import { askDue } from './asking.ts';
import { questionHere } from './asking-here.ts';
import { notAsked, satisfaction, scores } from './measures.ts';
import { questionPlace } from './places.ts';
import { isDrawn, type QuestionRule } from './question.ts';
import { ratingsOf } from './rated.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await arrange({});
  await sql`insert into capability_grant (key, capabilities, scope, basis, granted_at)
    values ('feedback', '{survey.feedback}', '{"channels": ["mail"]}', 'pilot', now())`.execute(
    polder.context.database,
  );
});
afterAll(() => polder?.close());

const usual: QuestionRule = { kind: 'csat', delayMinutes: 60, share: 100, quietDays: 30, active: true };
const arrange = (more: Partial<QuestionRule>) =>
  arrangeQuestion(people.ravi.context, 'general', { ...usual, ...more });
const within = <T>(purpose: string, act: (ctx: Context) => Promise<T>) =>
  transact(polder.context, purpose, act);

/** Somebody whose address we know for sure, and who lets us measure unless told otherwise. */
async function known(text: string, lets = true): Promise<Talk> {
  const said = await talk(polder.context, text);
  await within('service', ({ database }) =>
    sql`update identity set address = ${`${said.personId}@klant.example`}, address_kind = 'mail', proof = 'verified'
      where person_id = ${said.personId}`.execute(database),
  );
  if (lets) await allow(said);
  return said;
}

const allow = ({ personId }: Talk) =>
  within('legal', (ctx) => decide(ctx, personId, { purpose: 'measure', act: 'give', strength: 3 }));

async function finish(said: Talk): Promise<void> {
  await answer(people.els.context, said.id, { text: 'Die is onderweg.' });
  await close(people.els.context, said.id, 'answered');
  await follow();
}

async function follow(): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => name === 'plan-questions'),
    silentLog,
  );
}

async function states(said: Talk): Promise<unknown[]> {
  const found = await within('measure', ({ database }) =>
    sql<{ state: string; dropped: string | null }>`select state, dropped from question
      where conversation_id = ${said.conversationId} order by id`.execute(database),
  );
  return found.rows.map(({ state, dropped }) => dropped ?? state);
}

/** The token as it stands in the mail that leaves. */
async function tokenFor({ personId }: Talk): Promise<string> {
  const found = await within('measure', ({ database }) =>
    sql<{ body: string; unsubscribe: string }>`select body, unsubscribe from mail
      where kind = 'question' and person_id = ${personId} order by id desc limit 1`.execute(database),
  );
  const body = fillTokens(polder.context.outside, found.rows[0]?.body ?? '');
  expect(found.rows[0]?.unsubscribe).toContain('/mine/stop');
  return /\/answer\/([\w-]+)/.exec(body)?.[1] ?? '';
}

const later = async (minutes: number) => {
  polder.turn.forward({ minutes });
  await askDue(polder.context);
};

describe('after closing', () => {
  test('who lets us measure is asked once, answers by the link, and can change it', async () => {
    const said = await known('Waar blijft mijn pakket?');
    await finish(said);
    await askDue(polder.context);
    expect(await states(said)).toEqual(['waiting']);
    await later(61);
    await askDue(polder.context);
    expect(await states(said)).toEqual(['asked']);
    const token = await tokenFor(said);
    expect(await questionBehind(polder.context, token)).toMatchObject({ kind: 'csat', score: null });
    await answerQuestion(polder.context, token, { score: 4, remark: 'Snel geholpen', locale: 'nl' });
    await answerQuestion(polder.context, token, { score: 4, remark: 'Snel geholpen', locale: 'nl' });
    await answerQuestion(polder.context, token, { score: 2, remark: 'Toch niet', locale: 'nl' });
    const notes = (await said.messages()).filter(
      (one) => (one as { direction: string }).direction === 'note',
    );
    expect(notes).toMatchObject([
      { text: 'Tevredenheid 4 van 5. De klant schreef erbij:\n\nSnel geholpen' },
      { text: 'Tevredenheid 2 van 5. De klant schreef erbij:\n\nToch niet' },
    ]);
    expect(await within('service', (ctx) => ratingsOf(ctx, said.conversationId))).toMatchObject([
      { state: 'answered', score: 2, remark: 'Toch niet' },
    ]);
    const found = await within('measure', (ctx) =>
      satisfaction(ctx, { since: new Date(0), until: new Date('2030-01-01') }),
    );
    expect(found).toEqual([{ kind: 'csat', queue: 'general', asked: 1, answered: 1, content: 0, mean: 2 }]);
    const given = await within('measure', (ctx) =>
      scores(ctx, { since: new Date(0), until: new Date('2030-01-01') }),
    );
    expect(given).toEqual([{ kind: 'csat', score: 2, n: 1 }]);
    for (const wrong of [0, 6, 2.5])
      await expect(
        answerQuestion(polder.context, token, { score: wrong, remark: '', locale: 'nl' }),
      ).rejects.toMatchObject({ code: 'invalid.score' });
    await expect(questionBehind(polder.context, `${token}x`)).rejects.toMatchObject({
      code: 'not-found.question',
    });
    polder.turn.forward({ hours: 24 * 15 });
    await expect(questionBehind(polder.context, token)).rejects.toMatchObject({ code: 'not-found.question' });
  });

  test('nobody is asked who did not agree, was asked lately, has no sure address, or wrote again', async () => {
    const [silent, nowhere, again, back] = [
      await known('Ik zei nergens ja op', false),
      await talk(polder.context, 'Niemand kent mijn adres'),
      await known('Ik schrijf vaak'),
      await known('Het was nog niet klaar'),
    ];
    await allow(nowhere);
    for (const one of [silent, nowhere, again, back]) await finish(one);
    const second = await talk(polder.context, 'En nog iets', { author: again.author });
    await finish(second);
    await reopen(people.els.context, back.id);
    await later(61);
    expect(await Promise.all([silent, nowhere, again, second, back].map(states))).toEqual([
      ['permission'],
      ['address'],
      ['asked'],
      ['recent'],
      ['reopened'],
    ]);
    const why = await within('measure', (ctx) =>
      notAsked(ctx, { since: new Date(0), until: new Date('2030-01-01') }),
    );
    expect(why.map(({ why }) => why)).toEqual(['address', 'permission', 'recent', 'reopened']);
  });

  test('nothing is asked where it is off, where no answer was needed, or outside the scope of the pilot', async () => {
    const [off, spam, outside] = [await known('Uit'), await known('Reclame'), await known('Elders')];
    await close(people.els.context, spam.id, 'no_answer_needed');
    await finish(outside);
    await sql`update capability_grant set scope = '{"channels": ["x"]}' where key = 'feedback'`.execute(
      polder.context.database,
    );
    await later(61);
    await arrange({ active: false });
    await finish(off);
    await later(61);
    expect(await Promise.all([off, spam, outside].map(states))).toEqual([[], [], ['off']]);
    await sql`update capability_grant set scope = '{}' where key = 'feedback'`.execute(
      polder.context.database,
    );
    await arrange({});
  });

  test('a closing has one question, also when all is read again; erased, no word and no name is left', async () => {
    const said = await known('Waar blijft mijn rekening?');
    await finish(said);
    await sql`update event_cursor set xid = '0', seq = 0 where reaction = 'plan-questions'`.execute(
      polder.context.database,
    );
    await follow();
    await later(61);
    const token = await tokenFor(said);
    await answerQuestion(polder.context, token, { score: 5, remark: 'Mijn naam is Fatima', locale: 'nl' });
    expect(await within('legal', (ctx) => questionPlace.find(ctx, said.personId))).toMatchObject([
      { score: 5, remark: 'Mijn naam is Fatima' },
    ]);
    await within('legal', (ctx) => questionPlace.erase(ctx, said.personId));
    expect(await within('legal', async (ctx) => questionPlace.verify?.(ctx, said.personId))).toBe(0);
    await expect(questionBehind(polder.context, token)).rejects.toMatchObject({ code: 'not-found.question' });
    expect(await states(said)).toEqual(['answered']);
  });

  test('who arranges it may, and says something that can be', async () => {
    await expect(arrangeQuestion(people.els.context, 'general', usual)).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    for (const wrong of [{ share: 0 }, { share: 101 }, { delayMinutes: -1 }, { quietDays: 400 }])
      await expect(arrange(wrong)).rejects.toMatchObject({ code: 'invalid.question' });
    await expect(arrangeQuestion(people.ravi.context, 'nergens', usual)).rejects.toMatchObject({
      code: 'not-found.queue',
    });
  });
});

type Draw = typeof isDrawn;

/** Of many closings in a row close to the share is asked; more share never leaves somebody out that less had. */
function drawsFairly(draw: Draw): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 100 }), (first, share) => {
      const ids = Array.from({ length: 1000 }, (_, at) => String(first + at));
      const drawn = ids.filter((id) => draw(id, share)).length;
      expect(Math.abs(drawn / 10 - share)).toBeLessThan(3);
      expect(ids.every((id) => !draw(id, share) || draw(id, 100))).toBe(true);
      expect(ids.every((id) => !draw(id, share) || draw(id, Math.min(100, share + 7)))).toBe(true);
    }),
  );
}

const brokenDraws: Record<string, Draw> = {
  'asks everybody': () => true,
  'asks nobody': () => false,
  'asks one too few of a hundred at the most': (id, share) => share < 100 && isDrawn(id, share),
  'goes by the last digit': (id, share) => Number(id.at(-1)) < share,
  'asks the others': (id, share) => !isDrawn(id, share),
};

describe('the share that is asked', () => {
  test('is as large as was said', () => drawsFairly(isDrawn));
  test.each(Object.keys(brokenDraws))('is not when it %s', (name) => {
    expect(() => drawsFairly(brokenDraws[name] ?? isDrawn)).toThrow();
  });
});

describe('where the customer reads the conversation', () => {
  const here = (said: Talk) => questionHere(polder.context, { connector: 'api', author: said.author });

  test('the question stands there at once, needs no address, and is not mailed as well', async () => {
    const said = await talk(polder.context, 'Waar blijft mijn pakket?');
    await allow(said);
    expect(await here(said)).toBeNull();
    await finish(said);
    const asked = await here(said);
    expect(asked).toMatchObject({ kind: 'csat', score: null });
    expect(await here(said)).toEqual(asked);
    const token = asked?.url.split('/').at(-1) ?? '';
    await answerQuestion(polder.context, token, { score: 5, remark: '', locale: 'nl' });
    expect(await here(said)).toEqual({ ...asked, score: 5 });
    await later(61);
    expect(await states(said)).toEqual(['answered']);
    await reopen(people.els.context, said.id);
    expect(await here(said)).toBeNull();
  });

  test('nothing is asked of who does not let us, of a stranger, and by mail already', async () => {
    const shy = await talk(polder.context, 'En mijn rekening?');
    await finish(shy);
    expect(await here(shy)).toBeNull();
    expect(await states(shy)).toEqual(['permission']);
    const said = await known('Klopt mijn meterstand?');
    await finish(said);
    expect(await questionHere(polder.context, { connector: 'site', author: said.author })).toBeNull();
    await later(61);
    expect(await states(said)).toEqual(['asked']);
    expect(await here(said)).toBeNull();
  });

  test('in the chat it counts as asked once it was shown, and not while the window is shut', async () => {
    const said = await talk(polder.context, 'Is mijn storing verholpen?');
    await allow(said);
    await finish(said);
    await within('service', ({ database }) =>
      sql`update channel_account set connector = 'site'`.execute(database),
    );
    const connection = { publicId: 'cc_site', state: 'on' } as ChannelConnection;
    const guest = { id: '0', publicId: said.author, connectionId: '0', name: null, locale: 'nl' } as const;
    const look = async (seen: boolean) => {
      const site = { connection, greeting: '', origins: [] };
      const them = { ...guest, address: null, askedAddress: null };
      return (await talkFor(polder.context, site, { guest: them, locale: 'nl', seen })).question;
    };
    expect(await look(false)).toBeNull();
    expect(await states(said)).toEqual(['waiting']);
    expect(await look(true)).toMatchObject({ kind: 'csat', score: null });
    expect(await states(said)).toEqual(['asked']);
  });
});
