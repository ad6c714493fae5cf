import { sql } from 'kysely';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { grantsCovering } from '../../pilots/granting.ts';
import { actAs, type Context } from '../../platform/context.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { type Deed, doTogether } from '../acting/doing.ts';
import { note } from '../answering.ts';
import { draftsOf, saveDraft } from '../composing/draft.ts';
import { modesOf } from '../composing/mode.ts';
import { send } from '../composing/sending.ts';
import { insertMacro } from '../macros/using.ts';
import { sendingOn } from '../mandated.ts';
import { queueForRule } from '../webhooks/queueing.ts';
import { actingAs } from './happening.ts';
import type { Case } from './knowing.ts';
import { notify } from './notifying.ts';
import { type Act, type ActKind, actsInOrder, type MacroHow, type Rule } from './rule.ts';

/** What became of one action. `nothing`: it stood so already, or there was nobody to do it for. */
export interface Done {
  kind: ActKind;
  outcome: 'done' | 'nothing' | 'refused' | 'failed';
  /** Of a refusal, its code; of a failure, what kind of error it was. */
  code?: string;
}

/** A rule that holds for a conversation. */
export interface Run {
  id: string;
  rule: Rule;
  found: Case;
}

/**
 * Does all that a rule says, each action for itself: one that is refused or fails stops no other. Everything goes
 * through the acts of colleagues, as the rule, and so under the same contract and within the same bounds.
 */
export async function perform(ctx: Context, run: Run): Promise<Done[]> {
  const done: Done[] = [];
  for (const act of actsInOrder(run.rule)) done.push(await alone(ctx, run, act));
  return done;
}

async function alone(ctx: Context, run: Run, act: Act): Promise<Done> {
  const { kind } = act;
  await sql`savepoint rule_act`.execute(ctx.database);
  try {
    const outcome = (await once(ctx, run, act)) ? 'done' : 'nothing';
    await sql`release savepoint rule_act`.execute(ctx.database);
    return { kind, outcome };
  } catch (error) {
    await sql`rollback to savepoint rule_act`.execute(ctx.database);
    if (isRefusal(error)) return { kind, outcome: 'refused', code: error.code };
    return { kind, outcome: 'failed', code: error instanceof Error ? error.name : 'Error' };
  }
}

/** Whether anything was done. */
async function once(ctx: Context, run: Run, act: Act): Promise<boolean> {
  const { publicId } = run.found;
  switch (act.kind) {
    case 'note':
      await note(asRule(ctx, run.rule), publicId, act.text);
      return true;
    case 'macro':
      return answerWith(ctx, run, act);
    case 'notify':
      return notify(ctx, run, act.employee);
    case 'webhook':
      await queueForRule(ctx, act.endpoint, { rule: run.rule.name, conversation: publicId });
      return true;
    default:
      return (await doTogether(ctx, [publicId], deedOf(ctx, run.rule, act))) !== undefined;
  }
}

type DeedAct = Exclude<Act, { kind: 'note' | 'macro' | 'notify' | 'webhook' }>;

function deedOf(ctx: Context, rule: Rule, act: DeedAct): Deed {
  if (act.kind === 'queue') return { ...act, reason: rule.name };
  if (act.kind === 'snooze')
    return { kind: 'snooze', at: ctx.clock.now().add({ hours: act.hours }), piece: null };
  return act;
}

/** Words of a rule carry its name; what follows from them is no chain, because no rule hears of a note. */
function asRule(ctx: Context, { name }: Rule): Context {
  return actingAs(ctx, name);
}

interface Answering {
  macro: string;
  how: MacroHow;
}

async function answerWith(ctx: Context, run: Run, { macro, how }: Answering): Promise<boolean> {
  if (how === 'draft') return prepare(ctx, run, macro);
  const rule = asRule(ctx, run.rule);
  const { text } = await insertMacro(rule, run.found.publicId, { macro });
  const alone = how === 'send' && (await maySendAlone(ctx, run.found));
  if (alone) await send(rule, run.found.publicId, { text });
  else {
    const because = [{ kind: 'rule' as const, of: run.rule.name }];
    await send(rule, run.found.publicId, { text, hold: false, need: { needs: 'always', because } });
  }
  return true;
}

/** Only where a pilot says that answers here go without approval. What a fresh installation may do is not enough. */
async function maySendAlone(ctx: Context, { id, channel }: Case): Promise<boolean> {
  const { right: _, ...facts } = sendingOn(ctx, { id, channel });
  const grants = await grantsCovering(ctx, ['inbox.empower'], facts);
  return grants.some(({ basis, scope }) => basis === 'pilot' && scope.approval === 'none');
}

/** A draft for who has it, as if they had put the text there. Over what they are writing nothing is laid. */
async function prepare(ctx: Context, { found }: Run, macro: string): Promise<boolean> {
  const holder = await sql<{ id: string; audience: string }>`
    select a.employee_id as id, k.audience from conversation c join channel_account k on k.id = c.channel_account_id
    join assignment a on a.conversation_id = c.id and a.ended_at is null where c.id = ${found.id}`.execute(
    ctx.database,
  );
  const [row] = holder.rows;
  if (!row) throw new Refusal('conflict.rule-nobody', { id: found.publicId });
  const theirs = actAs(ctx, await getEmployeeActor(ctx, row.id));
  const [mode = 'private'] = modesOf(row.audience);
  const { drafts } = await draftsOf(theirs, found.id);
  if (drafts.some((one) => one.mode === mode)) return false;
  const { text } = await insertMacro(theirs, found.publicId, { macro });
  await saveDraft(theirs, found.publicId, { mode, text, revision: 0 });
  return true;
}
