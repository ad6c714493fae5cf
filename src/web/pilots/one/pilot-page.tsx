import { Link } from 'react-router';
import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act, Facts } from '../../privacy/act.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import { PilotState } from '../state-badge.tsx';
import type { Route } from './+types/pilot-page.ts';
import { actOnPilot } from './acting.ts';
import { Benefit } from './benefit.tsx';
import { Criteria } from './criteria.tsx';
import { Decision } from './decision.tsx';
import { FitTest } from './fit-test.tsx';
import { History, Lessons } from './history.tsx';
import { Running } from './on-now.tsx';
import { PlanForm } from './plan-form.tsx';
import { readPilot, type ShownPilot } from './reading.ts';
import { Ready } from './ready.tsx';
import { writeFigure } from './writing.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'pilot.read');
  return readPilot(page, params.id);
}

export function action({ context, params, request }: Route.ActionArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'pilot.read');
  return actOnPilot(page, request, params.id);
}

export default function PilotPage({ loaderData, actionData }: Route.ComponentProps) {
  const { pilots: words } = useWords();
  const formats = useFormats();
  const { pilot, switches, planning, on, result, may, acts } = loaderData;
  const measured = planning?.measured;
  return (
    <div className="max-w-4xl">
      <Link to={urls.pilots()} className="link text-sm print:hidden">
        {words.back}
      </Link>
      <PageHeader
        title={pilot.title}
        lead={pilot.goal}
        aside={<LinkButton to={urls.pilotCase(pilot.id)}>{words.businessCase.open}</LinkButton>}
      />
      <div className="space-y-5">
        <Head pilot={pilot} switches={switches} />
        <Criteria shown={loaderData} />
        {on && <Running shown={loaderData} on={on} answer={actionData} />}
        {(acts.includes('keep') || acts.includes('scale') || acts.includes('stop')) && on && (
          <Decision shown={loaderData} on={on} answer={actionData} />
        )}
        {result && <Benefit shown={loaderData} result={result} answer={actionData} />}
        {!on && !result && <FitTest shown={loaderData} answer={actionData} />}
        {planning?.lacking && <Ready shown={loaderData} planning={planning} answer={actionData} />}
        {planning && may.arrange && (
          <PlanForm
            written={planning.written}
            choices={planning.choices}
            measured={
              measured
                ? {
                    value: writeFigure(
                      measured.code === 'FRT' ? 'seconds' : 'share',
                      formats,
                    )(measured.value),
                    n: formats.number(measured.n),
                  }
                : null
            }
            answer={actionData}
          />
        )}
        <Lessons shown={loaderData} answer={actionData} />
        {acts.includes('drop') && may.arrange && <Drop answer={actionData} />}
        {result && may.arrange && (
          <Act act="template" label={words.templates.keep} answer={actionData}>
            <p className="mb-3 text-soft">{words.templates.keepLead}</p>
          </Act>
        )}
        <History steps={loaderData.steps} />
      </div>
    </div>
  );
}

function Head({ pilot, switches }: Pick<ShownPilot, 'pilot' | 'switches'>) {
  const { pilots: words, piloting } = useWords();
  const { list } = useFormats();
  const { plan } = piloting;
  return (
    <Card>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <PilotState state={pilot.state} />
        {pilot.phase > 0 && <span className="text-soft">{words.phase(pilot.phase)}</span>}
      </p>
      <Facts
        facts={[
          [words.fresh.area, words.areas[pilot.area]],
          [words.templates.switches, list(switches)],
          [plan.owner, pilot.owner ?? plan.nobody],
          [plan.sponsor, pilot.sponsor ?? plan.nobody],
          [plan.department, pilot.department ?? plan.nobody],
          pilot.template
            ? [
                words.fresh.from,
                <Link key="template" to={urls.pilotTemplate(pilot.template)} className="link">
                  {pilot.template}
                </Link>,
              ]
            : null,
        ]}
      />
    </Card>
  );
}

function Drop({ answer }: { answer: Route.ComponentProps['actionData'] }) {
  const { decision } = useWords().piloting;
  return (
    <Act act="drop" label={decision.drop} answer={answer} tone="quiet">
      <Textarea name="why" label={decision.dropWhy} rows={2} />
    </Act>
  );
}
