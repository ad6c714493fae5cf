import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { sizeToShow } from './comparing.ts';
import type { Given } from './criterion.ts';
import { listCriteria, membersOf } from './members.ts';
import type { Condition, Rule } from './rule.ts';
import { changeSegment, makeSegment, retireSegment } from './saving.ts';
import { getSegment, listSegments } from './segment.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

interface Somebody {
  id: string;
  relation: string;
  region: string | null;
  orders: number;
  /** Of the system of record. */
  since: string | null;
  consents: boolean;
  /** As whom they are shown, when it is somebody else. */
  into: string | null;
}

/** Forty persons of all sorts; every seventh is the same human as the one before. */
async function somePersons(): Promise<Somebody[]> {
  const { context } = polder;
  await sql`insert into attribute_definition (key, type, nl, en, category, purpose, choices, made_at)
    values ('region', 'choice', 'Regio', 'Region', 'identity', 'service', '{noord,zuid}', now()),
      ('panel', 'yes_no', 'Panel', 'Panel', 'community', 'invite', '{}', now())`.execute(context.database);
  const all: Somebody[] = [];
  await transact(context, 'service', async (ctx) => {
    for (let n = 0; n < 40; n += 1) {
      const relation = ['customer', 'prospect', 'unknown'][n % 3] as string;
      const made = await sql<{ id: string }>`insert into person (public_id, name, relation, created_at)
        values (${`p-${n}`}, ${`Persoon ${n}`}, ${relation}, '2026-01-01') returning id`.execute(
        ctx.database,
      );
      const id = made.rows[0]?.id as string;
      const region = n % 4 === 0 ? null : n % 2 === 0 ? 'noord' : 'zuid';
      if (region)
        await sql`insert into person_attribute (person_id, definition_id, value, set_at)
          select ${id}, id, ${region}, now() from attribute_definition where key = 'region'`.execute(
          ctx.database,
        );
      const orders = n % 5;
      for (let order = 0; order < orders; order += 1)
        await sql`insert into customer_order (public_id, source, external_id, person_id, number, state, ordered_at,
            total_minor, currency, refreshed_at)
          values (${`o-${n}-${order}`}, 'shop', ${`${n}-${order}`}, ${id}, ${`${n}-${order}`}, 'confirmed',
            '2026-11-01', 1000, 'EUR', now())`.execute(ctx.database);
      const since = n % 6 === 5 ? null : `${2019 + (n % 6)}-03-01`;
      await sql`insert into customer_record (person_id, source, external_id, customer_since, refreshed_at, changed_at)
        values (${id}, 'crm', ${String(n)}, ${since}, now(), now())`.execute(ctx.database);
      const before = all.at(-1);
      const into = n % 7 === 6 && before ? (before.into ?? before.id) : null;
      all.push({ id, relation, region, orders, since, consents: n % 3 !== 1, into });
    }
    for (const one of all) {
      const together = [one, ...all.filter(({ into }) => into === one.id)];
      if (together.length > 1)
        for (const { id } of together)
          await sql`insert into person_shown (person_id, shown_id) values (${id}, ${one.id})`.execute(
            ctx.database,
          );
    }
  });
  for (const { id, consents } of all)
    if (consents)
      await transact(context, 'service', (ctx) =>
        decide(ctx, id, { purpose: 'offers', act: 'give', strength: 3 }),
      );
  return all;
}

const shown = ({ id, into }: Somebody) => into ?? id;

/** The rule by reading it, person by person; a mutant reads it wrongly. */
type Reading = (rule: Rule, all: readonly Somebody[]) => Set<string>;

function holds({ criterion, given }: Condition, one: Somebody, together: readonly Somebody[]): boolean {
  if (criterion === 'relation') return one.relation === given.is;
  if (criterion === 'attribute:region') return one.region === given.is;
  if (criterion === 'since')
    return one.since !== null && one.since >= (given.from ?? '') && one.since <= (given.until ?? '9999');
  return together.reduce((sum, { orders }) => sum + orders, 0) >= Number(given.times);
}

const strictly: Reading = ({ match, conditions }, all) => {
  const groups = Map.groupBy(all, shown);
  const members = [...groups].filter(([id, together]) => {
    const tests = conditions.map((condition) => {
      return together.some((one) => holds(condition, one, together)) !== condition.not;
    });
    const fits = match === 'all' ? tests.every(Boolean) : tests.some(Boolean);
    return fits && (all.find((one) => one.id === id)?.consents ?? false);
  });
  return new Set(members.map(([id]) => id));
};

const mutants: Record<string, Reading> = {
  'asks nobody’s permission': (rule, all) =>
    strictly(
      rule,
      all.map((one) => ({ ...one, consents: true })),
    ),
  'takes any for all': ({ conditions, match }, all) =>
    strictly({ conditions, match: match === 'all' ? 'any' : 'all' }, all),
  'forgets not': ({ conditions, match }, all) =>
    strictly({ match, conditions: conditions.map((one) => ({ ...one, not: false })) }, all),
  'takes who says nothing for a customer of long ago': (rule, all) =>
    strictly(
      rule,
      all.map((one) => ({ ...one, since: one.since ?? '2019-03-01' })),
    ),
  'counts the merged apart': (rule, all) =>
    strictly(
      rule,
      all.map((one) => ({ ...one, into: null })),
    ),
};

