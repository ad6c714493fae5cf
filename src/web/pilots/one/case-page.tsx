import { requires } from '../../../organisation/authority.ts';
import { getPilot } from '../../../pilots/living/pilot.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { scopeWords } from '../../journey/scope-words.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Facts } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { readNaming, scopeView } from '../naming.ts';
import { PilotState } from '../state-badge.tsx';
import type { Route } from './+types/case-page.ts';
import { resultOf } from './reading.ts';
import { writeFigure, writeGain } from './writing.ts';

/** One sheet to put on the table, or to print. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const pilot = await getPilot(ctx, params.id);
  const naming = await readNaming(ctx);
  const { title, goal, state, owner, sponsor, department, plan } = pilot;
  return {
    title,
    goal,
    state,
    owner: owner?.name ?? null,
    sponsor: sponsor?.name ?? null,
    department: department?.name ?? null,
    plan,
    phases: plan?.phases.map((phase) => phase && { ...phase, ...scopeView(phase.scope, naming) }) ?? [],
    result: pilot.phase > 0 ? await resultOf(ctx, pilot) : null,
  };
}

export default function CasePage({ loaderData }: Route.ComponentProps) {
  const { pilots, piloting } = useWords();
  const { businessCase: words } = pilots;
  const { title, goal, state, owner, sponsor, department, phases, result } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader title={`${words.title}: ${title}`} lead={words.lead} aside={<PilotState state={state} />} />
      <div className="space-y-5">
        <Card title={words.question}>
          <Facts
            facts={[
              [words.lines.goal, goal || '–'],
              [words.lines.owner, owner ?? piloting.plan.nobody],
              [words.lines.sponsor, sponsor ?? piloting.plan.nobody],
              [words.lines.department, department ?? piloting.plan.nobody],
            ]}
          />
        </Card>
        <Planned loaded={loaderData} />
        {phases.length > 0 && <Phases phases={phases} />}
        {result && <Outcome result={result} />}
      </div>
    </div>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Planned({ loaded: { plan } }: { loaded: Loaded }) {
  const { businessCase: words } = useWords().pilots;
  const formats = useFormats();
  if (!plan) return null;
  const write = writeFigure(plan.metric?.unit ?? 'index', formats);
  const known = (value: number | null) => (value === null ? '–' : write(value));
  const other = Object.values(plan.otherCosts).reduce((sum, euros) => sum + euros, 0);
  return (
    <Card title={words.plan}>
      <Facts
        facts={[
          [words.lines.metric, plan.metric?.name ?? '–'],
          [words.lines.baseline, known(plan.baseline)],
          [words.lines.target, known(plan.target)],
          [words.lines.on, plan.targetOn ? formats.day(`${plan.targetOn}T12:00:00Z`) : '–'],
          [words.lines.value, `€ ${formats.number(plan.unitValue, 2)}`],
          [
            words.lines.hours,
            words.lines.perWeek(formats.number(plan.hours, 1), formats.number(plan.rate, 2)),
          ],
          [words.lines.other, `€ ${formats.number(other)}`],
          [
            words.lines.means,
            plan.means.map(({ what, present }) => `${present ? '+' : '−'} ${what}`).join('\n'),
          ],
        ]}
      />
    </Card>
  );
}

function Phases({ phases }: Pick<Loaded, 'phases'>) {
  const { pilots, journey } = useWords();
  const formats = useFormats();
  return (
    <Card title={pilots.templates.phases}>
      <ol className="space-y-3">
        {phases.map((phase, at) =>
          phase ? (
            <li key={`${phase.about} ${phase.days}`}>
              <p className="font-medium">
                {pilots.phase(at + 1)}, {pilots.templates.days(phase.days)}
              </p>
              {phase.about && <p>{phase.about}</p>}
              <p className="text-sm text-soft">{scopeWords(journey.scope, phase, formats)}</p>
            </li>
          ) : null,
        )}
      </ol>
    </Card>
  );
}

function Outcome({ result }: { result: NonNullable<Loaded['result']> }) {
  const { pilots, piloting } = useWords();
  const { benefit: words } = piloting;
  const formats = useFormats();
  const { effect, metric, return: found } = result;
  const unit = metric?.unit ?? 'index';
  return (
    <Card title={pilots.businessCase.result}>
      <Facts
        facts={[
          [words.measured, effect ? writeFigure(unit, formats)(effect.measured) : words.none],
          effect ? [words.without, writeFigure(unit, formats)(effect.counterfactual)] : null,
          effect ? [words.gain, writeGain(unit, formats, words.points)(effect.gain)] : null,
          [words.euros, words.eurosLine(formats.number(found.benefit), formats.number(found.cost))],
          [words.verdict, words.verdicts[found.verdict]],
          found.roi !== null ? [words.roi, formats.percent(found.roi)] : null,
        ]}
      />
    </Card>
  );
}
