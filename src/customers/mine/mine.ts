import { sql } from 'kysely';
import { type Context, type Locale, type PersonActor, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isLocale } from '../../platform/words.ts';
import { membersOf } from '../../privacy/locking.ts';
import type { Proof } from '../person.ts';

/** Somebody's own data: of the person, and of everybody we know to be the same one. */
export interface Mine {
  personId: string;
  /** All numbers under which they stand in our books. */
  members: string[];
  name: string | null;
  since: Date;
  identities: { network: string; handle: string | null; name: string | null; proof: Proof }[];
}

/** Whoever is in their own data; nobody else has any business here. @throws Refusal `sign-in.mine` */
export function selfOf(ctx: Context): PersonActor {
  if (ctx.actor.kind !== 'person') throw new Refusal('sign-in.mine');
  return ctx.actor;
}

/** Runs `read` over one's own data, under the duty to show it (GDPR art. 15): no permission can be in its way. */
export async function openMine<T>(ctx: Context, read: (ctx: Context, mine: Mine) => Promise<T>): Promise<T> {
  const { personId } = selfOf(ctx);
  return transact(ctx, 'legal', async (ctx) => {
    const members = await membersOf(ctx, [personId]);
    const found = await sql<Pick<Mine, 'name' | 'since'>>`
      select (select name from person where id = ${personId}) as name, min(created_at) as since
      from person where id = any(${members}::bigint[])`.execute(ctx.database);
    const person = found.rows[0];
    if (!person?.since) throw new Refusal('sign-in.mine');
    const identities = await sql<Mine['identities'][number]>`
      select network, handle, name, proof from identity where person_id = any(${members}::bigint[])
      order by id`.execute(ctx.database);
    return read(ctx, { ...person, personId, members, identities: identities.rows });
  });
}

/** The newest address that is proven to be theirs. */
export async function addressOf(ctx: Context, members: readonly string[]): Promise<string | undefined> {
  const found = await sql<{ address: string }>`
    select address from identity where person_id = any(${members}::bigint[]) and address_kind = 'mail'
      and proof in ('verified', 'confirmed') and address is not null order by id desc limit 1`.execute(
    ctx.database,
  );
  return found.rows[0]?.address;
}

/** The language they last used, for what we write to them. */
export async function localeOf(ctx: Context, personIds: readonly string[]): Promise<Locale> {
  if (ctx.actor.kind === 'person') return ctx.locale;
  const found = await ctx.database
    .selectFrom('person')
    .select('locale')
    .where('id', 'in', personIds)
    .where('locale', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return isLocale(found?.locale) ? found.locale : ctx.locale;
}

/** Since when they decide themselves, of somebody whom we treated as a minor until then; null for everybody else. */
export async function cameOfAge(ctx: Context, members: readonly string[]): Promise<Date | null> {
  const found = await sql<{ act: string; at: Date }>`
    select act, at from person_flag where person_id = any(${members}::bigint[]) and flag = 'minor'
    order by id desc limit 1`.execute(ctx.database);
  const [newest] = found.rows;
  return newest?.act === 'clear' ? newest.at : null;
}
