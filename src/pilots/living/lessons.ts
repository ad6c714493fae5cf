import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Area } from '../library/template.ts';
import type { State } from './life.ts';
import { lockPilot, type Pilot } from './pilot.ts';
import { employeeIn, requiresOwner } from './stepping.ts';

export interface Lesson {
  readonly publicId: string;
  readonly learned: string;
  readonly otherwise: string;
  /** What it is about: a subject, another organisation. */
  readonly tags: readonly string[];
  readonly at: Date;
  readonly by: string | null;
  readonly pilot: {
    readonly publicId: string;
    readonly title: string;
    readonly area: Area;
    readonly state: State;
  };
}

export interface NewLesson {
  readonly learned: string;
  readonly otherwise: string;
  readonly tags?: readonly string[];
}

/** At most eight, in lower case, each once. */
export function tagsOf(typed: string): string[] {
  const tags = typed.split(',').map((tag) => tag.trim().toLowerCase().slice(0, 40));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 8);
}

/** What was learned, and what one would do otherwise. @throws Refusal `invalid.lesson` */
export async function noteLesson(
  ctx: Context,
  pilot: Pick<Pilot, 'id'>,
  { learned, otherwise, tags = [] }: NewLesson,
): Promise<void> {
  if (learned.trim().length < 10) throw new Refusal('invalid.lesson');
  await ctx.database
    .insertInto('pilot_lesson')
    .values({
      public_id: publicId('ls', ctx.clock.now().epochMilliseconds),
      pilot_id: pilot.id,
      learned: learned.trim(),
      otherwise: otherwise.trim(),
      tags: [...tags],
      noted_at: asDate(ctx.clock.now()),
      noted_by: employeeIn(ctx),
    })
    .execute();
}

/** A lesson in the middle, while it is fresh. */
export async function learn(ctx: Context, id: string, lesson: NewLesson): Promise<void> {
  await transact(ctx, ctx.purpose, async (ctx) => {
    const pilot = await lockPilot(ctx, id);
    requiresOwner(ctx, pilot);
    await noteLesson(ctx, pilot, lesson);
    await ctx.emit([{ verb: 'pilot.learned', subject: { kind: 'pilot', id: pilot.id } }]);
  });
}

/** The cases of the house: of one pilot, or all that hold these words. */
export async function listLessons(
  ctx: Context,
  {
    pilotId = null,
    search = '',
    tag = null,
  }: { pilotId?: string | null; search?: string; tag?: string | null } = {},
): Promise<Lesson[]> {
  const like = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const found = await sql<{
    public_id: string;
    learned: string;
    otherwise: string;
    tags: string[];
    noted_at: Date;
    by: string | null;
    pilot: Lesson['pilot'];
  }>`
    select l.public_id, l.learned, l.otherwise, l.tags, l.noted_at, e.name as by,
      json_build_object('publicId', p.public_id, 'title', p.title, 'area', p.area, 'state', p.state) as pilot
    from pilot_lesson l join pilot p on p.id = l.pilot_id left join employee e on e.id = l.noted_by
    where (${pilotId}::bigint is null or l.pilot_id = ${pilotId}::bigint)
      and (${tag}::text is null or l.tags @> array[${tag}]::text[])
      and (l.learned ilike ${like} or l.otherwise ilike ${like} or p.title ilike ${like})
    order by l.id desc limit 100`.execute(ctx.database);
  return found.rows.map(({ public_id, noted_at, ...row }) => ({ ...row, publicId: public_id, at: noted_at }));
}

/** What cases are about, the most used first. */
export async function listTags(ctx: Context): Promise<{ tag: string; n: number }[]> {
  const found = await sql<{ tag: string; n: number }>`
    select t as tag, count(*)::int as n from pilot_lesson, unnest(tags) t group by t order by 2 desc, 1 limit 40`.execute(
    ctx.database,
  );
  return found.rows;
}
