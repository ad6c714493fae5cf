import { requires } from '../../organisation/authority.ts';
import { listPilots } from '../../pilots/living/pilot.ts';
import { integrationPlan } from '../../pilots/portfolio/spread.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { words } from '../../platform/words.ts';
import { csvResponse } from '../privacy/records/csv.ts';
import type { Route } from './+types/plan-file.ts';

/** The integration plan for a spreadsheet: one row per pilot and phase. */
export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const { pilots } = words(locale);
  const rows = integrationPlan(await listPilots(ctx)).flatMap(({ area, cells }) =>
    cells.flatMap((all, at) =>
      all.map(({ title, about, days, status }) => [
        pilots.areas[area],
        String(at + 1),
        title,
        about,
        String(days),
        pilots.integration.status[status],
      ]),
    ),
  );
  return csvResponse(pilots.integration.title, [pilots.integration.columns, ...rows], locale);
}
