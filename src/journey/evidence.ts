import { factOf, shareOf } from '../insights/figures/making.ts';
import type { Measured } from '../insights/measured.ts';
import { measureCulture } from '../pilots/measures.ts';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { assessmentFigures } from './assessing/figures.ts';
import { attestedFigures } from './noting/attesting.ts';
import { hasTeam } from './team/team.ts';

/** Figures the journey gives itself: the team, what colleagues say and directors state, and the culture. */
export async function ownFigures(ctx: Context, asOf: Temporal.Instant): Promise<Measured[]> {
  const at = asDate(asOf);
  const culture = await measureCulture(ctx, at);
  return [
    factOf(['TEAM', 'now'], await hasTeam(ctx, at)),
    shareOf(['CULTURE', 'round'], culture, { source: 'survey' }),
    ...(await assessmentFigures(ctx, at)),
    ...(await attestedFigures(ctx, at)),
  ];
}
