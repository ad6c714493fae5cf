import { type RawBuilder, sql } from 'kysely';
import { callNameOf } from '../../customers/call-name.ts';
import { may, requires } from '../../organisation/authority.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { signerOf } from '../composing/signing.ts';
import { lockConversation } from '../opened.ts';
import { doActions } from './acting.ts';
import { departmentOf, type Filling, filled, type Macro, wordsFor } from './macro.ts';

/** Texts that the actor can use: their own, those of their department, those of everybody. One statement. */
export async function listMacros(ctx: Context): Promise<Macro[]> {
  const me = employeeOf(ctx);
  const mayShare = may(ctx.actor, 'conversation.approve');
  const found = await sql<Omit<Macro, 'mayChange'> & { employee: string }>`
    select m.public_id as "publicId", m.name, m.scope, m.words, m.actions, m.version, m.uses, e.name as owner,
      d.name as department, m.employee_id as employee
    from macro m join employee e on e.id = m.employee_id left join department d on d.id = m.department_id
    where m.ended_at is null and ${usableBy(ctx)} order by lower(m.name), m.id limit 500`.execute(
    ctx.database,
  );
  return found.rows.map(({ employee, ...row }) => ({ ...row, mayChange: employee === me || mayShare }));
}

function usableBy(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(m.scope = 'all' or (m.scope = 'own' and m.employee_id = ${employeeOf(ctx)}::bigint)
    or (m.scope = 'team' and m.department_id = ${departmentOf(ctx)}::bigint))`;
}

/** A text as it goes into a composer. */
export interface Inserted {
  text: string;
  actions: Macro['actions'];
  /** What came along and could not be done. */
  left: readonly string[];
}

/**
 * Fills a text for a conversation, in the customer's language: their name as they want to be called, the writer's, the
 * organisation's. What nobody knows stays a place to be filled by hand. With `acting` what comes along is done too.
 * @throws Refusal `not-found.macro`
 */
export async function insertMacro(
  ctx: Context,
  conversation: string,
  { macro, locale, acting }: { macro: string; locale?: Locale | undefined; acting?: boolean },
): Promise<Inserted> {
  return transact(ctx, 'service', async (ctx) => {
    const { id, departmentId, personId, channel } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    const found = await sql<Pick<Macro, 'words' | 'actions' | 'name'>>`
      update macro m set uses = uses + 1 where m.public_id = ${macro} and m.ended_at is null and ${usableBy(ctx)}
      returning m.words, m.actions, m.name`.execute(ctx.database);
    const [row] = found.rows;
    if (!row) throw new Refusal('not-found.macro', { id: macro });
    const words = wordsFor(row.words, locale ?? (await localeOf(ctx, id)));
    const text = filled(words, await fillingFor(ctx, { personId, channel }));
    const left = acting ? await doActions(ctx, conversation, { ...row.actions, name: row.name }) : [];
    return { text, actions: row.actions, left };
  });
}

async function localeOf(ctx: Context, conversationId: string): Promise<Locale> {
  const found = await sql<{ language: string | null }>`
    select language from conversation where id = ${conversationId}`.execute(ctx.database);
  return found.rows[0]?.language === 'en' ? 'en' : 'nl';
}

async function fillingFor(
  ctx: Context,
  { personId, channel }: { personId: string | null; channel: string },
): Promise<Filling> {
  const signer = await signerOf(ctx);
  return {
    klant: await callNameOf(ctx, personId),
    naam: signer?.name ?? null,
    voornaam: signer?.firstName ?? null,
    afdeling: signer?.department ?? null,
    organisatie: signer?.organisation ?? (await getOrganisation(ctx)).name,
    kanaal: channel,
  };
}

/** Only what comes along with a text; the text itself is there already. */
export async function actWith(ctx: Context, conversation: string, macro: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const found = await sql<Pick<Macro, 'actions' | 'name'>>`
      select m.actions, m.name from macro m where m.public_id = ${macro} and m.ended_at is null
        and ${usableBy(ctx)}`.execute(ctx.database);
    const [row] = found.rows;
    if (row) await doActions(ctx, conversation, { ...row.actions, name: row.name });
  });
}
