import { z } from 'zod';
import { listGoals } from '../../../insights/goals/goals.ts';
import { lastMoment } from '../../../insights/moment.ts';
import { listColleagues, listRuleTitles } from '../../../journey/choices.ts';
import { readJourney } from '../../../journey/journey.ts';
import { describeArea, listAreas, noteTest } from '../../../journey/models/area-facts.ts';
import { areas } from '../../../journey/models/ladder.ts';
import { may } from '../../../organisation/authority.ts';
import { asDate } from '../../../platform/clock.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Card } from '../../ui/card.tsx';
import { chosen, reader, steerer } from '../door.ts';
import { journeyView } from '../journey-view.ts';
import type { Route } from './+types/models-page.ts';
import { AreaForms } from './area-forms.tsx';
import { Ladder, Roadmap } from './model-tables.tsx';

const area = z.enum(areas);
const acts = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('describe'), area, owner: chosen, tool: z.string().trim().max(200) },
    ...{ rule: chosen, goal: chosen, out: z.string().trim().max(300) },
  }),
  z.object({
    ...{ act: z.literal('test'), area, day: z.iso.date(), what: z.string().trim().min(3).max(300) },
    kept: z.enum(['yes', 'no']),
  }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const asOf = await lastMoment(ctx);
  if (!asOf) throw new Refusal('not-found.messages');
  const journey = await readJourney(ctx, asOf);
  const { phase, ladder, overlay } = journeyView(journey, ctx.locale);
  const steers = may(ctx.actor, 'journey.manage');
  return {
    ...{ points: phase.points, ladder, overlay, steers },
    records: steers ? await listAreas(ctx) : [],
    choices: steers
      ? {
          colleagues: await listColleagues(ctx),
          rules: await listRuleTitles(ctx),
          goals: (await listGoals(ctx, asDate(ctx.clock.now()))).map(({ id, name }) => ({ id, name })),
        }
      : { colleagues: [], rules: [], goals: [] },
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'test') {
      const { day, what, kept } = given;
      await noteTest(ctx, given.area, { day, what, kept: kept === 'yes' });
      return urls.journeyModels();
    }
    await describeArea(ctx, {
      key: given.area,
      ownerId: given.owner || null,
      tool: given.tool || null,
      ruleId: given.rule || null,
      goalId: given.goal || null,
      outOfScopeWhy: given.out || null,
    });
    return urls.journeyModels();
  });
}

export default function ModelsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { points, ladder, overlay, steers, records, choices } = loaderData;
  const words = useWords().journeying;
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.models.title} lead={words.models.lead} />
      <Card>
        <h2 className="mb-3 text-lg">{words.models.roadmap}</h2>
        <Roadmap points={points} />
      </Card>
      <Card>
        <h2 className="mb-3 text-lg">{words.models.ladder}</h2>
        <Ladder rungs={ladder} />
      </Card>
      <Card title={words.overlayTitle}>
        <p>{words.overlay[overlay]}</p>
      </Card>
      {steers && <AreaForms records={records} choices={choices} answer={actionData} />}
      <p className="text-sm text-faint">{words.models.sources}</p>
    </div>
  );
}
