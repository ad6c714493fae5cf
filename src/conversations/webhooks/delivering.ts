import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { failpoint } from '../../platform/failpoint.ts';
import { type Posted, post } from '../../platform/reaching/posting.ts';
import { unseal } from '../../platform/secret.ts';
import { disable } from './disabling.ts';
import { aboutSecret } from './endpoint.ts';
import { patienceDays, pauseAfter } from './retry.ts';
import { signatures } from './signing.ts';

/** Milliseconds that another end may take. */
const timeout = 15_000;
/** After so many seconds a try whose process died is taken up again. */
const lease = 60;
/** So many of one endpoint in one go, one after the other; and so many endpoints at once. */
const [mostOfOne, lanes] = [100, 4];

/** How a message leaves; another one in tests. */
export type Carry = (
  ctx: Context,
  url: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<Posted>;

const carryOut: Carry = (ctx, url, message) =>
  post(url, { ...message, timeout, allowed: ctx.outside.insideHosts ?? [] });

/**
 * The job: sends what is due, each endpoint in a row of its own, so that a slow one keeps nobody else waiting. A try is
 * written down before the call and after it; a process that dies in between leaves it to be tried again: the other end
 * may get it twice, with the same webhook-id, and never not at all. How many arrived.
 */
export async function sendDue(ctx: Context, carry: Carry = carryOut): Promise<number> {
  const due = await sql<{ endpoint: string }>`
    select distinct d.endpoint_id as endpoint from webhook_delivery d
    join webhook_endpoint e on e.id = d.endpoint_id and e.disabled_at is null and e.ended_at is null
    where d.state = 'waiting' and d.next_at <= ${asDate(ctx.clock.now())}`.execute(ctx.database);
  const left = due.rows.map(({ endpoint }) => endpoint);
  const counts = await Promise.all(
    Array.from({ length: lanes }, async () => {
      let arrived = 0;
      for (let one = left.shift(); one !== undefined; one = left.shift())
        arrived += await sendAllOf(ctx, one, carry);
      return arrived;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
}

async function sendAllOf(ctx: Context, endpointId: string, carry: Carry): Promise<number> {
  let arrived = 0;
  for (let n = 0; n < mostOfOne; n += 1) {
    const taken = await take(ctx, endpointId);
    if (!taken) break;
    await failpoint(ctx, 'webhook.taken');
    const began = performance.now();
    const posted = await carry(ctx, taken.url, messageOf(ctx, taken));
    await failpoint(ctx, 'webhook.called');
    const milliseconds = Math.round(performance.now() - began);
    if (await settle(ctx, taken, { posted, milliseconds })) arrived += 1;
    // It does not answer: the others of this endpoint fare no better now, and each would take its whole time.
    else if (posted.status === null) break;
  }
  return arrived;
}

interface Taken {
  id: string;
  publicId: string;
  endpointId: string;
  endpoint: string;
  url: string;
  body: string;
  round: number;
  sealed: Buffer;
  former: Buffer | null;
}

/** Takes the next one for a while: whoever looks meanwhile passes it by. */
function take(ctx: Context, endpointId: string): Promise<Taken | undefined> {
  return transact(ctx, null, async (ctx) => {
    const now = ctx.clock.now();
    const found = await sql<Taken>`
      update webhook_delivery d set attempts = attempts + 1, round = round + 1,
        next_at = ${asDate(now.add({ seconds: lease }))}
      from webhook_endpoint e
      where e.id = d.endpoint_id and e.disabled_at is null and e.ended_at is null and d.id = (
        select id from webhook_delivery where endpoint_id = ${endpointId} and state = 'waiting'
          and next_at <= ${asDate(now)} order by next_at, id limit 1 for update skip locked)
      returning d.id, d.public_id as "publicId", d.endpoint_id as "endpointId", e.public_id as endpoint, e.url, d.body,
        d.round, e.sealed, case when e.former_until > ${asDate(now)} then e.former end as former`.execute(
      ctx.database,
    );
    return found.rows[0];
  });
}

function messageOf(ctx: Context, taken: Taken): { headers: Record<string, string>; body: string } {
  const { publicId: id, endpoint, body, sealed, former } = taken;
  const timestamp = Math.floor(ctx.clock.now().epochMilliseconds / 1000);
  const secrets = [sealed, former].flatMap((shut) =>
    shut ? [unseal(ctx.outside.linkSecret, aboutSecret(endpoint), shut)] : [],
  );
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Polder-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures(secrets, { id, timestamp, body }),
    },
  };
}

interface Outcome {
  posted: Posted;
  milliseconds: number;
}

/** Writes down what came of a try. Whether it arrived. */
function settle(ctx: Context, taken: Taken, { posted, milliseconds }: Outcome): Promise<boolean> {
  const { status, why } = posted;
  const arrived = status !== null && status >= 200 && status < 300;
  return transact(ctx, null, async (ctx) => {
    const now = ctx.clock.now();
    const error = arrived
      ? null
      : (why ?? (status !== null && status >= 300 && status < 400 ? 'redirect' : 'status'));
    await sql`insert into webhook_attempt (delivery_id, at, status, error, milliseconds)
      values (${taken.id}, ${asDate(now)}, ${status}, ${error}, ${milliseconds})`.execute(ctx.database);
    if (arrived) {
      await sql`update webhook_delivery set state = 'sent', ended_at = ${asDate(now)} where id = ${taken.id}`.execute(
        ctx.database,
      );
      await sql`update webhook_endpoint set failing_since = null
        where id = ${taken.endpointId} and failing_since is not null`.execute(ctx.database);
      return true;
    }
    const pause = pauseAfter(taken.round, randomInt(1000) / 1000);
    await sql`update webhook_delivery set state = ${pause === null ? 'failed' : 'waiting'},
        ended_at = ${pause === null ? asDate(now) : null},
        next_at = ${asDate(now.add({ seconds: pause ?? 0 }))} where id = ${taken.id}`.execute(ctx.database);
    await countFailing(ctx, taken, status);
    return false;
  });
}

async function countFailing(ctx: Context, taken: Taken, status: number | null): Promise<void> {
  const now = ctx.clock.now();
  const found = await sql<{ since: Date }>`
    update webhook_endpoint set failing_since = coalesce(failing_since, ${asDate(now)})
    where id = ${taken.endpointId} returning failing_since as since`.execute(ctx.database);
  const since = found.rows[0]?.since;
  // Whoever answers that it is gone for good is not asked again.
  if (status === 410) await disable(ctx, taken.endpointId, 'gone');
  else if (since && now.epochMilliseconds - since.getTime() >= patienceDays * 86_400_000)
    await disable(ctx, taken.endpointId, 'failing');
}
