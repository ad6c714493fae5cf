import { z } from 'zod';
import { requireOwnWords } from '../../conversations/showing/own-words.ts';
import { markWritten } from '../../conversations/showing/written.ts';
import { readMoney } from '../../customers/commerce/money.ts';
import { promise, settlePromise } from '../../customers/commerce/promising.ts';
import { contactFields } from '../../customers/correcting/contact.ts';
import { correct } from '../../customers/correcting/correcting.ts';
import { getPerson } from '../../customers/customer.ts';
import { merge, part } from '../../customers/identifying/merging.ts';
import { claim, prove } from '../../customers/identifying/proving.ts';
import { isMergeReason } from '../../customers/identifying/reason.ts';
import { dismiss } from '../../customers/identifying/suggestions.ts';
import { setAttribute } from '../../customers/keeping/attributes.ts';
import { followUp, longestFollowUp, settleFollowUp } from '../../customers/keeping/following-up.ts';
import { treatAsMinor } from '../../customers/keeping/minor.ts';
import { changeNote, longestNote, removeNote, writeNote } from '../../customers/keeping/noting.ts';
import { relate } from '../../customers/keeping/relating.ts';
import { requireTheirs } from '../../customers/keeping/theirs.ts';
import { recordObjection } from '../../customers/objecting.ts';
import { relations } from '../../customers/person.ts';
import { type Action, requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { purposeKeys, purposes } from '../../privacy/purpose.ts';
import { correctionOf, toCorrection } from './correction-schema.ts';

const id = z.string().max(80);
const words = (longest: number) => z.string().trim().min(1).max(longest);
const why = z.string().trim().min(5).max(1000);
const day = z.iso.date();

/** An act of the page: who may do it, what it needs, and what it calls. */
interface Act<T> {
  action: Action;
  schema: z.ZodType<T>;
  run(ctx: Context, personId: string, given: T): Promise<unknown>;
}

/** Fits one schema to its own act; the table below holds acts of many shapes. */
function act<T>(one: Act<T>): Act<unknown> {
  return one as unknown as Act<unknown>;
}

/** Does it when what the form names belongs to whose page it stands on. */
function theirs(
  ctx: Context,
  { person, ...what }: { person: string } & Parameters<typeof requireTheirs>[2],
  act: (ctx: Context) => Promise<unknown>,
): Promise<unknown> {
  return transact(ctx, 'service', async (ctx) => {
    await requireTheirs(ctx, person, what);
    return act(ctx);
  });
}

const acts: Readonly<Record<string, Act<unknown>>> = {
  object: act({
    action: 'customer.read',
    schema: z.object({
      purpose: z.enum(purposeKeys.filter((purpose) => purposes[purpose].objectable)),
      evidence: z.string().trim().min(10).max(1000),
    }),
    run: recordObjection,
  }),
  note: act({
    action: 'customer.change',
    schema: z.object({ text: words(longestNote) }),
    run: (ctx, person, { text }) => writeNote(ctx, person, text),
  }),
  'note-change': act({
    action: 'customer.change',
    schema: z.object({ note: id, text: words(longestNote) }),
    run: (ctx, person, { note, text }) => changeNote(ctx, { id: person, note }, text),
  }),
  'note-remove': act({
    action: 'customer.change',
    schema: z.object({ note: id }),
    run: (ctx, person, { note }) => removeNote(ctx, { id: person, note }),
  }),
  'follow-up': act({
    action: 'customer.change',
    schema: z.object({ text: words(longestFollowUp), dueOn: day, assignee: id.optional() }),
    run: (ctx, person, { text, dueOn, assignee }) =>
      followUp(ctx, person, { text, dueOn, assignee: assignee || null }),
  }),
  'follow-up-done': act({
    action: 'customer.change',
    schema: z.object({ followUp: id }),
    run: (ctx, person, { followUp: id }) =>
      theirs(ctx, { person, kind: 'follow-up', id }, (ctx) => settleFollowUp(ctx, id, true)),
  }),
  'follow-up-again': act({
    action: 'customer.change',
    schema: z.object({ followUp: id }),
    run: (ctx, person, { followUp: id }) =>
      theirs(ctx, { person, kind: 'follow-up', id }, (ctx) => settleFollowUp(ctx, id, false)),
  }),
  attribute: act({
    action: 'customer.change',
    schema: z.object({ key: id, value: z.string().max(500) }),
    run: setAttribute,
  }),
  relation: act({
    action: 'customer.change',
    schema: z.object({ relation: z.enum(relations) }),
    run: (ctx, person, { relation }) => relate(ctx, person, relation),
  }),
  promise: act({
    action: 'customer.change',
    schema: z.object({
      what: words(1000),
      dueOn: day,
      amount: z
        .string()
        .trim()
        .optional()
        .refine((text) => !text || (readMoney(text, 'EUR') ?? -1) >= 0)
        .transform((text) => (text ? readMoney(text, 'EUR') : null)),
      message: id.optional(),
    }),
    run: (ctx, person, { what, dueOn, amount, message }) =>
      transact(ctx, 'service', async (ctx) => {
        if (message) await requireOwnWords(ctx, (await getPerson(ctx, person)).personIds, message);
        return promise(ctx, person, { what, dueOn, message: message || null, amountMinor: amount });
      }),
  }),
  'promise-settle': act({
    action: 'customer.change',
    schema: z.object({
      promise: id,
      outcome: z.enum(['kept', 'broken']),
      evidence: z.string().trim().max(1000).optional(),
    }),
    run: (ctx, person, { promise: id, outcome, evidence }) =>
      theirs(ctx, { person, kind: 'promise', id }, (ctx) =>
        settlePromise(ctx, id, { outcome, evidence: evidence || null }),
      ),
  }),
  minor: act({
    action: 'customer.change',
    schema: z.object({ evidence: why, born: day.optional().or(z.literal('')) }),
    run: (ctx, person, { evidence, born }) =>
      treatAsMinor(ctx, person, { evidence, born: born ? Temporal.PlainDate.from(born) : undefined }),
  }),
  special: act({
    action: 'customer.change',
    schema: z.object({ message: id }),
    run: (ctx, person, { message }) => markWritten(ctx, { person, message }, true),
  }),
  'special-clear': act({
    action: 'customer.change',
    schema: z.object({ message: id }),
    run: (ctx, person, { message }) => markWritten(ctx, { person, message }, false),
  }),
  correct: act({
    action: 'customer.change',
    schema: z.object(correctionOf(contactFields)),
    run: (ctx, person, given) => correct(ctx, person, toCorrection(given)),
  }),
  claim: act({
    action: 'customer.change',
    schema: z.object({ network: words(40), handle: words(254), evidence: why }),
    run: claim,
  }),
  confirm: act({
    action: 'customer.change',
    schema: z.object({ identity: id, evidence: why }),
    run: (ctx, person, { identity, evidence }) =>
      prove(ctx, { id: person, identity }, { proof: 'confirmed', evidence }),
  }),
  merge: act({
    action: 'customer.merge',
    schema: z.object({
      other: z
        .string()
        .trim()
        .max(300)
        .transform((text) => /pe_[a-z0-9]+/.exec(text)?.[0] ?? text)
        .pipe(id.min(3)),
      reasons: z.string().max(300).optional(),
      evidence: z.string().trim().max(1000).optional(),
    }),
    run: (ctx, person, { other, reasons, evidence }) =>
      merge(ctx, {
        id: person,
        otherId: other,
        reasons: (reasons ?? '').split(',').filter(isMergeReason),
        ...(evidence && { evidence }),
      }),
  }),
  part: act({
    action: 'customer.merge',
    schema: z.object({ line: id }),
    run: (ctx, person, { line: id }) => theirs(ctx, { person, kind: 'merge', id }, (ctx) => part(ctx, id)),
  }),
  dismiss: act({
    action: 'customer.merge',
    schema: z.object({ suggestion: id }),
    run: (ctx, person, { suggestion: id }) =>
      theirs(ctx, { person, kind: 'suggestion', id }, (ctx) => dismiss(ctx, id)),
  }),
};

/** The act that a form names; the form without a name is the objection. */
export function actNamed(name: FormDataEntryValue | null, ctx: Context): Act<unknown> | undefined {
  const found = Object.hasOwn(acts, String(name ?? 'object')) ? acts[String(name ?? 'object')] : undefined;
  if (found) requires(ctx.actor, found.action);
  return found;
}