const conditions: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.constantFrom('customer', 'prospect', 'unknown').map((is) => ['relation', { is }] as const),
    fc.constantFrom('noord', 'zuid').map((is) => ['attribute:region', { is }] as const),
    fc
      .tuple(fc.integer({ min: 2018, max: 2022 }), fc.integer({ min: 0, max: 4 }))
      .map(([from, more]) => ['since', { from: `${from}-03-01`, until: `${from + more}-03-01` }] as const),
    fc.integer({ min: 1, max: 6 }).map((n) => ['ordered', { times: String(n), days: '365' }] as const),
  )
  .map(([criterion, given]) => ({ criterion, not: false, given: given as Given }));

const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    match: fc.constant('any' as const),
    conditions: fc.array(conditions, { minLength: 1, maxLength: 4, size: 'max' }),
  }),
  fc.record({
    match: fc.constant('all' as const),
    conditions: fc.array(
      fc.tuple(conditions, fc.boolean()).map(([one, not]) => ({ ...one, not })),
      { minLength: 1, maxLength: 4, size: 'max' },
    ),
  }),
);

describe('a segment', () => {
  let all: Somebody[];
  beforeAll(async () => {
    all = await somePersons();
  });

  const found = (rule: Rule) =>
    transact(polder.context, 'offers', async (ctx) => {
      const asked = { rule, purpose: 'offers' as const, criteria: await listCriteria(ctx) };
      const rows = await membersOf(ctx, asked).execute(ctx.database);
      return new Set(rows.rows.map((row) => row.person_id));
    });

  async function differs(reading: Reading, rule: Rule): Promise<boolean> {
    return found(rule).then((real) => real.symmetricDifference(reading(rule, all)).size > 0);
  }
  const many = fc.sample(rules, { numRuns: 120 });

  test('holds exactly those for whom the rule is so and who allow its purpose', async () => {
    for (const rule of many) expect(await differs(strictly, rule), JSON.stringify(rule)).toBe(false);
  });

  test.each(Object.keys(mutants))('that %s would be seen', async (name) => {
    for (const rule of many) if (await differs(mutants[name] as Reading, rule)) return;
    expect.unreachable();
  });

  const one = (criterion: string, given: Given, not = false): Rule => ({
    match: 'all',
    conditions: [{ criterion, not, given }],
  });
  const make = (name: string, rule: Rule) => makeSegment(polder.context, { name, purpose: 'offers', rule });
  const size = (id: string) =>
    transact(polder.context, 'offers', async (ctx) => {
      const { rule, purpose, ruleId } = await getSegment(ctx, id);
      return sizeToShow(ctx, { rule, purpose, criteria: await listCriteria(ctx) }, ruleId);
    });

  test('is kept with every rule it had, found by name, and goes', async () => {
    const id = await make('Klanten', one('relation', { is: 'customer' }));
    await expect(make('klanten', one('relation', { is: 'partner' }))).rejects.toThrow(
      /conflict.segment-name/,
    );
    await changeSegment(polder.context, id, {
      name: 'Kopers',
      rule: one('ordered', { times: ' 2 ', days: '30' }),
    });
    const kept = await transact(polder.context, null, (ctx) => getSegment(ctx, id));
    expect(kept).toMatchObject({ name: 'Kopers', rule: one('ordered', { times: '2', days: '30' }) });
    await retireSegment(polder.context, id);
    expect(await transact(polder.context, null, listSegments)).toEqual([]);
    await expect(transact(polder.context, null, (ctx) => getSegment(ctx, id))).rejects.toThrow(/not-found/);
  });

  const odd = {
    'no condition': { match: 'all', conditions: [] },
    'too many': {
      match: 'all',
      conditions: Array(13).fill(one('relation', { is: 'customer' }).conditions[0]),
    },
    'an unknown criterion': one('shoe-size', { is: '43' }),
    'an unknown answer': one('relation', { is: "'; drop table person" }),
    'no number': one('ordered', { times: 'veel', days: '30' }),
    'a number beyond its bounds': one('ordered', { times: '1', days: '1e9' }),
    'no day': one('known', { from: '2026-02-30' }),
    'nothing filled in': one('known', {}),
    'any with not': { match: 'any', conditions: one('relation', { is: 'customer' }, true).conditions },
    'what was asked for another purpose': one('attribute:panel', { is: 'yes' }),
  } satisfies Record<string, Rule>;
  test.each(Object.entries(odd))('with %s is refused', async (_, rule) => {
    await expect(make('Vreemd', rule as Rule)).rejects.toThrow(/invalid|conflict/);
  });

  test('that asks about what is no longer kept holds nobody, and says so', async () => {
    const id = await make('Noord', one('attribute:region', { is: 'noord' }));
    await sql`update attribute_definition set retired_at = now() where key = 'region'`.execute(
      polder.context.database,
    );
    await expect(size(id)).rejects.toThrow(/conflict.segment-broken/);
    await sql`update attribute_definition set retired_at = null where key = 'region'`.execute(
      polder.context.database,
    );
    await retireSegment(polder.context, id);
  });

  test('below ten is not counted aloud, nor two that differ by fewer than ten', async () => {
    const everybody = await make('Iedereen', one('known', { from: '2020-01-01' }));
    const { size: n } = (await size(everybody)) as { size: number };
    expect(n).toBeGreaterThan(20);
    const few = await make('Weinig', one('ordered', { times: '7', days: '365' }));
    expect(await size(few)).toEqual({ withheld: 'small' });
    const nearly = await make('Bijna iedereen', one('ordered', { times: '7', days: '365' }, true));
    const left = await found(one('ordered', { times: '7', days: '365' }, true));
    expect(n - left.size).toBeGreaterThan(0);
    expect(await size(nearly)).toEqual({ withheld: 'alike' });
    const same = await make('Ook iedereen', one('known', { from: '2019-01-01' }));
    expect(await size(same)).toEqual({ size: n });
  });
});
