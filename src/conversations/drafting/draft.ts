import { sql } from 'kysely';
import { personAgrees, personAllows } from '../../customers/using.ts';
import type { Outcome } from '../../listening/assisting/assistance.ts';
import type { Suspicion } from '../../listening/assisting/suspecting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { ModelPlace } from '../../platform/language-model/settings.ts';
import { employeeOf } from '../closing.ts';
import type { Unfit } from './judging.ts';

/** What a colleague must look at before anything of a draft goes out. */
export interface Marks {
  /** Sentences that bind the organisation to something. */
  readonly promises: readonly string[];
  /** Places that stayed open. */
  readonly gaps: number;
  /** The customer's messages look as if they were written to steer software. */
  readonly suspicions: readonly Suspicion[];
  readonly why?: Unfit;
}

export interface Draft {
  readonly id: string;
  /** null: nothing came of it, and `outcome` says why. */
  readonly text: string | null;
  readonly outcome: Outcome;
  readonly marks: Marks;
  readonly madeAt: Date;
  readonly model: string;
  readonly place: ModelPlace;
  readonly promptVersion: number;
}

/** Whether an answer can be prepared here, and the one that was. */
export interface Drafting {
  readonly model: string;
  readonly place: ModelPlace;
  /** The customer lets software read their messages. */
  readonly allowed: boolean;
  readonly draft: Draft | null;
}

const kept = { hours: 24 };

/**
 * For the composer of one conversation; null where there is no language model, and then nothing is asked of the
 * database. A draft that is older than what was said since, or that the customer no longer allows, is not there.
 */
export async function draftingOf(ctx: Context, conversationId: string): Promise<Drafting | null> {
  const { languageModel: model } = ctx;
  const employee = employeeOf(ctx);
  if (!model || employee === null) return null;
  return transact(ctx, 'ai_assist', async (ctx) => {
    const since = asDate(ctx.clock.now().subtract(kept));
    const person = sql`c.person_id`;
    const found = await sql<Omit<Draft, 'id'> & { id: string | null; allowed: boolean }>`
      select ${personAllows(person, 'ai_assist')}
          and ${model.place === 'outside' ? personAgrees(person, 'ai_assist') : sql`true`} as allowed,
        d.public_id as id, d.text, d.outcome, d.marks, d.made_at as "madeAt", a.model, a.place,
        a.prompt_version as "promptVersion"
      from conversation c
      left join reply_draft d on d.conversation_id = c.id and d.employee_id = ${employee} and d.made_at > ${since}
        and not exists (select from conversation_item i
          where i.conversation_id = c.id and i.seq > d.seq and i.kind <> 'note')
      left join assistance a on a.id = d.assistance_id
      where c.id = ${conversationId}`.execute(ctx.database);
    const [row] = found.rows;
    if (!row) return null;
    const { allowed, id, ...draft } = row;
    return {
      model: model.name,
      place: model.place,
      allowed,
      draft: allowed && id !== null ? { id, ...draft } : null,
    };
  });
}

/** The colleague has no use for what was prepared for them. */
export async function dropDraft(ctx: Context, publicId: string): Promise<void> {
  await transact(ctx, 'ai_assist', async (ctx) => {
    await sql`delete from reply_draft d using conversation c
      where c.id = d.conversation_id and c.public_id = ${publicId} and d.employee_id = ${employeeOf(ctx)}`.execute(
      ctx.database,
    );
  });
}

/** Drafts that nobody needs any more; what was asked, and what came of it, stays. */
export async function forgetDrafts(ctx: Context): Promise<void> {
  await transact(ctx, 'ai_assist', async (ctx) => {
    await sql`
      delete from reply_draft d where d.made_at <= ${asDate(ctx.clock.now().subtract(kept))}
        or not ${personAllows(sql`d.person_id`, 'ai_assist')}
        or exists (select from conversation_item i
          where i.conversation_id = d.conversation_id and i.seq > d.seq and i.kind <> 'note')`.execute(
      ctx.database,
    );
  });
}
