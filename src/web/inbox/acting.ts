import { redirect } from 'react-router';
import { z } from 'zod';
import { note } from '../../conversations/answering.ts';
import { requireOf } from '../../conversations/belonging.ts';
import { closeSeen, reopen } from '../../conversations/closing.ts';
import { noteStopped } from '../../conversations/composing/conflicting.ts';
import type { Mode } from '../../conversations/composing/mode.ts';
import type { Afterwards } from '../../conversations/composing/reply.ts';
import { send } from '../../conversations/composing/sending.ts';
import { longestReply } from '../../conversations/conversation.ts';
import { requireStanding } from '../../conversations/drafting/standing-for.ts';
import { type Moment, momentAt, moments } from '../../conversations/resting/snooze.ts';
import { reassign } from '../../conversations/routing/reassigning.ts';
import { confirm, correct } from '../../listening/learning/correcting.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context } from '../../platform/context.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { type FlashKey, flashCookie } from '../preferences/flash.ts';
import { type Place, placed } from './place.ts';

/** What an action of a conversation answers: it was done, or the form that must be shown again. */
export type ActAnswer = FormAnswer & {
  done?: Act;
  /** Of an answer or a note: on which paper it was written. */
  mode?: Mode;
};
export type Act = 'reply' | 'note' | 'close' | 'reopen' | 'assign' | 'judge';

// A browser without script posts line ends as two characters; the writer sees one.
const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1).max(longestReply));
const version = z.coerce.number().int().positive();
/** Sent by script only: answer with data, and leave the page where it is. */
const quiet = z.string().optional();

const schema = z.discriminatedUnion('act', [
  /** `standing`: the writer stands behind what software promised in it. */
  z.object({
    act: z.literal('reply'),
    text,
    version,
    standing: z.string().optional(),
    mode: z.enum(['public', 'private']).optional(),
    after: z.enum(['', 'done', ...moments]).optional(),
    /** Keys of house rules that were thought about, divided by commas. */
    accepted: z.string().max(300).optional(),
    why: z.string().max(1000).optional(),
    over: z.string().optional(),
    followUp: z.string().optional(),
    quiet,
  }),
  z.object({ act: z.literal('note'), text, quiet }),
  z.object({
    act: z.literal('close'),
    reason: z.enum(['answered', 'no_answer_needed']),
    version,
    next: z.string().max(60).optional(),
  }),
  z.object({ act: z.literal('reopen'), quiet }),
  z.object({
    act: z.literal('assign'),
    to: z.string().max(60),
    reason: z.string().max(2000).optional(),
    quiet,
  }),
  z
    .object({
      act: z.literal('judge'),
      message: z.string().max(60),
      head: z.string().max(40),
      /** What it should be, of one answer; without it, what stands there is right. */
      label: z.string().min(1).max(60).optional(),
      /** Of several answers what holds stands in fields `label.` with the key of the class. */
      several: z.string().optional(),
      /** What the page showed, divided by commas. */
      shown: z.string().max(2000).optional(),
      quiet,
    })
    .catchall(z.string()),
]);
type Given = z.infer<typeof schema>;

const flashes: Readonly<Record<Act, FlashKey>> = {
  reply: 'answer-written',
  note: 'note-written',
  close: 'conversation-closed',
  reopen: 'conversation-reopened',
  assign: 'conversation-assigned',
  judge: 'label-kept',
};

/** Does what one of the forms of a conversation asks. `act` names the form. */
export async function actOn(
  page: PageContext,
  request: Request,
  { id, place }: { id: string; place: Place },
) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const given = form.value;
  let flash: FlashKey;
  try {
    flash = (await perform(page, id, given)) ?? flashes[given.act];
  } catch (error) {
    return refusedForm(error, { ...form.given, ...(await whatRules(page.context, id, error)) });
  }
  if (given.act !== 'close' && given.quiet) return { done: given.act, ...modeOf(given) } satisfies ActAnswer;
  return redirect(whereTo(given, { id, place }), {
    status: 303,
    headers: { 'Set-Cookie': flashCookie(flash) },
  });
}

