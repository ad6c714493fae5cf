import { redirect } from 'react-router';
import { z } from 'zod';
import { answer, note } from '../../conversations/answering.ts';
import { assign } from '../../conversations/assigning.ts';
import { close, reopen } from '../../conversations/closing.ts';
import { longestReply } from '../../conversations/conversation.ts';
import { requireStanding } from '../../conversations/drafting/standing-for.ts';
import { expectVersion } from '../../conversations/opened.ts';
import { confirm, correct } from '../../listening/learning/correcting.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { type FlashKey, flashCookie } from '../preferences/flash.ts';
import { type Place, placed } from './place.ts';

/** What an action of a conversation answers: it was done, or the form that must be shown again. */
export type ActAnswer = FormAnswer & { done?: Act };
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
  z.object({ act: z.literal('reply'), text, version, standing: z.string().optional(), quiet }),
  z.object({ act: z.literal('note'), text, quiet }),
  z.object({
    act: z.literal('close'),
    reason: z.enum(['answered', 'no_answer_needed']),
    version,
    next: z.string().max(60).optional(),
  }),
  z.object({ act: z.literal('reopen'), quiet }),
  z.object({ act: z.literal('assign'), to: z.string().max(60), quiet }),
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
  try {
    await perform(page, id, given);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  if (given.act !== 'close' && given.quiet) return { done: given.act } satisfies ActAnswer;
  return redirect(whereTo(given, { id, place }), {
    status: 303,
    headers: { 'Set-Cookie': flashCookie(flashes[given.act]) },
  });
}

async function perform({ context, session }: PageContext, id: string, given: Given): Promise<void> {
  switch (given.act) {
    case 'reply':
      if (!given.standing) await requireStanding(context, id, given.text);
      await answer(context, id, { text: given.text, version: given.version });
      return;
    case 'note':
      await note(context, id, given.text);
      return;
    case 'close':
      return transact(context, 'service', async (ctx) => {
        // A customer who wrote in between is not put away unread.
        await expectVersion(ctx, id, given.version);
        await close(ctx, id, given.reason);
      });
    case 'reopen':
      return reopen(context, id);
    case 'assign':
      return assign(context, id, given.to === 'me' ? (session?.employeeId ?? null) : given.to || null);
    case 'judge':
      await judge(context, given);
      return;
  }
}

async function judge(
  ctx: Context,
  { message, head, label, several, shown, ...fields }: Extract<Given, { act: 'judge' }>,
): Promise<void> {
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
