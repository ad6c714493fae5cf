import { createHash, randomBytes } from 'node:crypto';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { createLogin } from '../platform/session.ts';
import { hire } from './employees.ts';
import { getOrganisation, nameOrganisation } from './organisation.ts';

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/** A new one-time link token, while nobody is in charge yet. Earlier ones stop working. */
export async function makeSetupToken(ctx: Context): Promise<string | undefined> {
  return transact(ctx, null, async (ctx) => {
    const anybody = await ctx.database.selectFrom('employee').select('id').limit(1).executeTakeFirst();
    if (anybody) return undefined;
    const now = asDate(ctx.clock.now());
    await ctx.database.updateTable('setup_link').set({ used_at: now }).where('used_at', 'is', null).execute();
    const token = randomBytes(24).toString('base64url');
    await ctx.database
      .insertInto('setup_link')
      .values({ token_hash: hash(token), made_at: now })
      .execute();
    return token;
  });
}

export interface FirstAdministrator {
  token: string;
  organisation: string;
  name: string;
  email: string;
  password: string;
}

/** Names the organisation and makes its first administrator. The link works once. */
export async function becomeFirstAdministrator(ctx: Context, given: FirstAdministrator): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const used = await ctx.database
      .updateTable('setup_link')
      .set({ used_at: asDate(ctx.clock.now()) })
      .where('token_hash', '=', hash(given.token))
      .where('used_at', 'is', null)
      .returning('token_hash')
      .executeTakeFirst();
    if (!used) throw new Refusal('forbidden.setup-link');
    const { timezone } = await getOrganisation(ctx);
    await nameOrganisation(ctx, { name: given.organisation, timezone, locale: ctx.locale });
    const userId = await createLogin(ctx, given);
    await hire(ctx, {
      name: given.name,
      email: given.email,
      departmentId: null,
      userId,
      roles: [{ role: 'administrator', departmentId: null }],
    });
  });
}
