import { sql } from 'kysely';
import { listInbox } from '../src/conversations/inbox.ts';
import type { View } from '../src/conversations/listing/row.ts';
import { openCustomer } from '../src/customers/customer.ts';
import { listQualityRows, readQuality, refreshQuality } from '../src/customers/quality.ts';
import { listCriteria, membersOf } from '../src/customers/segments/members.ts';
import type { Rule } from '../src/customers/segments/rule.ts';
import { timelineOf } from '../src/customers/timeline.ts';
import { whoIsTouched } from '../src/listening/touched.ts';
import { places } from '../src/places.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { advanceErasures } from '../src/privacy/erasing/advancing.ts';
import { askErasure, confirmErasure } from '../src/privacy/erasing/asking.ts';
import { askExport, makeExport } from '../src/privacy/exporting/export.ts';
import { allows } from '../src/privacy/predicate.ts';
import { rebuildPermissions } from '../src/privacy/rebuilding.ts';
import { timelineSources } from '../src/timeline.ts';
import { hireEls } from './colleague.ts';
import { median, type Report, round, say } from './figure.ts';
import { openPlace } from './place.ts';
import { withoutPermission } from './privacy/bare.ts';
import { fillContacts, fillPersons, mostPublicId, type Size } from './privacy/filling.ts';
import { raceWithdrawals } from './privacy/withdrawing.ts';

const views: readonly View[] = ['open', 'unassigned', 'waiting', 'done'];

/**
 * What the privacy contract costs, and what it does: the inbox with the permission in its queries against the same
 * queries without, a person's timeline, an audience of a hundred thousand, an export and an erasure of somebody with
 * ten thousand messages, and withdrawals while others are using. `--small`: a twentieth of everything but that one.
 */
export async function bench(report: Report, args: readonly string[]): Promise<void> {
  const small = args.includes('--small');
  const size: Size = small
    ? { messages: 60_000, persons: 6_250, ofOne: 10_000 }
    : { messages: 1_000_000, persons: 125_000, ofOne: 10_000 };
  const place = await openPlace();
  try {
    say(`filling ${size.messages} messages …`);
    await fillPersons(place, size);
    const { context: els } = await hireEls(place);
    const { context: ctx } = place.polder;
    await benchPredicate(report, els);
    await benchTimeline(report, els, size);
    await benchAudience(report, ctx);
    await benchTouched(report, ctx);
    await fillContacts(place, size);
    await benchQuality(report, ctx, size);
    await benchExport(report, ctx);
    await benchErasure(report, ctx);
    await benchWithdrawals(report, ctx, small ? 100 : 1000);
    await checkFilling(ctx, small);
  } finally {
    await place.remove();
  }
}

/** The whole page of the list, with its counts; one with and one without in turn, so that the machine is the same. */
async function benchPredicate(report: Report, els: Context): Promise<void> {
  const ratios: number[] = [];
  for (const view of views) {
    const bare = withoutPermission(els);
    const [kept, left]: [number[], number[]] = [[], []];
    for (let i = 0; i < 150; i++) {
      const [one, other] = [
        await timed(() => listInbox(els, { view })),
        await timed(() => listInbox(bare.context, { view })),
      ];
      if (i < 30) continue;
      kept.push(one);
      left.push(other);
    }
    if (bare.left() === 0) throw new Error('no permission was found in the queries of the list');
    const ratio = median(kept) / median(left);
    ratios.push(ratio);
    report({
      figure: `compiledPredicateRatio ${view}`,
      value: round(ratio, 2),
      unit: '×',
      budget: 2,
      against: `${round(median(kept), 2)} ms with, ${round(median(left), 2)} ms without`,
    });
  }
  report({ figure: 'compiledPredicateRatio', value: round(Math.max(...ratios), 2), unit: '×', budget: 2 });
}

async function benchTimeline(report: Report, els: Context, { persons }: Size): Promise<void> {
  const open = (id: string) =>
    openCustomer(els, { id, purpose: 'service' }, (ctx, { person }) =>
      timelineOf(ctx, person.personIds, { sources: timelineSources, before: null, limit: 20 }),
    );
  const times: number[] = [];
  for (let i = 0; i < 130; i++) {
    // Everybody whose number fifty divides is restricted, and cannot be opened.
    const n = 2 + ((i * 7919) % (persons - 2));
    const took = await timed(() => open(`pe_b${n % 50 === 0 ? n - 1 : n}`));
    if (i >= 30) times.push(took);
  }
  report({ figure: 'timelineMilliseconds', value: round(median(times), 2), unit: 'ms' });
  const most: number[] = [];
  for (let i = 0; i < 20; i++) most.push(await timed(() => open(mostPublicId)));
  const value = round(median(most), 2);
  report({ figure: 'timelineMilliseconds of ten thousand messages', value, unit: 'ms' });
}

const rule: Rule = {
  match: 'all',
  conditions: [
    { criterion: 'relation', not: false, given: { is: 'customer' } },
    { criterion: 'ordered', not: false, given: { times: '1', days: '365' } },
  ],
};

