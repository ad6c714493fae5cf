import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { foundRows, keptPlace, rowsPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';

/** Tables that hang on the decisions of one person, each before what it points to. */
const decided = [
  'item_use',
  'permission_category',
  'permission',
  'decision',
  'person_flag',
  'special_content',
  'heard_wish',
  'permission_group',
] as const;

/** What the person decided, and what follows from it. The journal keeps numbers, so that a restore stays right. */
const decisionPlace: Place = {
  name: 'decision',
  columns: [...decided, 'permission_join'].map((table) => `${table}.*`),
  mode: { kind: 'delete' },
  order: 85,
  file: 'decisions',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('id', d.id, 'purpose', d.purpose, 'act', d.act, 'category', d.category,
          'item', d.item_ref, 'until', d.expires_at, 'strength', d.strength, 'evidence', d.evidence,
          'contractVersion', d.contract_version, 'textHash', coalesce(d.text_hash, c.text_hash), 'at', d.at) as row
        from decision d left join contract c on c.version = d.contract_version
        where d.person_id = ${personId}::bigint order by d.id`,
    ),
  erase: async (ctx, personId) => {
    let gone = 0;
    // What holds for whoever was the same person may rest on a decision of this one; it goes on holding without it.
    const theirs = sql`decision_id in (select id from decision where person_id = ${personId}::bigint)`;
    await sql`update permission set decision_id = null where ${theirs}`.execute(ctx.database);
    await sql`delete from item_use where ${theirs}`.execute(ctx.database);
    for (const table of decided) {
      const done = await sql`delete from ${sql.table(table)} where person_id = ${personId}::bigint`.execute(
        ctx.database,
      );
      gone += Number(done.numAffectedRows ?? 0);
    }
    const joins = await sql`delete from permission_join
      where person_id = ${personId}::bigint or other_id = ${personId}::bigint`.execute(ctx.database);
    return gone + Number(joins.numAffectedRows ?? 0);
  },
};

/** What the person asked of us. */
const termPlace = rowsPlace({
  name: 'person_term',
  order: 85,
  file: 'terms',
  shown: sql`json_build_object('term', key, 'value', value, 'strength', strength, 'evidence', evidence, 'at', at)`,
  by: sql`id`,
});

/** The ledger: rows go, the hash of each stays, so that the chain still proves that nothing else was taken out. */
const ledgerPlace: Place = {
  name: 'data_use',
  columns: ['data_use.*'],
  mode: { kind: 'delete' },
  order: 84,
  file: 'uses',
  find: async (ctx, personId) => {
    const rows: unknown[] = [];
    for await (const row of streamUses(ctx, personId)) rows.push(row);
    return rows;
  },
  stream: streamUses,
  erase: async (ctx, personId) => {
    const done = await sql<{ n: string }>`select erase_uses(${personId}::bigint) as n`.execute(ctx.database);
    return Number(done.rows[0]?.n ?? 0);
  },
};

const step = 2000;

async function* streamUses(ctx: Context, personId: string): AsyncGenerator<unknown> {
  for (let after = '0'; ; ) {
    const found = await sql<{ id: string; row: unknown }>`
      select u.id, json_build_object('at', u.at, 'activity', u.activity, 'purpose', u.purpose, 'basis', u.basis,
        'effect', u.effect, 'contractVersion', u.contract_version, 'categories', u.categories, 'count', u.count,
        'by', coalesce(d.name, u.actor_kind), 'recipient', u.recipient,
        'reason', case when u.activity = 'customer.looked-up' then u.reference end) as row
      from data_use u left join department d on d.id = u.department_id
      where u.person_id = ${personId}::bigint and u.id > ${after}::bigint order by u.id limit ${step}`.execute(
      ctx.database,
    );
    for (const { row } of found.rows) yield row;
    const last = found.rows.at(-1);
    if (!last || found.rows.length < step) return;
    after = last.id;
  }
}

/** Requests stay as a count with their dates; what was asked, how we knew who asked, and who it was go. */
const requestPlace: Place = {
  name: 'privacy_request',
  columns: ['privacy_request.*', 'privacy_request_step.*'],
  mode: { kind: 'detach' },
  order: 86,
  file: 'requests',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('id', public_id, 'kind', kind, 'via', via, 'wish', wish, 'receivedAt', received_at,
          'dueAt', due_at, 'state', state, 'outcome', outcome, 'endedAt', ended_at) as row
        from privacy_request where person_id = ${personId}::bigint order by id`,
    ),
  erase: async (ctx, personId) => {
    await sql`update privacy_request_step s set note = null from privacy_request r
      where r.id = s.request_id and r.person_id = ${personId}::bigint`.execute(ctx.database);
    const done = await sql`
      update privacy_request set person_id = null, wish = null, proof = null,
        outcome = case when state = 'refused' then '' end
      where person_id = ${personId}::bigint`.execute(ctx.database);
    return Number(done.numAffectedRows ?? 0);
  },
};

/** Copies that were made for the person: the files go at once. */
const exportPlace: Place = {
  name: 'personal_export',
  columns: ['personal_export.*', 'file.exports'],
  mode: { kind: 'delete' },
  order: 20,
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('askedAt', asked_at, 'state', state, 'takenAt', taken_at) as row
        from personal_export where ${personId}::bigint = any(person_ids) order by id`,
    ),
  erase: async (ctx, personId) => {
    const found = await sql<{ path: string | null }>`
      delete from personal_export where ${personId}::bigint = any(person_ids) returning path`.execute(
      ctx.database,
    );
    for (const { path } of found.rows) if (path) await rm(path, { force: true });
    return found.rows.length;
  },
};

/** What they took back while a hold ran: for the claim only, and gone with the hold. */
const heldWordsPlace = rowsPlace({
  name: 'held_words',
  shown: sql`json_build_object('text', text, 'takenBackAt', taken_back_at)`,
  by: sql`message_id`,
});

/** A hold that runs stops the erasure before it comes here. */
const holdPlace: Place = {
  name: 'legal_hold',
  columns: ['legal_hold.*'],
  mode: { kind: 'delete' },
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('reason', reason, 'from', made_at, 'reviewOn', review_on, 'ended', ended_at) as row
        from legal_hold where person_id = ${personId}::bigint order by id`,
    ),
  erase: async (ctx, personId) => {
    const gone =
      await sql`delete from legal_hold where person_id = ${personId}::bigint and ended_at is not null`.execute(
        ctx.database,
      );
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** The erasure itself: its person is struck out when it ends, after this place; its certificate names nobody. */
const erasurePlace = keptPlace({
  name: 'erasure',
  columns: ['erasure.*'],
  reason: 'proof that it was done: dates, places and numbers, without who it was',
  until: 'the numbers of the person until the certificate; the certificate stays',
});

const incidentPlace = keptPlace({
  name: 'incident',
  columns: ['incident.*'],
  reason:
    'the law demands a register of breaches (GDPR art. 33(5)); it asks who was touched, and stores nobody',
  until: 'five years after the incident ended',
});

/** Outside the database: ids, purposes and salted hashes, so that a restore brings nobody back. */
const journalPlace = keptPlace({
  name: 'journal',
  columns: ['file.journal'],
  reason: 'numbers and salted hashes, needed to keep a backup from bringing somebody back',
  until: 'as long as the oldest backup is kept',
});

export const places: readonly Place[] = [
  exportPlace,
  heldWordsPlace,
  holdPlace,
  ledgerPlace,
  decisionPlace,
  termPlace,
  requestPlace,
  erasurePlace,
  incidentPlace,
  journalPlace,
];
