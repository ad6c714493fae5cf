import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Actor, Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { keyScopes } from './authority.ts';

const hash = (secret: string) => createHash('sha256').update(secret).digest();

/** Makes a bearer key. The whole key is in the answer and nowhere else: only its hash is kept. */
export async function makeKey(
  ctx: Context,
  { name, scopes }: { name: string; scopes: readonly string[] },
): Promise<string> {
  const unknown = scopes.filter((scope) => !keyScopes.includes(scope));
  if (unknown.length > 0 || scopes.length === 0)
    throw new Refusal('invalid.key-scopes', { unknown, known: keyScopes });
  const prefix = randomBytes(6).toString('hex');
  const secret = randomBytes(24).toString('base64url');
  await ctx.database
    .insertInto('api_key')
    .values({
      prefix,
      secret_hash: hash(secret).toString('hex'),
      name,
      scopes: [...scopes],
      created_at: asDate(ctx.clock.now()),
      created_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .execute();
  return `pk_${prefix}_${secret}`;
}

/** The actor behind a bearer key that is neither revoked nor past its end. */
export async function findKeyActor(ctx: Context, key: string): Promise<Actor | undefined> {
  return (await findKey(ctx, key, sql<null>`null`))?.actor;
}

/** The same, with one more column `beside`, of what another module must know at every request. */
export async function findKey<Beside>(
  ctx: Context,
  key: string,
  beside: RawBuilder<Beside>,
): Promise<{ actor: Actor; beside: Beside } | undefined> {
  const [, prefix, secret] = /^pk_([0-9a-f]{12})_([\w-]{32})$/.exec(key) ?? [];
  if (!prefix || !secret) return undefined;
  const row = await ctx.database
    .selectFrom('api_key')
    .select(['id', 'name', 'scopes', 'secret_hash', 'expires_at', beside.as('beside')])
    .where('prefix', '=', prefix)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row || !timingSafeEqual(hash(secret), Buffer.from(row.secret_hash, 'hex'))) return undefined;
  if (row.expires_at && row.expires_at.getTime() < ctx.clock.now().epochMilliseconds) return undefined;
  return {
    actor: { kind: 'key', keyId: row.id, name: row.name, scopes: row.scopes },
    beside: row.beside as Beside,
  };
}
