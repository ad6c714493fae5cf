import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { decide, stateOf } from '../deciding.ts';
import { wishHeard } from '../events.ts';
import { membersOf } from '../locking.ts';
import { type Purpose, purposeKeys, ruleOf } from '../purpose.ts';
import { setTerm, termsOf } from '../terms/terming.ts';
import { type WishKind, wishesIn } from './wish.ts';

/** A message that came through the channel session of its writer: enough to take away, never to allow. */
const throughTheChannel = 1;

/** The purposes that somebody turns off in so many words; the others a colleague takes further. */
const objections: Partial<Record<WishKind, readonly Purpose[]>> = {
  'stop-offers': purposeKeys.filter((key) => ruleOf(key).marketing),
  'no-software': ['ai_assist'],
  'no-training': ['train'],
};

/** What came of a wish: it holds now, it held already, or a colleague has to take it further. */
export type WishOutcome = 'done' | 'already' | 'asked';

export interface HeardWish {
  id: string;
  kind: WishKind;
  sentence: string;
  outcome: WishOutcome;
  heardAt: Date;
  answeredAt: Date | null;
}

/**
 * Reads what a person asks about their own data in a message and does at once what takes something away. Harmless to do
 * twice. What needs a colleague, and what was done, is told as `wish.heard`.
 */
export async function heedMessage(
  ctx: Context,
  message: { id: string; personId: string; text: string },
): Promise<void> {
  for (const { kind, sentence } of wishesIn(message.text)) {
    const outcome = await carryOut(ctx, message.personId, { kind, sentence });
    const { rows } = await sql<{ id: string }>`
      insert into heard_wish (person_id, message_id, kind, sentence, outcome, heard_at)
      values (${message.personId}, ${message.id}, ${kind}, ${sentence.slice(0, 300)}, ${outcome},
        ${asDate(ctx.clock.now())})
      on conflict (message_id, kind) do nothing returning id`.execute(ctx.database);
    const [row] = rows;
    if (row)
      await ctx.emit([
        wishHeard(row.id, { kind, outcome, personId: message.personId, messageId: message.id }),
      ]);
  }
}

async function carryOut(
  ctx: Context,
  personId: string,
  { kind, sentence }: { kind: WishKind; sentence: string },
): Promise<WishOutcome> {
  const how = { strength: throughTheChannel, evidence: `“${sentence.slice(0, 300)}”` };
  if (kind === 'no-phone') {
    if ((await termsOf(ctx, personId)).noPhone) return 'already';
    await setTerm(ctx, personId, { key: 'no_phone', value: true, ...how });
    return 'done';
  }
  const purposes = objections[kind];
  if (!purposes) return 'asked';
  let outcome: WishOutcome = 'already';
  for (const purpose of purposes) {
    const state = await stateOf(ctx, personId, purpose);
    if (state === 'objected' || state === 'restricted') continue;
    await decide(ctx, personId, { purpose, act: 'object', ...how });
    outcome = 'done';
  }
  return outcome;
}

/** What a person asked in messages, newest first, over everybody who is the same person. */
export async function wishesOf(ctx: Context, personId: string, limit = 20): Promise<HeardWish[]> {
  const { rows } = await sql<HeardWish>`
    select id, kind, sentence, outcome, heard_at as "heardAt", answered_at as "answeredAt" from heard_wish
    where person_id = any(${await membersOf(ctx, [personId])}::bigint[]) order by id desc limit ${limit}`.execute(
    ctx.database,
  );
  return rows;
}

/** The person was told what came of what they asked. */
export async function wishesAnswered(ctx: Context, personId: string): Promise<void> {
  const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  await sql`
    update heard_wish set answered_at = ${asDate(ctx.clock.now())}, answered_by = ${by}
    where answered_at is null and person_id = any(${await membersOf(ctx, [personId])}::bigint[])`.execute(
    ctx.database,
  );
}
