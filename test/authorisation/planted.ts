import { sql } from 'kysely';
import { checkKeys } from '../../src/conversations/composing/check.ts';
import { send } from '../../src/conversations/composing/sending.ts';
import { handOver } from '../../src/conversations/handing-over/handing-over.ts';
import { tell } from '../../src/conversations/notifying/telling.ts';
import { followUp } from '../../src/customers/keeping/following-up.ts';
import { writeNote } from '../../src/customers/keeping/noting.ts';
import { refreshQuality } from '../../src/customers/quality.ts';
import { type Context, transact } from '../../src/platform/context.ts';
import { decide } from '../../src/privacy/deciding.ts';
import type { Act } from '../../src/privacy/permission.ts';
import { type Purpose, purposeKeys, ruleOf } from '../../src/privacy/purpose.ts';
import { say } from '../../src/web/inbox/fixtures/saying.ts';

/** Long enough ago to count in the figures about answering, in minutes. */
const threeDays = 3 * 24 * 60;

export interface Planted {
  id: string;
  publicId: string;
  /** Somebody beside them whom nobody can reach; says the same. */
  bareId: string;
  conversation: string;
  /** What stands nowhere but where this person is shown. */
  words: readonly string[];
}

/**
 * Somebody who asked something, must be called back, stands in the books of another system, may be somebody else too,
 * and said yes to everything that one can say yes to in general.
 */
export async function plantPerson(ctx: Context, colleague: Context, mark: string): Promise<Planted> {
  const words = [`vogel${mark}q`, `kwetter${mark}q`, `belle${mark}q`, `notitie${mark}q`, `kaal${mark}q`];
  const [name = '', said = '', call = '', note = '', bare = ''] = words;
  const [conversation = ''] = await say(ctx, [
    { author: name, text: `@waterkracht waarom doet ${said} het niet?`, ago: threeDays },
  ]);
  const { id, publicId, bareId } = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string; publicId: string }>`
      update person p set relation = 'customer' from identity i
      where i.person_id = p.id and i.external_id = ${name} returning p.id, p.public_id as "publicId"`.execute(
      ctx.database,
    );
    const person = found.rows[0] ?? { id: '', publicId: '' };
    await sql`
      insert into customer_record (person_id, source, external_id, name, refreshed_at, changed_at)
      values (${person.id}, 'crm', ${mark}, ${name}, now(), now())`.execute(ctx.database);
    await sql`
      with other as (insert into person (public_id, name, created_at) values (${`pe_other${mark}`}, ${'Iemand anders'}, now())
        returning id)
      insert into merge_suggestion (public_id, person_id, other_id, reasons, score, found_at)
      select ${`ms_${mark}`}, ${person.id}, id, '{same_name}', 99, now() from other`.execute(ctx.database);
    const unreachable = await sql<{ id: string }>`
      insert into person (public_id, name, relation, created_at)
      values (${`pe_bare${mark}`}, ${bare}, 'customer', now()) returning id`.execute(ctx.database);
    const bareId = unreachable.rows[0]?.id ?? '';
    for (const purpose of purposeKeys.filter((one) => ruleOf(one).basis === 'consent' && !ruleOf(one).items))
      for (const one of [person.id, bareId]) await decide(ctx, one, { purpose, act: 'give', strength: 3 });
    return { ...person, bareId };
  });
  await followUp(colleague, publicId, { text: call, dueOn: '2026-12-01' });
  await writeNote(colleague, publicId, note);
  return { id, publicId, bareId, conversation, words };
}

/**
 * What is asked about them in another department, and an answer to them that waits for a second person; what is wrong
 * in their data is counted. Asks that every answer waits (`ruling.ts`).
 */
export async function plantWork(colleague: Context, { conversation, words }: Planted): Promise<void> {
  const said = words[1] ?? '';
  await handOver(colleague, conversation, { department: 'klantenservice', question: `Wat is ${said}?` });
  const text = `Dag, we zoeken het voor u uit: ${said}. Groet van Ravi`;
  const looker = colleague.actor.kind === 'employee' ? colleague.actor.employeeId : null;
  await transact(colleague, 'service', (ctx) =>
    sql`insert into customer_look (person_id, employee_id, day, reason, words, at)
      select c.person_id, ${looker}::bigint, ${ctx.clock.now().toString().slice(0, 10)}::date, 'other', ${said}, now()
      from conversation c where c.public_id = ${conversation} on conflict do nothing`.execute(ctx.database),
  );
  await send(colleague, conversation, { text, accepted: checkKeys, why: 'dit is een proef' });
  await refreshQuality(colleague);
  await tellOf(colleague, conversation);
}

/** Whoever acts was told something about it. */
async function tellOf(ctx: Context, conversation: string): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') return;
  await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{
      id: string;
    }>`select id from conversation where public_id = ${conversation}`.execute(ctx.database);
    const id = found.rows[0]?.id ?? '';
    await tell(ctx, [
      { employeeId: actor.employeeId, kind: 'replied', conversationId: id, by: null, cause: `planted:${id}` },
    ]);
  });
}

/** Everything that a person can do to say no, purpose by purpose. */
export function everyNo(): { purpose: Purpose; act: Act }[] {
  return purposeKeys.flatMap((purpose) => {
    const { objectable, basis, items } = ruleOf(purpose);
    const acts: Act[] = [
      ...(purpose === 'legal' ? [] : (['restrict'] as const)),
      ...(objectable ? (['object'] as const) : []),
      ...(basis === 'consent' && !items ? (['withdraw'] as const) : []),
    ];
    return acts.map((act) => ({ purpose, act }));
  });
}
