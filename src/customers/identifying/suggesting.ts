import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { shownAs } from '../shown.ts';
import { merge } from './merging.ts';
import { isMergeReason, type MergeReason, scoreOf, strongest } from './reason.ts';

/** More persons than this with one address or name say that it is shared (info@, Jan Jansen), not that they are one. */
const mostSharing = 5;

interface Pair {
  personId: string;
  otherId: string;
  reasons: string[];
}

/**
 * Looks for persons who may be one human, and keeps why. Of `among` against everybody; without it, of everybody. What a
 * colleague dismissed stays dismissed. Answers with how many pairs stand open. Harmless to do twice.
 */
export async function suggest(ctx: Context, among: readonly string[] | null = null): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Pair>`
      select s."personId", s."otherId", array_agg(distinct s.reason) as reasons from (
        select least(a, b) as "personId", greatest(a, b) as "otherId", reason from (${hints(among)}) h where a <> b) s
      left join person_shown x on x.person_id = s."personId" left join person_shown y on y.person_id = s."otherId"
      where coalesce(x.shown_id, s."personId") <> coalesce(y.shown_id, s."otherId")
        and ${doesNotRefuse(sql`s."personId"`)} and ${doesNotRefuse(sql`s."otherId"`)}
      group by 1, 2`.execute(ctx.database);
    await keep(ctx, found.rows);
    if (among === null) await forgetOthers(ctx, found.rows);
    return found.rows.length;
  });
}

/**
 * At once for newcomers of whom a record tells the mail address that somebody else writes from: that one may be them,
 * or somebody in their name. An address that many have says nothing. The rest is found at night.
 */
export async function suggestByMail(ctx: Context, newcomers: readonly string[]): Promise<void> {
  if (newcomers.length === 0) return;
  const found = await sql<Pair>`
    select least(t.a, t.b) as "personId", greatest(t.a, t.b) as "otherId", array['same_mail'] as reasons from (
      select r.person_id as a, i.person_id as b,
        dense_rank() over (partition by i.person_id order by r.person_id) as nth,
        (select count(*) from merge_suggestion s where i.person_id in (s.person_id, s.other_id)) as had
      from customer_record r join identity i on i.address_kind = 'mail' and i.address = r.mail
      where r.person_id = any(${newcomers}::bigint[]) and i.person_id <> r.person_id
        and ${doesNotRefuse(sql`i.person_id`)} and ${doesNotRefuse(sql`r.person_id`)}) t
    where t.nth + t.had < ${mostSharing} group by t.a, t.b`.execute(ctx.database);
  await keep(ctx, found.rows);
}

/**
 * Merges, without a colleague, those pairs that both proved to hold the same address; no other reason ever does this.
 * Answers with how many.
 */
