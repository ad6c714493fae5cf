import { sql } from 'kysely';
import { thoseNotLetting } from '../../customers/using.ts';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Signature, signatureOf } from '../../understanding/comparing/duplicates.ts';
import { decide } from '../../understanding/learned/predicting.ts';
import { labelCorrected } from '../events.ts';
import { labelNow } from '../heads/classes.ts';
import { getHead, type Head } from '../heads/head.ts';
import { findAlike } from './alike.ts';
import { applyLabel, hasColumn, standing, writeLabels } from './labelling.ts';
import { readerOf } from './reading.ts';
import { type Labelled, lockMessage } from './seeing.ts';
import { verdictsOn } from './verdicts.ts';

export interface Correction {
  readonly head: string;
  /** One for a head of one answer; none, one or more for several. */
  readonly labels: readonly string[];
}

export interface Corrected {
  readonly head: string;
  readonly labels: readonly string[];
  /** How many nearly equal messages got the same answer with it. */
  readonly alike: number;
}

/**
 * A colleague says what a message is. It holds at once, for this message and for those that say nearly the same, and
 * the next training learns from it when the writer allows that.
 * @throws Refusal `not-found.message`, `not-found.head`, `invalid.label`, `forbidden.action`
 */
export async function correct(
  ctx: Context,
  messagePublicId: string,
  { head: key, labels }: Correction,
): Promise<Corrected> {
  return labelling(ctx, messagePublicId, async (ctx, message) => {
    const head = await getHead(ctx, key);
    return keep(ctx, message, { head, labels: validLabels(head, labels), confirms: false });
  });
}

/**
 * A colleague says that what stands there is right: as good a lesson as a correction. `shown`: what stood on the page,
 * for what may be read otherwise since.
 * @throws Refusal `not-found.message`, `not-found.head`, `invalid.label` when nothing stands there, `forbidden.action`
 */
export async function confirm(
  ctx: Context,
  messagePublicId: string,
  { head: key, shown }: { head: string; shown?: readonly string[] },
): Promise<Corrected> {
  return labelling(ctx, messagePublicId, async (ctx, message) => {
    const head = await getHead(ctx, key);
    const labels = shown ?? (await holding(ctx, messagePublicId, { message, head }));
    return keep(ctx, message, { head, labels: validLabels(head, labels), confirms: true });
  });
}

async function labelling(
  ctx: Context,
  publicId: string,
  act: (ctx: Context, message: Labelled) => Promise<Corrected>,
): Promise<Corrected> {
  requires(ctx.actor, 'conversation.answer');
  const done = await transact(ctx, 'service', async (ctx) =>
    act(ctx, await lockMessage(ctx, publicId, 'conversation.answer')),
  );
  readerOf(ctx).stale();
  return done;
}

/** Those a head knows, each once, in its own order; a page that is older than a merge may name what went into another. */
function validLabels(head: Head, given: readonly string[]): string[] {
  const known = head.classes.map(({ key }) => key);
  const labels = given.map((label) => labelNow(head.gone, label) ?? label);
  const unknown = labels.find((label) => !known.includes(label));
  if (unknown !== undefined) throw new Refusal('invalid.label', { head: head.key, label: unknown });
  const valid = known.filter((label) => labels.includes(label));
  if (head.kind === 'single' && valid.length !== 1) {
    throw new Refusal('invalid.label', { head: head.key, label: valid.join(', ') });
  }
  return valid;
}

/** What holds for a message now, as the page shows it: its own column, or who spoke of it, or the model of now. */
async function holding(
  ctx: Context,
  publicId: string,
  { message, head }: { message: Labelled; head: Head },
): Promise<readonly string[]> {
  if (hasColumn(head.key)) return standing(message, head.key);
  const said = (await verdictsOn(ctx, [publicId])).find((verdict) => verdict.head === head.key);
  if (said && said.by !== 'model') return said.labels;
  const live = readerOf(ctx).find(head.key);
  return live ? decide(live.predictor, message.text).labels : (said?.labels ?? []);
}

interface Kept {
  readonly head: Head;
  readonly labels: readonly string[];
  readonly confirms: boolean;
}

async function keep(ctx: Context, message: Labelled, what: Kept): Promise<Corrected> {
  const { labels } = what;
  const head = what.head.key;
  const signature = signatureOf(message.text);
  await insertCorrection(ctx, message, { ...what, signature });
  // Whoever objected to being learned from is answered himself; nothing is concluded from it for others.
  const mayTeach =
    (await thoseNotLetting(ctx, [message.personId ?? ''].filter(Boolean), 'model.trained')).size === 0;
  const alike = mayTeach ? await findAlike(ctx, message, { head, signature }) : [];
  const said = { head, labels, automatic: true, spoke: false, outOfScope: false, version: null, because: [] };
  await writeLabels(ctx, [
    { ...said, messageId: message.id, receivedAt: message.receivedAt, by: 'person', confidence: 1 },
    ...alike.map((one) => ({
      ...said,
      messageId: one.id,
      receivedAt: one.receivedAt,
      by: 'alike' as const,
      confidence: one.agreement,
    })),
  ]);
  await applyLabel(ctx, [message, ...alike], { head, labels });
  await ctx.emit([
    labelCorrected(message, { head, labels, by: 'person' }),
    ...alike.map((one) => labelCorrected(one, { head, labels, by: 'alike' })),
  ]);
  return { head, labels, alike: alike.length };
}

async function insertCorrection(
  ctx: Context,
  message: Labelled,
  { head, labels, confirms, signature }: Kept & { signature: Signature },
): Promise<void> {
  const employee = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  await sql`
    insert into correction (message_id, received_at, person_id, head, labels, confirms, employee_id, signature, at)
    values (${message.id}, ${message.receivedAt}, ${message.personId}, ${head.key}, ${labels}::text[], ${confirms},
      ${employee}, ${Buffer.from(signature)}, ${asDate(ctx.clock.now())})`.execute(ctx.database);
}
