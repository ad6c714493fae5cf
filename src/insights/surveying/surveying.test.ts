import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { talk } from '../../conversations/fixtures/talk.ts';
import { type Context, transact } from '../../platform/context.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { decide } from '../../privacy/deciding.ts';
import type { Measured } from '../measured.ts';
import { askCustomers } from './asking.ts';
import { surveyFigures } from './figures.ts';
import { handInSurvey, surveyBehind } from './handing-in.ts';
import { type CustomerSheet, knownAndTrusted } from './item.ts';
import { surveyPlace } from './places.ts';
import { closeDueSurveys, listSurveys, openSurvey } from './survey.ts';

let polder: TestDatabase;
let people: People;
let customers: string[];

const within = <T>(purpose: string, act: (ctx: Context) => Promise<T>) =>
  transact(polder.context, purpose, act);
const allow = (personId: string) =>
  within('legal', (ctx) => decide(ctx, personId, { purpose: 'measure', act: 'give', strength: 3 }));

async function known(nth: number, { lets = true, proven = true } = {}): Promise<string> {
  const { personId } = await talk(polder.context, `Vraag ${nth}`, { author: `klant-${nth}` });
  if (proven)
    await within('service', ({ database }) =>
      sql`update identity set address = ${`klant${nth}@klant.example`}, address_kind = 'mail', proof = 'verified'
        where person_id = ${personId}`.execute(database),
    );
  if (lets) await allow(personId);
  return personId;
}

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  customers = [];
  for (let nth = 1; nth <= 14; nth += 1) customers.push(await known(nth));
  await known(20, { lets: false });
  await known(21, { proven: false });
});
afterAll(() => polder?.close());

async function switchOn(scope: object): Promise<void> {
  await withAdmin(polder.ownerUrl, (owner) => owner.query('truncate capability_grant, capability_use'));
  await sql`insert into capability_grant (key, capabilities, scope, basis, granted_at)
    values ('feedback', '{survey.feedback}', ${JSON.stringify(scope)}, 'pilot', now())`.execute(
    polder.context.database,
  );
}

const latest = async () => (await listSurveys(polder.context))[0];

async function tokens(): Promise<string[]> {
  const found = await within('measure', ({ database }) =>
    sql<{ body: string; unsubscribe: string }>`select body, unsubscribe from mail
      where kind = 'customer-survey' order by id`.execute(database),
  );
  return found.rows.map(({ body, unsubscribe }) => {
    expect(unsubscribe).toContain('/mine/stop');
    return /\/relation\/([\w-]+)/.exec(fillTokens(polder.context.outside, body))?.[1] ?? '';
  });
}

const figures = async () => {
  const found = await surveyFigures(polder.context, new Date(polder.context.clock.now().epochMilliseconds));
  return new Map<string, Measured>(found.map((figure) => [figure.code, figure]));
};

