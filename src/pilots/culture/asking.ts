import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeIn } from '../living/stepping.ts';
import { type Item, items, medianOf, type Profile } from './items.ts';

/** Groups of fewer than five answers are never shown. */
export const leastAnswers = 5;
/** As long as an answer holds. */
export const validDays = 200;
const openDays = 28;

export interface Round {
  readonly id: string;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly open: boolean;
  readonly answered: number;
  /** Whoever asks has answered it. */
  readonly mine: boolean;
}

/** Asks everybody the seven questions, for four weeks. @throws Refusal `conflict.culture-open` */
export async function openRound(ctx: Context): Promise<void> {
  requires(ctx.actor, 'pilot.manage');
  await transact(ctx, ctx.purpose, async (ctx) => {
    await sql`lock table culture_round in share row exclusive mode`.execute(ctx.database);
    if ((await newestRound(ctx))?.open) throw new Refusal('conflict.culture-open');
    const now = ctx.clock.now();
    await sql`
      insert into culture_round (opened_at, opened_by, closes_at)
      values (${asDate(now)}, ${employeeIn(ctx)}::bigint, ${asDate(now.add({ hours: 24 * openDays }))})`.execute(
      ctx.database,
    );
    await ctx.emit([{ verb: 'culture.asked', subject: { kind: 'culture-round', id: null } }]);
  });
}

export async function newestRound(ctx: Context): Promise<Round | undefined> {
  const now = asDate(ctx.clock.now());
  const found = await sql<Omit<Round, 'openedAt' | 'closesAt'> & { opened_at: Date; closes_at: Date }>`
    select r.id, r.opened_at, r.closes_at, r.closes_at > ${now} as open,
      (select count(*)::int from culture_answered a where a.round_id = r.id) as answered,
      exists (select from culture_answered a where a.round_id = r.id
        and a.employee_id = ${employeeIn(ctx)}::bigint) as mine
    from culture_round r order by r.id desc limit 1`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) return undefined;
  const { opened_at, closes_at, ...rest } = row;
  return { ...rest, openedAt: opened_at, closesAt: closes_at };
}

export type Answers = Readonly<Record<Item, number>>;

/**
 * Answers once, without a name: that somebody answered and what was answered stand apart, and answers are counted, so that
 * nobody can lay the two beside each other. @throws Refusal `conflict.culture-closed`, `conflict.culture-answered`
 */
export async function answerCulture(ctx: Context, answers: Answers): Promise<void> {
  const employee = employeeIn(ctx);
  if (employee === null) throw new Refusal('forbidden.action', { action: 'culture' });
  const wrong = items.find((item) => ![1, 2, 3, 4, 5].includes(answers[item]));
  if (wrong) throw new Refusal('invalid.culture', { item: wrong });
  await transact(ctx, ctx.purpose, async (ctx) => {
    const round = await newestRound(ctx);
    if (!round?.open) throw new Refusal('conflict.culture-closed');
    const noted = await sql`
      insert into culture_answered (round_id, employee_id) values (${round.id}, ${employee}::bigint)
      on conflict do nothing`.execute(ctx.database);
    if (Number(noted.numAffectedRows) === 0) throw new Refusal('conflict.culture-answered');
    const department = ctx.actor.kind === 'employee' ? ctx.actor.departmentId : null;
    await sql`
      insert into culture_count (round_id, department_id, item, value, answers)
      select ${round.id}, ${department}::bigint, t.item, t.value, 1
      from unnest(${[...items]}::text[], ${items.map((item) => answers[item])}::smallint[]) as t (item, value)
      on conflict (round_id, department_id, item, value) do update set answers = culture_count.answers + 1`.execute(
      ctx.database,
    );
  });
}

export interface Culture {
  /** null: nobody was asked, or too few answered. */
  readonly profile: Profile | null;
  readonly n: number;
  readonly asked: Date | null;
  readonly byDepartment: readonly { readonly name: string; readonly n: number; readonly profile: Profile }[];
}

/** The culture by the newest round that still holds: medians, of groups of five and more. One statement. */
export async function readCulture(ctx: Context): Promise<Culture> {
  const oldest = asDate(ctx.clock.now().subtract({ hours: 24 * validDays }));
  const found = await sql<{ asked: Date; name: string | null; item: Item; value: number; answers: number }>`
    select r.opened_at as asked, d.name, c.item, c.value, c.answers
    from culture_count c join culture_round r on r.id = c.round_id left join department d on d.id = c.department_id
    where c.round_id = (
      select max(x.round_id) from culture_count x join culture_round y on y.id = x.round_id
      where y.opened_at > ${oldest})`.execute(ctx.database);
  const all = found.rows;
  const n = answersIn(all);
  const groups = [...Map.groupBy(all, ({ name }) => name)].flatMap(([name, rows]) =>
    name !== null && answersIn(rows) >= leastAnswers
      ? [{ name, n: answersIn(rows), profile: profileOf(rows) }]
      : [],
  );
  return {
    profile: n >= leastAnswers ? profileOf(all) : null,
    n,
    asked: all[0]?.asked ?? null,
    byDepartment: withoutRemainder(groups, n),
  };
}

type Counted = { item: Item; value: number; answers: number };

function answersIn(rows: readonly Counted[]): number {
  return rows.filter(({ item }) => item === 'O').reduce((sum, { answers }) => sum + answers, 0);
}

/** When all groups but a small one are shown, whoever subtracts knows the small one: then none is. */
function withoutRemainder<Group extends { n: number }>(
  groups: readonly Group[],
  all: number,
): readonly Group[] {
  const rest = all - groups.reduce((sum, { n }) => sum + n, 0);
  return rest > 0 && rest < leastAnswers
    ? groups
        .slice()
        .sort((a, b) => b.n - a.n)
        .slice(0, -1)
    : groups;
}

function profileOf(rows: readonly Counted[]): Profile {
  return Object.fromEntries(
    items.flatMap((item) => {
      const counts: Record<number, number> = {};
      for (const one of rows.filter((row) => row.item === item))
        counts[one.value] = (counts[one.value] ?? 0) + one.answers;
      const median = medianOf(counts);
      return median === undefined ? [] : [[item, median] as const];
    }),
  );
}