/** Customers who ordered and said yes to offers; as counting them, and as what the start of a mailing asks of them. */
async function benchAudience(report: Report, ctx: Context): Promise<void> {
  const audience = async (ctx: Context) =>
    membersOf(ctx, { rule, purpose: 'offers', criteria: await listCriteria(ctx) });
  const count = (ctx: Context) =>
    transact(ctx, 'offers', async (ctx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from (${await audience(ctx)}) members`.execute(ctx.database);
      return rows[0]?.n ?? 0;
    });
  const listed = (ctx: Context) =>
    transact(ctx, 'offers', async (ctx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from (
          select distinct coalesce(s.shown_id, a.person_id) as id
          from (${await audience(ctx)}) a left join person_shown s on s.person_id = a.person_id) m
        where ${allows(sql`m.id`, 'offers')}`.execute(ctx.database);
      return rows[0]?.n ?? 0;
    });
  for (const [name, ask] of [
    ['audienceMilliseconds', count],
    ['audienceMilliseconds of a mailing', listed],
  ] as const) {
    const bare = withoutPermission(ctx);
    const n = await ask(ctx);
    const [kept, left]: [number[], number[]] = [[], []];
    for (let i = 0; i < 9; i++) {
      kept.push(await timed(() => ask(ctx)));
      left.push(await timed(() => ask(bare.context)));
    }
    report({
      figure: name,
      value: round(median(kept), 0),
      unit: 'ms',
      against: `${n} persons; ${round(median(left), 0)} ms without the permission`,
      ratio: round(median(kept) / median(left), 2),
    });
  }
}

/** "Whom does this touch" of an incident: everybody who wrote, those with these words, those whose data was used. */
async function benchTouched(report: Report, ctx: Context): Promise<void> {
  const asked = {
    'everybody who wrote': {},
    words: { words: 'volgen' },
    use: { activity: 'customer.opened' },
  };
  for (const [what, scope] of Object.entries(asked)) {
    let count = 0;
    const took = await timed(async () => {
      ({ count } = await transact(ctx, 'legal', (ctx) => whoIsTouched(ctx, scope)));
    });
    const value = round(took / 1000, 2);
    report({ figure: `touchedSeconds of ${what}`, value, unit: 's', budget: 5, against: `${count} persons` });
  }
}

/** The page of the data-quality gate reads what was counted; counting everybody is for the background. */
async function benchQuality(report: Report, ctx: Context, { persons }: Size): Promise<void> {
  const took = await timed(() => refreshQuality(ctx));
  const against = `${persons} persons`;
  report({ figure: 'qualitySeconds to count', value: round(took / 1000, 2), unit: 's', against });
  const times: number[] = [];
  for (let i = 0; i < 30; i++)
    times.push(await timed(async () => listQualityRows(ctx, await readQuality(ctx))));
  report({ figure: 'qualityMilliseconds', value: round(median(times), 2), unit: 'ms', against });
}

async function benchExport(report: Report, ctx: Context): Promise<void> {
  const { publicId } = await askExport(ctx, { personIds: ['1'], locale: 'nl' });
  const took = await timed(() => makeExport(ctx, publicId, { places, organisation: 'Waterkracht' }));
  report({ figure: 'exportSeconds', value: round(took / 1000, 2), unit: 's', budget: 5 });
}

/** All of it: showing what will go, taking every place, looking again, and the certificate. */
async function benchErasure(report: Report, ctx: Context): Promise<void> {
  const took = await timed(async () => {
    const { publicId } = await askErasure(ctx, { personIds: ['1'], strength: 4 });
    await advanceErasures(ctx, places);
    await confirmErasure(ctx, publicId, 0);
    await advanceErasures(ctx, places);
  });
  const { rows } = await transact(ctx, 'legal', (ctx) =>
    sql<{ n: number }>`
      select (select count(*) from person where id = 1)::int + (select count(*) from message where person_id = 1)::int as n`.execute(
      ctx.database,
    ),
  );
  if (rows[0]?.n !== 0) throw new Error('the erasure left the person');
  report({ figure: 'eraseSeconds', value: round(took / 1000, 2), unit: 's', budget: 30 });
}

async function benchWithdrawals(report: Report, ctx: Context, rounds: number): Promise<void> {
  const { after, before } = await raceWithdrawals(ctx, { first: 1001, rounds });
  report({
    figure: 'useAfterWithdrawal',
    value: after,
    unit: 'uses',
    budget: 0,
    against: `${before} before it, in ${rounds} rounds of 6 connections`,
  });
}

/** The filling wrote the permissions itself; where Polder would have written others, the figures mean nothing. */
async function checkFilling(ctx: Context, small: boolean): Promise<void> {
  if (!small) return;
  const { changed } = await rebuildPermissions(ctx);
  if (changed > 0) throw new Error(`${changed} permissions of the filling are not what the decisions say`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
