import { sql } from 'kysely';
import type { Outcome, Sent, Withheld } from '../../listening/assisting/assistance.ts';
import { assist, type Came } from '../../listening/assisting/assisting.ts';
import { isAboutHealth } from '../../listening/assisting/suggesting.ts';
import { requires } from '../../organisation/authority.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { LanguageModel, Question } from '../../platform/language-model/language-model.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { type LockedConversation, lockConversation } from '../opened.ts';
import { draftPrompt, draftQuestion, type SaidDraft } from './asking.ts';
import { type Case, readCase } from './case.ts';
import type { Marks } from './draft.ts';
import { type Against, judgeDraft } from './judging.ts';

/**
 * Has an answer prepared for the colleague who asks, and keeps it beside the conversation. It is text for their
 * composer: nothing is sent, and no state changes. What went wrong is kept as well, so that they see it.
 * @throws Refusal `not-found.language-model`, `not-found.conversation`, `forbidden.action`
 */
export async function prepareDraft(ctx: Context, conversationId: string): Promise<Outcome> {
  const model = ctx.languageModel;
  if (!model) throw new Refusal('not-found.language-model');
  const employeeId = employeeOf(ctx);
  if (employeeId === null) throw new Refusal('forbidden.action', { action: 'conversation.answer' });
  const conversation = await transact(ctx, 'service', async (ctx) => {
    const found = await lockConversation(ctx, conversationId);
    requires(ctx.actor, 'conversation.answer', found.departmentId);
    return found;
  });
  let against: Against | undefined;
  return assist<SaidDraft>(ctx, {
    assistance: {
      kind: 'draft',
      source: 'assistant',
      model: model.name,
      place: model.place,
      promptVersion: draftPrompt,
      personId: conversation.personId,
      reference: conversationId,
    },
    limits: model,
    prepare: async (ctx) => {
      const ready = await prepared(ctx, conversation, model);
      if ('withheld' in ready) return ready;
      against = ready.against;
      return { sent: ready.sent, ask: () => model.ask(ready.question) };
    },
    keep: (ctx, came) => keep(ctx, { conversation, employeeId, against }, came),
  });
}

interface Prepared {
  readonly question: Question<SaidDraft>;
  readonly against: Against;
  readonly sent: Sent;
}

async function prepared(
  ctx: Context,
  conversation: LockedConversation,
  model: LanguageModel,
): Promise<Prepared | { readonly withheld: Withheld }> {
  const about = await readCase(ctx, conversation);
  if (!about.lines.some(({ from }) => from === 'customer')) return { withheld: 'nothing-to-read' };
  if (model.place === 'outside' && isAboutHealth(about.plain)) return { withheld: 'special' };
  const { name: organisation } = await getOrganisation(ctx);
  const { audience } = conversation;
  const question = draftQuestion({ ...about, organisation, audience });
  const against: Against = { about, audience, organisation, instructions: question.instructions };
  return { question, against, sent: { hidden: about.redaction.counts(), suspicions: about.suspicions } };
}

interface For {
  conversation: LockedConversation;
  employeeId: string;
  against: Against | undefined;
}

async function keep(
  ctx: Context,
  { conversation, employeeId, against }: For,
  came: Came<SaidDraft>,
): Promise<Outcome> {
  const judged = came.value && against ? judgeDraft(came.value.text, against) : null;
  const outcome = judged && !judged.fit ? 'unfit' : came.outcome;
  const text = judged?.fit ? judged.text : null;
  const suspicions = suspicionsOf(against?.about);
  const marks: Marks = judged?.fit
    ? { promises: judged.promises, gaps: judged.gaps, suspicions }
    : { promises: [], gaps: 0, suspicions, ...(judged ? { why: judged.why } : {}) };
  const at = asDate(ctx.clock.now());
  await sql`
    insert into reply_draft (conversation_id, employee_id, assistance_id, person_id, public_id, text, outcome, marks,
      seq, made_at)
    values (${conversation.id}, ${employeeId}, ${came.assistanceId}, ${conversation.personId},
      ${publicId('dr', ctx.clock.now().epochMilliseconds)}, ${text}, ${outcome}, ${JSON.stringify(marks)}::jsonb,
      ${against?.about.seq ?? conversation.seq}, ${at})
    on conflict (conversation_id, employee_id) do update set assistance_id = excluded.assistance_id,
      person_id = excluded.person_id, public_id = excluded.public_id, text = excluded.text, outcome = excluded.outcome,
      marks = excluded.marks, seq = excluded.seq, made_at = excluded.made_at`.execute(ctx.database);
  return outcome;
}

function suspicionsOf(about: Case | undefined) {
  return about?.suspicions ?? [];
}
