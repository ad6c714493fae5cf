import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordUse } from '../../privacy/ledger.ts';
import { withholding } from '../../privacy/predicate.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { type Customer, getPerson, openCustomer } from '../customer.ts';
import { type GivenReason, saysEnough } from './reason.ts';

/** Whether the actor has work with somebody: told by whoever knows conversations. */
export type HasCase = (ctx: Context, personIds: readonly string[]) => Promise<boolean>;

export interface Look {
  id: string;
  hasCase: HasCase;
  /** Why, where it is asked. */
  given?: GivenReason | undefined;
}

/**
 * The door to a customer for pages and programs: somebody with whom no conversation is going on is opened only for a
 * reason, which is asked once a day, stands in the ledger of the customer, and is gone through every week.
 * @throws Refusal `conflict.reason-needed`, `invalid.look-words`, and all that `openCustomer` refuses
 */
export function lookAtCustomer<T>(
  ctx: Context,
  { purpose, ...look }: Look & { purpose: Purpose },
  read: (ctx: Context, customer: Customer) => Promise<T>,
): Promise<T> {
  return transact(ctx, 'service', async (ctx) => {
    await requireReason(ctx, look);
    return openCustomer(ctx, { id: look.id, purpose }, read);
  });
}

/**
 * That the actor may look at this person now; a reason that is given is kept.
 * @throws Refusal `conflict.reason-needed`, `invalid.look-words`, `not-found.person`
 */
export async function requireReason(ctx: Context, { id, hasCase, given }: Look): Promise<void> {
  if (!isAsked(ctx)) return;
  await transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    if (await hasCase(ctx, person.personIds)) return;
    if (await lookedToday(ctx, sql`person_id = any(${person.personIds}::bigint[])`)) return;
    // Whoever lets nobody look is refused as ever: that somebody exists at all is not told by asking why.
    if ((await withholding(ctx, person.personIds, { purpose: 'service' })).size > 0)
      throw new Refusal('forbidden.purpose', { purpose: 'service', state: 'restricted' });
    if (!given) throw new Refusal('conflict.reason-needed', { id: person.publicId });
    // Of two pages that say it at once, one is the first.
    if (!(await enterLook(ctx, { personId: person.id, what: null, given }))) return;
    for (const personId of person.personIds)
      await recordUse(ctx, personId, { activity: 'customer.looked-up', reference: given.reason });
  });
}

/**
 * The same for a file with many customers, by its kind: it needs a reason of its own, once a day. In the ledger of each
 * stands that they were in a file.
 * @throws Refusal `conflict.reason-needed`, `invalid.look-words`
 */
export async function requireFileReason(ctx: Context, what: string, given?: GivenReason): Promise<void> {
  if (!isAsked(ctx)) return;
  await transact(ctx, 'service', async (ctx) => {
    if (await lookedToday(ctx, sql`what = ${what}`)) return;
    if (!given) throw new Refusal('conflict.reason-needed', { what });
    await enterLook(ctx, { personId: null, what, given });
  });
}

/** Polder itself, whoever works on the server, and persons in their own data are not asked. */
function isAsked({ actor }: Context): boolean {
  return actor.kind === 'employee' || actor.kind === 'key';
}

async function lookedToday(ctx: Context, of: ReturnType<typeof sql>): Promise<boolean> {
  const { employeeId, keyId } = lookerOf(ctx);
  const found = await sql<{ looked: boolean }>`
    select exists (select from customer_look where ${of} and day = ${dayOf(ctx)}::date
      and (employee_id = ${employeeId}::bigint or key_id = ${keyId}::bigint)) as looked`.execute(
    ctx.database,
  );
  return found.rows[0]?.looked ?? false;
}

async function enterLook(
  ctx: Context,
  { personId, what, given }: { personId: string | null; what: string | null; given: GivenReason },
): Promise<boolean> {
  if (!saysEnough(given)) throw new Refusal('invalid.look-words');
  const { employeeId, keyId, departmentId } = lookerOf(ctx);
  const kept = await sql`
    insert into customer_look (person_id, what, employee_id, department_id, key_id, day, reason, words, at)
    values (${personId}::bigint, ${what}, ${employeeId}::bigint, ${departmentId}::bigint, ${keyId}::bigint,
      ${dayOf(ctx)}::date, ${given.reason}, ${given.words?.replaceAll('\0', '').trim() || null}, ${asDate(ctx.clock.now())})
    on conflict do nothing returning id`.execute(ctx.database);
  return kept.rows.length > 0;
}

function lookerOf({ actor }: Context) {
  const nobody = { employeeId: null, keyId: null, departmentId: null };
  if (actor.kind === 'employee')
    return { ...nobody, employeeId: actor.employeeId, departmentId: actor.departmentId };
  return actor.kind === 'key' ? { ...nobody, keyId: actor.keyId } : nobody;
}

/** The day by the same clock as the ledger. */
function dayOf(ctx: Context): string {
  return ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
}
