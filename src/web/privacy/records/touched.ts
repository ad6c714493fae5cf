import { whoIsTouched } from '../../../listening/touched.ts';
import { requires } from '../../../organisation/authority.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { getIncident } from '../../../privacy/records/incident.ts';
import type { Route } from './+types/touched.ts';
import { csvResponse } from './csv.ts';

const most = 100_000;

/** Who is touched by a breach, by their number here: to tell them, not to read about them. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const { first } = await transact(ctx, 'legal', async (ctx) =>
    whoIsTouched(ctx, (await getIncident(ctx, params.id)).scope, most),
  );
  return csvResponse(params.id, [['person'], ...first.map((id) => [id])], locale);
}
