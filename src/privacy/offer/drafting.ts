import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findContract, getContract } from '../contract.ts';
import { isPurpose, type Purpose } from '../purpose.ts';
import { compareOffers, type Difference, proposedMaterial } from './comparing.ts';
import { mayLeaveOut, type Offer, offerIn } from './offer.ts';

/** What is to become the next version. */
export interface Draft {
  id: string;
  publicId: string;
  audience: string;
  basedOn: number;
  body: Offer;
  state: 'open' | 'proposed' | 'published' | 'dropped';
  /** Chosen by the proposer; while it is open, what the comparison proposes. */
  material: Purpose[];
  note: string | null;
  madeBy: string;
  changedAt: Date;
  proposedBy: string | null;
  proposedAt: Date | null;
  differences: Difference[];
}

/** The draft under way for an audience; there is at most one. */
export async function findDraft(ctx: Context, audience = 'everyone'): Promise<Draft | undefined> {
  const row = await ctx.database
    .selectFrom('offer_draft')
    .selectAll()
    .where('audience', '=', audience)
    .where('state', 'in', ['open', 'proposed'])
    .executeTakeFirst();
  if (!row) return undefined;
  const current = (await findContract(ctx, audience)) ?? (await getContract(ctx));
  const body = offerIn(row.body);
  const differences = compareOffers(current.body, body);
  return {
    ...{ id: row.id, publicId: row.public_id, audience, basedOn: row.based_on, body, differences },
    state: row.state as Draft['state'],
    material: row.state === 'open' ? proposedMaterial(differences) : row.material.filter(isPurpose),
    note: row.note,
    madeBy: row.made_by,
    changedAt: row.changed_at,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
  };
}

export async function getDraft(ctx: Context, id: string): Promise<Draft> {
  const row = await ctx.database
    .selectFrom('offer_draft')
    .select('audience')
    .where('public_id', '=', id)
    .executeTakeFirst();
  const draft = row && (await findDraft(ctx, row.audience));
  if (!draft || draft.publicId !== id) throw new Refusal('not-found.offer-draft', { id });
  return draft;
}

/** Begins a draft from the version that holds. When one is under way, that is the draft. */
export async function beginDraft(ctx: Context, audience = 'everyone'): Promise<Draft> {
  const current = (await findContract(ctx, audience)) ?? (await getContract(ctx));
  await ctx.database
    .insertInto('offer_draft')
    .values({
      public_id: publicId('of', ctx.clock.now().epochMilliseconds),
      audience,
      based_on: current.version,
      body: JSON.stringify(current.body),
      made_by: colleague(ctx),
      changed_at: asDate(ctx.clock.now()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const draft = await findDraft(ctx, audience);
  if (!draft) throw new Error('a draft that was just begun is not there');
  return draft;
}

/**
 * Changes the draft. One that waited for a second person is open again: they would confirm something else.
 * @throws Refusal `invalid.offer` when a purpose that happens without a yes is left out, or a text is empty
 */
export async function changeDraft(ctx: Context, id: string, body: Offer): Promise<void> {
  const draft = await getDraft(ctx, id);
  const offered = new Set(body.purposes.map(({ key }) => key));
  const hidden = draft.body.purposes.find(({ key }) => !offered.has(key) && !mayLeaveOut(key));
  if (hidden) throw new Refusal('invalid.offer', { purpose: hidden.key });
  const silent = [...body.purposes, ...body.promises].find(({ nl, en }) => !nl.trim() || !en.trim());
  if (silent) throw new Refusal('invalid.offer', { purpose: silent.key });
  await ctx.database
    .updateTable('offer_draft')
    .set({
      body: JSON.stringify(body),
      state: 'open',
      ...{ material: [], note: null, proposed_by: null, proposed_at: null },
      changed_at: asDate(ctx.clock.now()),
    })
    .where('id', '=', draft.id)
    .where('state', 'in', ['open', 'proposed'])
    .execute();
}

export async function dropDraft(ctx: Context, id: string): Promise<void> {
  const draft = await getDraft(ctx, id);
  await ctx.database
    .updateTable('offer_draft')
    .set({ state: 'dropped', changed_at: asDate(ctx.clock.now()) })
    .where('id', '=', draft.id)
    .execute();
}

/** The name of who put the draft before a second person. */
export async function proposerOf(ctx: Context, { proposedBy }: Draft): Promise<string | undefined> {
  if (!proposedBy) return undefined;
  const row = await ctx.database
    .selectFrom('employee')
    .select('name')
    .where('id', '=', proposedBy)
    .executeTakeFirst();
  return row?.name;
}

/** An offer is written, proposed and confirmed by people; a program has no name to put under it. */
export function colleague(ctx: Context): string {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'offer.write' });
  return ctx.actor.employeeId;
}
