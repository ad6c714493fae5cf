import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { decide, stateOf } from '../deciding.ts';
import { joinPermissions, partPermissions } from '../joining/joining.ts';
import { recordUse } from '../ledger.ts';
import { clearMinor, setMinor } from '../minority.ts';
import { beginDraft, changeDraft } from '../offer/drafting.ts';
import { confirmOffer, proposeOffer } from '../offer/publishing.ts';
import { activityFor, type System, type UseOf } from './system.ts';

/** The house itself on PostgreSQL. `colleagues` publish: one writes, another confirms. */
export function houseOf(
  ctx: Context,
  { first, colleagues: [one, other] }: { first: number; colleagues: readonly [Context, Context] },
): System {
  const number = (person: number) => String(first + person);
  const queue: { person: number; use: UseOf }[] = [];
  let recipients = 0;
  const use = (person: number, { purpose, item }: UseOf) =>
    happens(() =>
      transact(ctx, purpose, (ctx) =>
        recordUse(ctx, number(person), { activity: activityFor[purpose], ...(item ? { item } : {}) }),
      ),
    );
  return {
    decide: (person, { sentAt: _, ...told }) =>
      happens(() => transact(ctx, 'service', (ctx) => decide(ctx, number(person), told))),
    publish: async (material) => {
      const { publicId, body } = await beginDraft(one);
      recipients += 1;
      const purposes = body.purposes.map((offered) =>
        offered.key === 'service' ? { ...offered, recipients: [`Bezorger ${first} ${recipients}`] } : offered,
      );
      await changeDraft(one, publicId, { ...body, purposes });
      await proposeOffer(one, publicId, { material, note: 'Proef' });
      await confirmOffer(other, publicId);
    },
    join: (a, b) => transact(ctx, 'service', (ctx) => joinPermissions(ctx, number(a), number(b))),
    part: (a, b) => transact(ctx, 'service', (ctx) => partPermissions(ctx, number(a), number(b))),
    setMinor: async (person) => {
      const grounds = { strength: 0, evidence: 'Ik zit in de brugklas' };
      await transact(ctx, 'service', (ctx) => setMinor(ctx, number(person), grounds));
    },
    clearMinor: async (person, strength) => {
      let cleared = false;
      await happens(() =>
        transact(ctx, 'service', async (ctx) => {
          cleared = await clearMinor(ctx, number(person), { strength, evidence: 'Paspoort gezien' });
        }),
      );
      return cleared;
    },
    use,
    enqueue: async (person, one) => void queue.push({ person, use: one }),
    run: async () => {
      const ran = [];
      for (const { person, use: one } of queue.splice(0))
        ran.push({ person, use: one, done: await use(person, one) });
      return ran;
    },
    state: (person, purpose) => transact(ctx, 'service', (ctx) => stateOf(ctx, number(person), purpose)),
  };
}

/** Whether it happened, or was refused; anything else is a mistake. */
export async function happens(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