export async function mergeProven(ctx: Context): Promise<number> {
  const pairs = await transact(ctx, 'service', (ctx) =>
    sql<{ person: string; other: string }>`
      select p.public_id as person, o.public_id as other from merge_suggestion s
      join person p on p.id = s.person_id join person o on o.id = s.other_id
      where s.dismissed_at is null and 'same_verified_address' = any(s.reasons)
        and ${shownAs(sql`p.id`)} <> ${shownAs(sql`o.id`)} order by s.id limit 1000`.execute(ctx.database),
  );
  let merged = 0;
  for (const { person, other } of pairs.rows) {
    try {
      await merge(ctx, { id: person, otherId: other, reasons: ['same_verified_address'] });
      merged += 1;
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return merged;
}

/** Every night: all pairs anew, and those that proved to be one. */
export async function suggestAll(ctx: Context): Promise<void> {
  await suggest(ctx);
  await mergeProven(ctx);
}

/** Whoever does not want to be recognised across channels is not compared with anybody. */
export function doesNotRefuse(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from permission d where d.person_id = ${person}
    and (d.purpose = 'link' and d.state <= 2 or d.purpose = 'service' and d.state = 0))`;
}

function hints(among: readonly string[] | null): RawBuilder<unknown> {
  const of = (column: RawBuilder<unknown>) =>
    among === null ? sql`true` : sql`${column} = any(${among}::bigint[])`;
  return sql`
    ${sameAddress(of)}
    union all ${named(of)}
    union all ${sameName(of)}`;
}

type Of = (column: RawBuilder<unknown>) => RawBuilder<unknown>;

/** Identities, and what records of other systems say of how to reach somebody. */
function sameAddress(of: Of): RawBuilder<unknown> {
  const contacts = sql`
    select person_id, address_kind as kind, address, proof = 'verified' as proven from identity where address is not null
    union select person_id, 'mail', mail, false from customer_record where mail is not null
    union select person_id, 'phone', phone, false from customer_record where phone is not null`;
  return sql`select * from (
    with contact as materialized (${contacts}), shared as materialized (
      select kind, address from contact group by 1, 2 having count(distinct person_id) between 2 and ${sql.lit(mostSharing)})
    select a.person_id as a, b.person_id as b,
      case when a.proven and b.proven then 'same_verified_address' when a.kind = 'mail' then 'same_mail'
        else 'same_phone' end as reason
    from shared join contact a using (kind, address) join contact b using (kind, address)
    where b.person_id <> a.person_id and ${of(sql`a.person_id`)}) by_address`;
}

/** Somebody named the customer number, order or invoice of somebody else. */
function named(of: Of): RawBuilder<unknown> {
  const from = (table: string, column: string, reason: MergeReason) => sql`
    select m.person_id as a, t.person_id as b, ${sql.lit(reason)} as reason from person_mention m
    join ${sql.table(table)} t on upper(t.${sql.ref(column)}) = m.value and t.person_id is not null
    where (${of(sql`m.person_id`)} or ${of(sql`t.person_id`)})`;
  return sql`
    ${from('customer_record', 'external_id', 'named_customer')} and m.kind = 'customer'
    union all ${from('customer_order', 'number', 'named_order')} and m.kind in ('order', 'parcel')
    union all ${from('invoice', 'number', 'named_invoice')} and m.kind = 'invoice'`;
}

/** One word is no name, and a name that many have says nothing. Look-alike letters are other letters. */
function sameName(of: Of): RawBuilder<unknown> {
  const names = sql`
    select p.id as person_id, folded(p.name) as name, r.postcode, folded(r.town) as town
    from person p left join customer_record r on r.person_id = p.id where p.name like '_% _%'`;
  return sql`select * from (
    with called as materialized (${names}), shared as materialized (
      select name from called group by 1 having count(distinct person_id) between 2 and ${sql.lit(mostSharing)})
    select a.person_id as a, b.person_id as b,
      case when a.postcode = b.postcode then 'same_name_postcode' when a.town = b.town then 'same_name_town'
        else 'same_name' end as reason
    from shared join called a using (name) join called b using (name)
    where b.person_id <> a.person_id and ${of(sql`a.person_id`)}) by_name`;
}

async function keep(ctx: Context, pairs: readonly Pair[]): Promise<void> {
  const at = ctx.clock.now();
  for (let from = 0; from < pairs.length; from += 5000) {
    const some = pairs.slice(from, from + 5000).map((pair) => ({
      ...pair,
      reasons: strongest(pair.reasons.filter(isMergeReason)),
    }));
    await sql`
      insert into merge_suggestion (public_id, person_id, other_id, reasons, score, found_at)
      select t.id, t.person, t.other, string_to_array(t.reasons, ','), t.score, ${asDate(at)}
      from unnest(${some.map(() => publicId('ms', at.epochMilliseconds))}::text[], ${some.map((p) => p.personId)}::bigint[],
        ${some.map((p) => p.otherId)}::bigint[], ${some.map((p) => p.reasons.join())}::text[],
        ${some.map((p) => scoreOf(p.reasons))}::smallint[]) as t (id, person, other, reasons, score)
      on conflict (person_id, other_id) do update set reasons = excluded.reasons, score = excluded.score
        where merge_suggestion.dismissed_at is null
          and (merge_suggestion.reasons, merge_suggestion.score) is distinct from (excluded.reasons, excluded.score)
    `.execute(ctx.database);
  }
}

/** What no longer holds goes, except what a colleague said about it. */
async function forgetOthers(ctx: Context, pairs: readonly Pair[]): Promise<void> {
  await sql`
    delete from merge_suggestion s where s.dismissed_at is null and not exists (
      select from unnest(${pairs.map((p) => p.personId)}::bigint[], ${pairs.map((p) => p.otherId)}::bigint[]) as t (a, b)
      where t.a = s.person_id and t.b = s.other_id)`.execute(ctx.database);
}