function modeOf(given: Given): { mode?: Mode } {
  if (given.act === 'note') return { mode: 'note' };
  return given.act === 'reply' && given.mode ? { mode: given.mode } : {};
}

/** Of an answer that house rules hold up: which, and where. It is written down, whatever the writer does next. */
async function whatRules(ctx: Context, id: string, error: unknown): Promise<Record<string, string>> {
  if (!isRefusal(error) || error.code !== 'conflict.house-rule') return {};
  const [stops, asks, found] = ['stops', 'asks', 'found'].map((name) => listIn(error.details[name]));
  await noteStopped(ctx, id, [...(stops ?? []), ...(asks ?? [])]);
  return {
    stops: (stops ?? []).join(','),
    asks: (asks ?? []).join(','),
    found: (found ?? []).join('\n'),
  };
}

function listIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Answers with the notice for the next page, where that is not the usual one of the act. */
async function perform(page: PageContext, id: string, given: Given): Promise<FlashKey | undefined> {
  const { context, session } = page;
  switch (given.act) {
    case 'reply':
      return reply(context, id, given);
    case 'note':
      await note(context, id, given.text);
      return;
    case 'close':
      await closeSeen(context, id, { reason: given.reason, version: given.version });
      return;
    case 'reopen':
      await reopen(context, id);
      return;
    case 'assign':
      await reassign(context, id, {
        to: given.to === 'me' ? (session?.employeeId ?? null) : given.to || null,
        reason: given.reason ?? '',
      });
      return;
    case 'judge':
      await judge(context, id, given);
      return;
  }
}

async function reply(ctx: Context, id: string, given: Extract<Given, { act: 'reply' }>): Promise<FlashKey> {
  if (!given.standing) await requireStanding(ctx, id, given.text);
  const { text, version, mode, accepted, why, over, followUp } = given;
  const handed = await send(ctx, id, {
    ...{ text, version, why, over: Boolean(over), followUp: Boolean(followUp) },
    audience: mode,
    // Whoever stands behind a promise has thought about it.
    accepted: [...(accepted?.split(',') ?? []), ...(given.standing ? ['promise'] : [])],
    afterwards: await afterwardsOf(ctx, given.after),
  });
  return handed.state === 'waiting' ? 'answer-waiting' : 'answer-held';
}

async function afterwardsOf(
  ctx: Context,
  after: '' | 'done' | Moment | undefined,
): Promise<Afterwards | undefined> {
  if (!after) return undefined;
  if (after === 'done') return { kind: 'done' };
  const { timezone } = await getOrganisation(ctx);
  return { kind: 'snooze', until: momentAt(after, ctx.clock.now(), timezone) };
}

async function judge(
  ctx: Context,
  id: string,
  { message, head, label, several, shown, ...fields }: Extract<Given, { act: 'judge' }>,
): Promise<void> {
  await requireOf(ctx, id, { message });
  const ticked = Object.keys(fields).flatMap((name) => (name.startsWith('label.') ? [name.slice(6)] : []));
  if (several) await correct(ctx, message, { head, labels: ticked });
  else if (label) await correct(ctx, message, { head, labels: [label] });
  else
    await confirm(ctx, message, {
      head,
      ...(shown === undefined ? {} : { shown: shown.split(',').filter(Boolean) }),
    });
}

/** After closing, the next one of the list is opened: the work goes on. */
function whereTo(given: Given, { id, place }: { id: string; place: Place }): string {
  if (given.act === 'close') return given.next ? placed.conversation(given.next, place) : placed.inbox(place);
  const here = placed.conversation(id, place);
  return given.act === 'reply' || given.act === 'note' ? `${here}#latest` : here;
}
