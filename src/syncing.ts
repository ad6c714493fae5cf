import { Outage, type Backoffice as System } from './backoffice/backoffice.ts';
import { rowsOf } from './backoffice/rows.ts';
import { tryton } from './backoffice/tryton/tryton.ts';
import { findOutline, type Outline } from './conversations/outline.ts';
import {
  type Backoffice,
  doorOf,
  getBackoffice,
  listBackoffices,
  noteTrial,
} from './customers/syncing/backoffice.ts';
import { type ReadOffice, readBackoffice, tryBackoffice } from './customers/syncing/reading.ts';
import { planShare, shareDue } from './customers/syncing/sharing.ts';
import { listHeads } from './listening/heads/head.ts';
import type { Context } from './platform/context.ts';
import type { Event } from './platform/events.ts';
import { isRefusal, Refusal } from './platform/refusal.ts';
import { words } from './platform/words.ts';
import { urls } from './urls.ts';

const systems = { tryton } as const;

async function openSystem(ctx: Context, { publicId, system }: Backoffice): Promise<System> {
  const open = Object.hasOwn(systems, system) ? systems[system as keyof typeof systems] : undefined;
  if (!open) throw new Refusal('not-found.backoffice-system', { system });
  return open(await doorOf(ctx, publicId));
}

const reading =
  (system: System): ReadOffice =>
  async (kind, cursor) => {
    const page = await system.read(kind, cursor);
    return { ...page, told: page.told.map((one) => ({ key: one.key, rows: rowsOf(kind, one) })) };
  };

/** Every minute: reads on, and tells what is due, with each system that is on. One failing keeps no other back. */
export async function syncBackoffices(ctx: Context): Promise<void> {
  const failures = [];
  for (const office of await listBackoffices(ctx)) {
    if (office.state !== 'on') continue;
    try {
      const system = await openSystem(ctx, office);
      await readBackoffice(ctx, office, reading(system));
      const isOutage = (error: unknown) => error instanceof Outage;
      const { share, correct } = system;
      await shareDue(ctx, office, { share, correct, isOutage });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'syncing');
}

/** Looks whether it answers and has what is needed, and what the first of each kind would become here. */
export async function runTrial(ctx: Context, id: string): Promise<void> {
  const office = await getBackoffice(ctx, id);
  try {
    const system = await openSystem(ctx, office);
    await system.check();
    await noteTrial(ctx, id, { state: 'good', tried: await tryBackoffice(ctx, office, reading(system)) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    await noteTrial(ctx, id, { state: 'failed', said: error.message.slice(0, 500) });
    if (!['Outage', 'Refused'].includes(error.name) && !isRefusal(error)) throw error;
  }
}

/** A conversation was closed: the systems that know this customer are told, once, without what was said. */
export async function shareClosed(ctx: Context, event: Event): Promise<void> {
  const outline = await findOutline(ctx, event.subjectId ?? '');
  if (!outline?.personId) return;
  await planShare(ctx, {
    personId: outline.personId,
    messageIds: outline.messageIds,
    reference: outline.publicId,
    kind: await kindOf(ctx, outline),
    on: (outline.closedAt ?? outline.firstAt).toISOString().slice(0, 10),
    summary: summaryOf(ctx, outline),
  });
}

async function kindOf(ctx: Context, { intent }: Outline): Promise<string> {
  const intents = (await listHeads(ctx)).find(({ key }) => key === 'intent');
  const found = intents?.classes.find(({ key }) => key === intent);
  return found?.[ctx.locale] ?? intent ?? words(ctx.locale).backoffice.anything;
}

function summaryOf(ctx: Context, outline: Outline): string {
  const { summary, mood } = words(ctx.locale).backoffice;
  const { channel, sentiment, fromCustomer, replies, publicId } = outline;
  const where = ctx.outside.baseUrl + urls.conversation(publicId);
  return [summary(channel, fromCustomer, replies), sentiment && mood(sentiment), where]
    .filter(Boolean)
    .join(' ');
}
