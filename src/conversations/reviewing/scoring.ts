import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItem, reviewer } from './item.ts';
import { differ, type Marks } from './rubric.ts';

/**
 * What somebody makes of an answer. Two look, apart from each other; nobody looks at their own.
 * @throws Refusal `forbidden.own-answer`, `conflict.looked-already`, `conflict.looked-twice`, `gone.answer`
 */
export async function score(ctx: Context, publicId: string, marks: Marks): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const me = reviewer(ctx);
    const item = await getItem(ctx, publicId, { lock: true });
    if (item.authorId === me) throw new Refusal('forbidden.own-answer');
    if (item.words === null) throw new Refusal('conflict.answer-gone');
    const looked = item.scores.filter(({ nth }) => nth > 0);
    if (looked.some(({ employeeId }) => employeeId === me)) throw new Refusal('conflict.looked-already');
    if (looked.length >= 2) throw new Refusal('conflict.looked-twice');
    await keep(ctx, { itemId: item.id, nth: looked.length + 1, me }, marks);
  });
}

/** One of the two writes to the other where they differ. @throws Refusal `forbidden.not-looked`, `invalid.text` */
export async function discuss(ctx: Context, publicId: string, text: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { me, itemId } = await oneOfTwo(ctx, publicId);
    const said = text.trim();
    if (said === '' || said.length > 2000) throw new Refusal('invalid.text');
    await sql`insert into quality_talk (item_id, employee_id, text, said_at)
      values (${itemId}, ${me}, ${said}, ${asDate(ctx.clock.now())})`.execute(ctx.database);
  });
}

/** What the two make of it after talking; either of them writes it down, once. @throws Refusal `conflict.agreed` */
export async function agree(ctx: Context, publicId: string, marks: Marks): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { me, itemId, agreed } = await oneOfTwo(ctx, publicId);
    if (agreed) throw new Refusal('conflict.agreed');
    await keep(ctx, { itemId, nth: 0, me }, marks);
  });
}

async function oneOfTwo(ctx: Context, publicId: string) {
  const me = reviewer(ctx);
  const item = await getItem(ctx, publicId, { lock: true });
  const looked = item.scores.filter(({ nth }) => nth > 0);
  const [one, other] = looked;
  if (
    !one ||
    !other ||
    !looked.some(({ employeeId }) => employeeId === me) ||
    !differ(one.marks, other.marks)
  )
    throw new Refusal('forbidden.not-looked');
  return { me, itemId: item.id, agreed: item.scores.some(({ nth }) => nth === 0) };
}

async function keep(
  ctx: Context,
  { itemId, nth, me }: { itemId: string; nth: number; me: string },
  { substance, voice, correctness, language, closure }: Marks,
): Promise<void> {
  await sql`
    insert into quality_score (item_id, nth, employee_id, substance, voice, correctness, language, closure, scored_at)
    values (${itemId}, ${nth}, ${me}, ${substance}, ${voice}, ${correctness}, ${language}, ${closure},
      ${asDate(ctx.clock.now())})`.execute(ctx.database);
}
