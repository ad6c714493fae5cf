import { type Context, transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import type { State } from '../privacy/permission.ts';
import type { Purpose } from '../privacy/purpose.ts';
import { getPerson } from './customer.ts';

/**
 * Writes down that a person objects to a purpose, as they told a colleague. Shows nothing of the person, so it is no
 * use of their data and also works where the person withheld everything else.
 * @throws Refusal `not-found.person`, `invalid.objection`
 */
export async function recordObjection(
  ctx: Context,
  id: string,
  { purpose, evidence }: { purpose: Purpose; evidence: string },
): Promise<State> {
  return transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    return decide(ctx, person.id, { purpose, act: 'object', strength: 1, evidence });
  });
}
