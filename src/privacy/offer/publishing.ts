import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Contract, findContract, getContract } from '../contract.ts';
import { offerPublished } from '../events.ts';
import { keepInJournal } from '../journal/journal.ts';
import { lockForOffer } from '../locking.ts';
import { rank } from '../permission.ts';
import { type Purpose, purposeKeys, ruleOf } from '../purpose.ts';
import { alwaysMaterial } from './comparing.ts';
import { colleague, type Draft, getDraft } from './drafting.ts';
import { hashOf } from './offer.ts';

/**
 * Puts the draft before a second person. The proposer says for which purposes everybody is asked anew, and why.
 * @throws Refusal `invalid.offer-unchanged`, `invalid.offer-note` when they choose less than the comparison proposes
 * without saying why
 */
export async function proposeOffer(
  ctx: Context,
  id: string,
  { material, note }: { material: readonly Purpose[]; note: string | null },
): Promise<void> {
  const proposedBy = colleague(ctx);
  const draft = await getDraft(ctx, id);
  if (draft.differences.length === 0) throw new Refusal('invalid.offer-unchanged', {});
  const chosen = [...new Set([...material, ...alwaysMaterial(draft.differences)])];
  const less = draft.state === 'open' && draft.material.some((purpose) => !chosen.includes(purpose));
  if (less && !note?.trim()) throw new Refusal('invalid.offer-note', {});
  await ctx.database
    .updateTable('offer_draft')
    .set({
      state: 'proposed',
      material: chosen,
      note: note?.trim() || null,
      proposed_by: proposedBy,
      proposed_at: asDate(ctx.clock.now()),
    })
    .where('id', '=', draft.id)
    .execute();
}

/**
 * The second person confirms, and the version holds. In the same transaction everybody's yes to the old text of the
 * `material` purposes ends, however many there are; nothing else changes for anybody.
 * @throws Refusal `forbidden.same-person`, `conflict.offer` when another version came in between
 */
export async function confirmOffer(ctx: Context, id: string): Promise<Contract> {
  return transact(ctx, 'legal', async (ctx) => {
    const confirmedBy = colleague(ctx);
    await lockForOffer(ctx);
    const draft = await getDraft(ctx, id);
    if (draft.state !== 'proposed') throw new Refusal('conflict.offer', {});
    if (draft.proposedBy === confirmedBy) throw new Refusal('forbidden.same-person', {});
    const current = (await findContract(ctx, draft.audience)) ?? (await getContract(ctx));
    if (current.version !== draft.basedOn) throw new Refusal('conflict.offer', {});
    const { id: contractId, version } = await publish(ctx, draft, confirmedBy);
    await askAnew(ctx, draft.material);
    await ctx.database
      .updateTable('offer_draft')
      .set({ state: 'published', published_version: version })
      .where('id', '=', draft.id)
      .execute();
    const { audience, material } = draft;
    await ctx.emit([offerPublished(contractId, { version, audience, material })]);
    await keepInJournal(ctx, 'offer', contractId);
    return (await findContract(ctx, audience)) ?? current;
  });
}

/** Versions are numbered over all audiences, so that a decision needs only the number to say what it was about. */
async function publish(
  ctx: Context,
  draft: Draft,
  confirmedBy: string,
): Promise<{ id: string; version: number }> {
  const { rows } = await sql<{ id: string; version: number }>`
    insert into contract (version, audience, body, text_hash, published_at, published_by, confirmed_by, mark, material,
      note)
    select max(version) + 1, ${draft.audience}, ${JSON.stringify(draft.body)}::jsonb, ${hashOf(draft.body)},
      ${asDate(ctx.clock.now())}::timestamptz, ${draft.proposedBy}::bigint, ${confirmedBy}::bigint,
      nextval('decision_id_seq'), ${draft.material}::text[], ${draft.note} from contract
    returning id, version`.execute(ctx.database);
  const [row] = rows;
  if (!row) throw new Error('a version that was just published is not there');
  return row;
}

/**
 * One statement for any number of people. It does what the log says anyhow (history.ts); writing it down keeps the
 * query for who may be used the same.
 */
export async function askAnew(ctx: Context, material: readonly Purpose[]): Promise<void> {
  const consents = purposeKeys.filter((key) => ruleOf(key).basis === 'consent');
  const each = consents.filter((key) => !ruleOf(key).items);
  const ends = sql`(state = ${rank('allowed')} and purpose = any(${consents}::text[])
    or state = ${rank('ask')} and purpose = any(${each}::text[]))`;
  await sql`
    update permission set given = false, changed_at = ${asDate(ctx.clock.now())},
      state = case when ${ends} then ${rank('unknown')} else state end,
      expires_at = case when ${ends} then null else expires_at end,
      decision_id = case when ${ends} then null else decision_id end
    where purpose = any(${material}::text[]) and (given or ${ends})`.execute(ctx.database);
}
