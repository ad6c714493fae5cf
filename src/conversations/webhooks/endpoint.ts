import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { whyNotUrl } from '../../platform/reaching/place.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/secret.ts';
import { newSecret } from './signing.ts';
import { type Type, types } from './type.ts';

/** A program of somebody else that hears what happens here. */
export interface Endpoint {
  publicId: string;
  name: string;
  url: string;
  types: readonly Type[];
  madeAt: Date;
  /** Nothing arrived since; null when the last one did. */
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledWhy: 'failing' | 'gone' | 'colleague' | null;
  /** Until when the former secret signs along. */
  formerUntil: Date | null;
  waiting: number;
}

export interface NewEndpoint {
  name: string;
  url: string;
  types: readonly Type[];
}

/** How long the former secret signs along after another was made. */
export const overlapHours = 24;
const mostEndpoints = 50;

const asEndpoint = sql`e.public_id as "publicId", e.name, e.url, e.types, e.made_at as "madeAt",
  e.failing_since as "failingSince", e.disabled_at as "disabledAt", e.disabled_why as "disabledWhy",
  e.former_until as "formerUntil", (select count(*)::integer from (select from webhook_delivery d
    where d.endpoint_id = e.id and d.state = 'waiting' limit 1000) n) as waiting`;

/** All that were not taken away. One statement. */
export async function listEndpoints(ctx: Context): Promise<Endpoint[]> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const found = await sql<Endpoint>`
    select ${asEndpoint} from webhook_endpoint e where e.ended_at is null order by e.id`.execute(
    ctx.database,
  );
  return found.rows;
}

/** @throws Refusal `not-found.webhook` */
export async function getEndpoint(ctx: Context, id: string): Promise<Endpoint> {
  const found = (await listEndpoints(ctx)).find((one) => one.publicId === id);
  if (!found) throw new Refusal('not-found.webhook', { id });
  return found;
}

/**
 * Makes an endpoint. Its secret is given here and never again.
 * @throws Refusal `invalid.webhook` with what is wrong
 */
export async function addEndpoint(ctx: Context, given: NewEndpoint): Promise<{ id: string; secret: string }> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  check(ctx, given);
  const now = ctx.clock.now();
  const id = publicId('we', now.epochMilliseconds);
  const secret = newSecret();
  await transact(ctx, null, async (ctx) => {
    if ((await listEndpoints(ctx)).length >= mostEndpoints)
      throw new Refusal('invalid.webhook', { wrong: ['many'] });
    await sql`
      insert into webhook_endpoint (public_id, name, url, types, sealed, made_at, made_by)
      values (${id}, ${given.name.trim()}, ${given.url}, ${given.types}::text[], ${sealed(ctx, id, secret)},
        ${asDate(now)}, ${doneBy(ctx)})`.execute(ctx.database);
    await tell(ctx, 'made', id);
  });
  return { id, secret };
}

/** Changes its name, address or what it hears of. @throws Refusal `invalid.webhook`, `not-found.webhook` */
export async function changeEndpoint(ctx: Context, id: string, given: NewEndpoint): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  check(ctx, given);
  await transact(ctx, null, async (ctx) => {
    await lockEndpoint(ctx, id);
    await sql`update webhook_endpoint set name = ${given.name.trim()}, url = ${given.url},
      types = ${given.types}::text[] where public_id = ${id}`.execute(ctx.database);
    await tell(ctx, 'changed', id);
  });
}

/** Another secret; the former one signs along for a day. The new one is given here and never again. */
export async function rotateSecret(ctx: Context, id: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const secret = newSecret();
  await transact(ctx, null, async (ctx) => {
    await lockEndpoint(ctx, id);
    const until = asDate(ctx.clock.now().add({ hours: overlapHours }));
    await sql`update webhook_endpoint set former = sealed, former_until = ${until},
      sealed = ${sealed(ctx, id, secret)} where public_id = ${id}`.execute(ctx.database);
    await tell(ctx, 'rotated', id);
  });
  return secret;
}

/** Switches it off, or on again: what waits then goes. What happened while it was off was not kept for it. */
export async function switchEndpoint(ctx: Context, id: string, on: boolean): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    await lockEndpoint(ctx, id);
    const at = on ? null : asDate(ctx.clock.now());
    await sql`update webhook_endpoint set disabled_at = ${at}, disabled_why = ${on ? null : 'colleague'},
      failing_since = null where public_id = ${id}`.execute(ctx.database);
    await tell(ctx, on ? 'switched-on' : 'switched-off', id);
  });
}

/** Takes it away; what waits for it does not leave any more. */
export async function endEndpoint(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const number = await lockEndpoint(ctx, id);
    const at = asDate(ctx.clock.now());
    await sql`update webhook_endpoint set ended_at = ${at}, ended_by = ${doneBy(ctx)} where id = ${number}`.execute(
      ctx.database,
    );
    await sql`update webhook_delivery set state = 'failed', ended_at = ${at}
      where endpoint_id = ${number} and state = 'waiting'`.execute(ctx.database);
    await tell(ctx, 'ended', id);
  });
}

/** Its row number, locked. @throws Refusal `not-found.webhook` */
export async function lockEndpoint(ctx: Context, id: string): Promise<string> {
  const found = await sql<{ id: string }>`
    select id from webhook_endpoint where public_id = ${id} and ended_at is null for update`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.webhook', { id });
  return row.id;
}

/** A secret is bound to its endpoint: what is copied to another row opens nothing there. */
export function aboutSecret(id: string): string {
  return `webhook ${id}`;
}

function sealed(ctx: Context, id: string, secret: string): Buffer {
  return seal(ctx.outside.linkSecret, aboutSecret(id), secret);
}

function check(ctx: Context, { name, url, types: asked }: NewEndpoint): void {
  const address = URL.parse(url);
  const wrong = [
    name.trim() === '' || name.length > 80 ? 'name' : null,
    url.length > 2000 || !address || whyNotUrl(address, { allowed: ctx.outside.insideHosts ?? [] })
      ? 'url'
      : null,
    asked.some((type) => !types.includes(type)) ? 'types' : null,
  ].filter((one) => one !== null);
  if (wrong.length > 0) throw new Refusal('invalid.webhook', { wrong });
}

function tell(ctx: Context, what: string, id: string): Promise<void> {
  return ctx.emit([
    { verb: `webhook.${what}`, subject: { kind: 'webhook_endpoint', id: null }, data: { endpoint: id } },
  ]);
}
