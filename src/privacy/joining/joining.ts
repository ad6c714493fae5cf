import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Category } from '../category.ts';
import { getContract } from '../contract.ts';
import { type Change, effectiveOf, settle } from '../effective.ts';
import { permissionDecided } from '../events.ts';
import type { Entry } from '../history.ts';
import { keepInJournal, rememberInJournal } from '../journal/journal.ts';
import { lockForGroups } from '../locking.ts';
import { logOf } from '../log.ts';
import { rank, type State } from '../permission.ts';
import { type Purpose, purposeKeys, ruleOf } from '../purpose.ts';
import { endTogether } from './together.ts';

/**
 * Two persons are one: from now on the strictest of both holds for both, whatever either decided. To be called in the
 * transaction that writes the alias. Harmless to do twice.
 */
export async function joinPermissions(ctx: Context, personId: string, otherId: string): Promise<void> {
  if (personId === otherId) return;
  const members = await lockForGroups(ctx, [personId, otherId]);
  const at = asDate(ctx.clock.now());
  await sql`
    insert into permission_join (person_id, other_id, joined_at) values (${personId}, ${otherId}, ${at})
    on conflict (person_id, other_id) do update set joined_at = excluded.joined_at, parted_at = null
      where permission_join.parted_at is not null`.execute(ctx.database);
  await regroup(ctx, members);
  const changes = await settle(ctx, members);
  rememberInJournal(ctx, { kind: 'join', id: `${personId}+${otherId}`, row: { personId, otherId, at } });
  await tell(ctx, 'join', changes);
}

/**
 * They are not one after all. Nobody gets back what they had: each side keeps the strictest that held, until it is
 * asked again.
 */
export async function partPermissions(ctx: Context, personId: string, otherId: string): Promise<void> {
  const members = await lockForGroups(ctx, [personId, otherId]);
  const at = asDate(ctx.clock.now());
  const parted = await sql`
    update permission_join set parted_at = ${at} where parted_at is null
      and (person_id = ${personId} and other_id = ${otherId} or person_id = ${otherId} and other_id = ${personId})`.execute(
    ctx.database,
  );
  if (!parted.numAffectedRows) return;
  await carryOver(ctx, members);
  await endAnswers(ctx, members);
  await endTogether(ctx, members);
  const sides = await regroup(ctx, members);
  const changes: Change[] = [];
  for (const side of sides) changes.push(...(await settle(ctx, side)));
  rememberInJournal(ctx, { kind: 'part', id: `${personId}+${otherId}`, row: { personId, otherId, at } });
  await tell(ctx, 'part', changes);
}

/** Writes what held for all of them into the log of each, part by part, so that it no longer depends on the others. */
async function carryOver(ctx: Context, members: readonly string[]): Promise<void> {
  const log = await logOf(ctx, members);
  const kept = heldTogether(members.map((id) => log.get(id) ?? []));
  const { version } = await getContract(ctx);
  const at = asDate(ctx.clock.now());
  for (const person_id of kept.length > 0 ? members : []) {
    const written = await ctx.database
      .insertInto('decision')
      .values(
        kept.map(({ purpose, category, state }) => ({
          ...{ person_id, purpose, category, act: 'carry', carried: rank(state), strength: 0 },
          contract_version: version,
          at,
        })),
      )
      .returning('id')
      .execute();
    for (const { id } of written) await keepInJournal(ctx, 'decision', id);
  }
}