describe('a round', () => {
  test('needs a number and a day ahead, and one goes at a time', async () => {
    for (const wanted of [9, 2.5, 100_001])
      await expect(
        openSurvey(people.anneke.context, { wanted, closesOn: '2026-12-20' }),
      ).rejects.toMatchObject({ code: 'invalid.survey' });
    await expect(
      openSurvey(people.anneke.context, { wanted: 10, closesOn: '2026-11-24' }),
    ).rejects.toMatchObject({ code: 'invalid.date' });
    expect((await figures()).get('KNOWN_AND_TRUSTED')).toMatchObject({ value: null, reason: 'no-surveys' });
    await openSurvey(people.anneke.context, { wanted: 12, closesOn: '2026-12-20' });
    await expect(
      openSurvey(people.anneke.context, { wanted: 12, closesOn: '2026-12-20' }),
    ).rejects.toMatchObject({ code: 'conflict.round-open' });
  });

  test('draws by lot among those who let us, and asks nobody while asking is off', async () => {
    await withAdmin(polder.ownerUrl, (owner) => owner.query('truncate capability_grant'));
    await askCustomers(polder.context);
    expect(await latest()).toMatchObject({
      ...{ waiting: 12, asked: 0, answered: 0 },
      leftOut: { permission: 1, address: 1, beyond: 2 },
    });
    await switchOn({ channels: ['x'] });
    await askCustomers(polder.context);
    expect(await latest()).toMatchObject({ waiting: 12, asked: 0 });
  });

  test('asks no more than the cap of the pilot, and the rest when there is room again', async () => {
    await switchOn({ channels: ['mail'], volumeCap: { count: 5, per: 'day' } });
    await askCustomers(polder.context);
    await askCustomers(polder.context);
    expect(await latest()).toMatchObject({ waiting: 7, asked: 5 });
    await switchOn({});
    const [withdrawn = ''] = (
      await within('measure', ({ database }) =>
        sql<{ id: string }>`select person_id as id from customer_survey_invitation
          where state = 'waiting' order by id limit 1`.execute(database),
      )
    ).rows.map(({ id }) => id);
    await within('legal', (ctx) =>
      decide(ctx, withdrawn, { purpose: 'measure', act: 'withdraw', strength: 3 }),
    );
    await askCustomers(polder.context);
    expect(await latest()).toMatchObject({ waiting: 0, asked: 11 });
    await allow(withdrawn);
  });

  test('keeps who answered and what was answered apart; a link works once', async () => {
    const links = await tokens();
    expect(new Set(links).size).toBe(11);
    for (const [at, link] of links.slice(0, 10).entries()) {
      await surveyBehind(polder.context, link);
      await handInSurvey(polder.context, link, {
        R1: at < 8 ? 4 : 2,
        R2: at < 7 ? 5 : 'unknown',
        R3: 3,
        Q5b: at < 6 ? 4 : 1,
      });
    }
    for (const used of [links[0] ?? '', 'niets'])
      await expect(handInSurvey(polder.context, used, { R1: 5 })).rejects.toMatchObject({
        code: 'not-found.question',
      });
    const sheets = await sql<{ row: object }>`select to_jsonb(s) as row from customer_survey_sheet s`.execute(
      polder.context.database,
    );
    for (const { row } of sheets.rows)
      expect(Object.keys(row).toSorted()).toEqual(['answers', 'id', 'survey_id']);
    expect(await latest()).toMatchObject({ answered: 10 });
  });

  test('counts from its last day on, for 200 days: known and trusted, heard, boss of own data', async () => {
    expect((await figures()).get('KNOWN_AND_TRUSTED')?.value).toBeNull();
    polder.turn.turnTo('2026-12-21T09:00:00Z');
    await closeDueSurveys(polder.context);
    await expect(surveyBehind(polder.context, (await tokens())[10] ?? '')).rejects.toMatchObject({
      code: 'not-found.question',
    });
    const said = await figures();
    // Seven of the ten have an opinion on both: too few to say anything of.
    expect(said.get('KNOWN_AND_TRUSTED')).toMatchObject({
      value: null,
      n: 0,
      window: 'round',
      validDays: 200,
    });
    expect(said.get('HEARD')).toMatchObject({ k: 0, n: 10, source: 'survey' });
    expect(said.get('Q5b')).toMatchObject({ k: 6, n: 10, source: 'survey' });
    await expect(
      openSurvey(people.anneke.context, { wanted: 12, closesOn: '2027-01-20' }),
    ).rejects.toMatchObject({ code: 'conflict.round-soon' });
  });

  test('half a year later leaves those alone whom something was asked lately; erased, no name is left', async () => {
    polder.turn.turnTo('2027-05-26T09:00:00Z');
    await openSurvey(people.anneke.context, { wanted: 100, closesOn: '2027-06-20' });
    await withAdmin(polder.ownerUrl, (owner) =>
      owner.query(`update customer_survey_invitation set asked_at = '2027-01-01' where asked_at is not null`),
    );
    await askCustomers(polder.context);
    expect(await latest()).toMatchObject({ asked: 3, leftOut: { recent: 11, permission: 1, address: 1 } });
    const [one = ''] = customers;
    expect(await within('legal', (ctx) => surveyPlace.find(ctx, one))).toMatchObject([
      { question: 'relation' },
    ]);
    await within('legal', (ctx) => surveyPlace.erase(ctx, one));
    expect(await within('legal', async (ctx) => surveyPlace.verify?.(ctx, one))).toBe(0);
  });
});

type Reading = typeof knownAndTrusted;
const answer = fc.constantFrom(undefined, 'unknown' as const, 1 as const, 3 as const, 4 as const, 5 as const);
const sheet = fc
  .record({ R1: answer, R2: answer })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, said]) => said)) as CustomerSheet);

/** Whoever has no opinion on one of the two changes nothing; a whole yes and a whole no count one each. */
function countsOpinions(reading: Reading): void {
  fc.assert(
    fc.property(fc.array(sheet, { size: 'max', maxLength: 40 }), (sheets) => {
      const { k, n } = reading(sheets);
      expect(k).toBeLessThanOrEqual(n);
      expect(reading([...sheets, { R1: 5 }])).toEqual({ k, n });
      expect(reading([...sheets, { R1: 5, R2: 'unknown' }])).toEqual({ k, n });
      expect(reading([...sheets, { R1: 4, R2: 5 }])).toEqual({ k: k + 1, n: n + 1 });
      expect(reading([...sheets, { R1: 5, R2: 3 }])).toEqual({ k, n: n + 1 });
      expect(reading([...sheets, { R1: 1, R2: 4 }])).toEqual({ k, n: n + 1 });
    }),
  );
}

const agrees = (given: unknown) => typeof given === 'number' && given >= 4;
const broken: Record<string, Reading> = {
  'takes either for both': (sheets) => ({
    ...knownAndTrusted(sheets),
    k: sheets.filter(({ R1, R2 }) => agrees(R1) || agrees(R2)).length,
  }),
  'counts whoever does not know': (sheets) => ({ ...knownAndTrusted(sheets), n: sheets.length }),
  'asks for the highest answer': (sheets) => ({
    ...knownAndTrusted(sheets),
    k: sheets.filter(({ R1, R2 }) => R1 === 5 && R2 === 5).length,
  }),
  'forgets the second': (sheets) => knownAndTrusted(sheets.map((given) => ({ ...given, R2: given.R1 ?? 5 }))),
};

describe('known and trusted', () => {
  test('counts those with an opinion on both, and of them who agrees with both', () =>
    countsOpinions(knownAndTrusted));
  test.each(Object.keys(broken))('is not right when it %s', (name) => {
    expect(() => countsOpinions(broken[name] ?? knownAndTrusted)).toThrow();
  });
});
