import { sql } from 'kysely';
import { may, requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { checkActions } from './acting.ts';
import { checkWords, departmentOf, longestName, type Macro, type MacroScope } from './macro.ts';

export interface NewMacro {
  name: string;
  scope: MacroScope;
  words: Macro['words'];
  actions: Macro['actions'];
}

/**
 * Makes a text for oneself; for one's department or for everybody only with the right to approve answers, because
 * others send it in their name. Gives its public id.
 */
export async function makeMacro(ctx: Context, macro: NewMacro): Promise<string> {
  const employeeId = checkMaker(ctx, macro.scope);
  const now = ctx.clock.now();
  const id = publicId('ma', now.epochMilliseconds);
  await transact(ctx, null, async (ctx) => {
    await sql`
      insert into macro (public_id, name, scope, employee_id, department_id, words, actions, made_at, changed_at, changed_by)
      values (${id}, ${nameOf(macro)}, ${macro.scope}, ${employeeId},
        ${macro.scope === 'team' ? departmentOf(ctx) : null}, ${JSON.stringify(checkWords(macro.words))}::jsonb,
        ${JSON.stringify(await checkActions(ctx, macro.actions))}::jsonb, ${asDate(now)}, ${asDate(now)}, ${employeeId})`.execute(
      ctx.database,
    );
    await ctx.emit([{ verb: 'macro.made', subject: { kind: 'macro', id: null }, data: { macro: id } }]);
  });
  return id;
}

/** @throws Refusal `conflict.version` when somebody changed it meanwhile; `not-found.macro` */
export async function changeMacro(
  ctx: Context,
  id: string,
  { version, ...macro }: NewMacro & { version: number },
): Promise<void> {
  const employeeId = checkMaker(ctx, macro.scope);
  await transact(ctx, null, async (ctx) => {
    const now = await lockOwn(ctx, id);
    if (now.version !== version)
      throw new Refusal('conflict.version', { version: now.version, seen: version });
    await sql`
      update macro set name = ${nameOf(macro)}, scope = ${macro.scope},
        department_id = ${macro.scope === 'team' ? departmentOf(ctx) : null},
        words = ${JSON.stringify(checkWords(macro.words))}::jsonb,
        actions = ${JSON.stringify(await checkActions(ctx, macro.actions))}::jsonb,
        version = version + 1, changed_at = ${asDate(ctx.clock.now())}, changed_by = ${employeeId}
      where public_id = ${id}`.execute(ctx.database);
  });
}

/** Nobody finds it any more; what was written with it stays. */
export async function retireMacro(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    await lockOwn(ctx, id);
    await sql`update macro set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${employeeOf(ctx)}
      where public_id = ${id}`.execute(ctx.database);
  });
}

/** Who may change it: its maker, or who may make them for others. */
async function lockOwn(ctx: Context, id: string): Promise<{ version: number }> {
  requires(ctx.actor, 'conversation.answer');
  const found = await sql<{ version: number; employee: string; scope: MacroScope }>`
    select version, employee_id as employee, scope from macro where public_id = ${id} and ended_at is null for update`.execute(
    ctx.database,
  );
  const [macro] = found.rows;
  const isMine = macro?.employee === employeeOf(ctx);
  if (!macro || (macro.scope === 'own' && !isMine)) throw new Refusal('not-found.macro', { id });
  if (!isMine) requires(ctx.actor, 'conversation.approve');
  return macro;
}

function checkMaker(ctx: Context, scope: MacroScope): string {
  requires(ctx.actor, 'conversation.answer');
  const employeeId = employeeOf(ctx);
  if (employeeId === null) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  if (scope !== 'own' && !may(ctx.actor, 'conversation.approve'))
    throw new Refusal('forbidden.action', { action: 'conversation.approve' });
  if (scope === 'team' && departmentOf(ctx) === null) throw new Refusal('invalid.macro-team');
  return employeeId;
}

function nameOf({ name }: NewMacro): string {
  const trimmed = name.replaceAll('\0', '').trim().slice(0, longestName);
  if (trimmed === '') throw new Refusal('invalid.macro-empty');
  return trimmed;
}