/** What one of them said yes to and another took back stays taken back, also when they turn out to be two. */
async function endAnswers(ctx: Context, members: readonly string[]): Promise<void> {
  const { version } = await getContract(ctx);
  const aged = purposeKeys.filter((key) => ruleOf(key).minimumAge !== undefined);
  const { rows } = await sql<{ id: string }>`
    insert into decision (person_id, purpose, act, strength, item_ref, contract_version, at)
    select distinct d.person_id, d.purpose, 'withdraw', 0, d.item_ref, ${version}::int,
      ${asDate(ctx.clock.now())}::timestamptz
    from decision d
    where d.person_id = any(${members}::bigint[]) and d.act = 'give' and d.item_ref is not null
      and (exists (select from decision w where w.person_id = any(${members}::bigint[])
          and w.person_id <> d.person_id and w.purpose = d.purpose and w.id > d.id
          and (w.act = 'withdraw' and w.item_ref = d.item_ref
            or w.act in ('decline', 'withdraw', 'object', 'restrict') and w.item_ref is null and w.category is null))
        or d.purpose = any(${aged}::text[]) and exists (select from person_flag f
          where f.person_id = any(${members}::bigint[]) and f.person_id <> d.person_id
            and (f.id > d.id or not d.guardian)))
    returning id`.execute(ctx.database);
  for (const { id } of rows) await keepInJournal(ctx, 'decision', id);
}

/** All that holds for people together and is less than allowed; also that one of them was never asked. */
export function heldTogether(
  logs: readonly (readonly Entry[])[],
): { purpose: Purpose; category: Category | null; state: State }[] {
  return [...effectiveOf(logs)].flatMap(([purpose, { parts, categories }]) =>
    [
      ...parts.map((state) => ({ purpose, category: null, state })),
      ...[...categories].map(([category, state]) => ({ purpose, category, state })),
    ].filter(({ state }) => state !== 'allowed'),
  );
}

/** Writes anew who is tied to whom, along the joins that stand. Answers with each group, also those of one person. */
async function regroup(ctx: Context, members: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ person_id: string; other_id: string }>`
    select person_id, other_id from permission_join where parted_at is null
      and (person_id = any(${members}::bigint[]) or other_id = any(${members}::bigint[]))`.execute(
    ctx.database,
  );
  const groups = groupsAlong(members, rows);
  await sql`delete from permission_group where person_id = any(${members}::bigint[])`.execute(ctx.database);
  const tied = groups.filter((group) => group.length > 1);
  const pairs = tied.flatMap((group) => group.map((id) => ({ id, group: group[0] ?? id })));
  if (pairs.length > 0) {
    await sql`insert into permission_group (person_id, group_id)
      select * from unnest(${pairs.map((one) => one.id)}::bigint[], ${pairs.map((one) => one.group)}::bigint[])`.execute(
      ctx.database,
    );
  }
  return groups;
}

/** Puts back which persons are one, as the journal tells it; what holds for them is made anew afterwards. */
export async function restoreJoins(
  ctx: Context,
  joins: readonly { personId: string; otherId: string; at: string; parted: boolean }[],
): Promise<void> {
  for (const { personId, otherId, at, parted } of joins) {
    await sql`
      insert into permission_join (person_id, other_id, joined_at, parted_at)
      values (${personId}, ${otherId}, ${at}, ${parted ? at : null})
      on conflict (person_id, other_id) do update set parted_at = excluded.parted_at`.execute(ctx.database);
    // They may have been tied the other way round before.
    await sql`update permission_join set parted_at = ${at} where ${parted} and parted_at is null
      and person_id = ${otherId} and other_id = ${personId}`.execute(ctx.database);
    await regroup(ctx, await lockForGroups(ctx, [personId, otherId]));
  }
}

/** The groups that the joins make of `members`, each in rising order. */
export function groupsAlong(
  members: readonly string[],
  joins: readonly { person_id: string; other_id: string }[],
): string[][] {
  const groupOf = new Map(members.map((id) => [id, [id]]));
  for (const { person_id, other_id } of joins) {
    const [one, other] = [groupOf.get(person_id) ?? [person_id], groupOf.get(other_id) ?? [other_id]];
    if (one === other) continue;
    const together = [...one, ...other];
    for (const id of together) groupOf.set(id, together);
  }
  const groups = new Set(groupOf.values());
  return [...groups].map((group) => group.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)));
}

async function tell(ctx: Context, act: 'join' | 'part', changes: readonly Change[]): Promise<void> {
  await ctx.emit(
    changes.map(({ personId, purpose, state }) => permissionDecided(personId, { purpose, act, state })),
  );
}
