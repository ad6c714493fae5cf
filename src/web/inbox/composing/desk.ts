import { redirect } from 'react-router';
import { z } from 'zod';
import { approve, reject } from '../../../conversations/approving/approving.ts';
import { requireOf } from '../../../conversations/belonging.ts';
import { reopen } from '../../../conversations/closing.ts';
import { claim, letGo } from '../../../conversations/composing/claiming.ts';
import { saveDraft } from '../../../conversations/composing/draft.ts';
import { modes } from '../../../conversations/composing/mode.ts';
import { undo } from '../../../conversations/composing/undoing.ts';
import { longestReply } from '../../../conversations/conversation.ts';
import { nameAsSource, offerToTell } from '../../../conversations/heard/offering.ts';
import { markExample } from '../../../conversations/macros/earlier-answers.ts';
import { actWith, insertMacro } from '../../../conversations/macros/using.ts';
import { lockConversation } from '../../../conversations/opened.ts';
import { may } from '../../../organisation/authority.ts';
import { type Context, transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { type FlashKey, flashCookie } from '../../preferences/flash.ts';
import { type Place, placed, placeOf } from '../place.ts';
import type { Route } from './+types/desk.ts';

const text = z
  .string()
  .max(longestReply * 2)
  .transform((typed) => typed.replaceAll('\r\n', '\n'));
const mode = z.enum(modes);
/** Sent by script only: answer with data. */
const quiet = z.string().optional();
const reply = z.string().max(60);

const schema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('save'), mode, text, revision: z.coerce.number().int().optional(), quiet }),
  z.object({ do: z.literal('claim'), over: z.string().optional(), quiet }),
  z.object({ do: z.literal('leave'), quiet }),
  z.object({ do: z.literal('insert'), mode, text, macro: z.string().max(60), quiet }),
  z.object({ do: z.literal('call'), mode, text, call: z.string().max(200) }),
  z.object({ do: z.literal('example'), message: z.string().max(60), off: z.string().optional() }),
  z.object({ do: z.enum(['source', 'tell']), change: z.string().max(60) }),
  z.object({ do: z.literal('undo'), reply }),
  z.object({ do: z.literal('approve'), reply, version: z.coerce.number().int(), final: text.optional() }),
  z.object({ do: z.literal('reject'), reply, reason: z.string().max(1000) }),
]);
type Given = z.infer<typeof schema>;

const flashes: Partial<Record<Given['do'], FlashKey>> = {
  save: 'draft-kept',
  undo: 'answer-undone',
  approve: 'answer-approved',
  source: 'kept',
  tell: 'told-laid-ready',
  reject: 'answer-rejected',
};

/** What script is told. */
export interface DeskAnswer {
  revision?: number;
  /** Who is writing, when that is somebody else. */
  writing?: string | null;
  refused?: string;
  /** A ready-made text, with what is known in its places; and that it proposes to finish the conversation. */
  text?: string;
  close?: boolean;
}

/** The small acts around writing: keep a draft, say that one is writing, take back, decide. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const given = form.value;
  const isQuiet = 'quiet' in given && given.quiet;
  try {
    const told = await perform(page.context, params.id, given);
    if (isQuiet) return Response.json(told);
  } catch (error) {
    if (isQuiet && isRefusal(error))
      return Response.json({ refused: error.code } satisfies DeskAnswer, { status: error.status });
    return refusedForm(error, form.given);
  }
  return back(params.id, placeOf(url.searchParams), given);
}

function back(id: string, place: Place, given: Given) {
  const flash = flashes[given.do];
  const where = placed.conversation(id, place);
  const isWriting = given.do === 'save' || given.do === 'insert' || given.do === 'call';
  return redirect(isWriting ? `${where}#${given.mode}` : where, {
    status: 303,
    ...(flash && { headers: { 'Set-Cookie': flashCookie(flash) } }),
  });
}

async function perform(ctx: Context, id: string, given: Given): Promise<DeskAnswer> {
  switch (given.do) {
    case 'save':
      return { revision: await saveDraft(ctx, id, given) };
    case 'claim': {
      const held = await claim(ctx, id, { over: Boolean(given.over) });
      const isMine = ctx.actor.kind === 'employee' && held?.employeeId === ctx.actor.employeeId;
      return { writing: isMine ? null : (held?.name ?? null) };
    }
    case 'leave':
      await letGo(ctx, id);
      return {};
    case 'insert': {
      if (given.quiet) {
        const { text, actions } = await insertMacro(ctx, id, { ...given, acting: true });
        return { text, close: actions.close ?? false };
      }
      await transact(ctx, 'service', async (ctx) => {
        // The draft first: what comes along may bring the conversation out of the writer's reach.
        const { text } = await insertMacro(ctx, id, given);
        const joined = given.text.trim() === '' ? text : `${given.text.trimEnd()}\n\n${text}`;
        await saveDraft(ctx, id, { mode: given.mode, text: joined });
        await actWith(ctx, id, given.macro);
      });
      return {};
    }
    case 'call':
      await saveDraft(ctx, id, {
        mode: given.mode,
        text: `${given.text.trimEnd()} @${given.call} `.trimStart(),
      });
      return {};
    case 'example':
      await markExample(ctx, id, { message: given.message, isExample: !given.off });
      return {};
    case 'source':
      await nameAsSource(ctx, id, given.change);
      return {};
    case 'tell':
      await offerToTell(ctx, id, given.change);
      return {};
    case 'undo':
      await takeBack(ctx, id, given.reply);
      return {};
    case 'approve':
      await requireOf(ctx, id, given);
      await approve(ctx, given.reply, { version: given.version, text: given.final });
      return {};
    case 'reject':
      await requireOf(ctx, id, given);
      await reject(ctx, given.reply, given.reason);
      return {};
  }
}

/** A conversation that was closed behind its answer has none now: the customer waits again, and so it opens again. */
async function takeBack(ctx: Context, id: string, reply: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    await requireOf(ctx, id, { reply });
    if ((await undo(ctx, reply)) !== 'undone') return;
    const { state, departmentId } = await lockConversation(ctx, id);
    if (state === 'done' && may(ctx.actor, 'conversation.close', departmentId)) await reopen(ctx, id);
  });
}

export const loader = ({ params, url }: Route.LoaderArgs) =>
  redirect(placed.conversation(params.id, placeOf(url.searchParams)));
