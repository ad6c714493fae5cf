import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { may, requires } from '../../organisation/authority.ts';
import { items } from '../../pilots/culture/items.ts';
import { library } from '../../pilots/library/library.ts';
import { getTemplate, retireTemplate } from '../../pilots/library/own.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import { RemarkLink } from '../journey/mending/remark-link.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Act, Facts } from '../privacy/act.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/template-page.ts';
import { capabilityNames } from './naming.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const template = await getTemplate(ctx, params.key);
  return {
    key: template.key,
    area: template.area,
    words: template[locale],
    fit: template.fit,
    hours: template.hoursAWeek,
    days: template.phases.map(({ days }) => days),
    switches: capabilityNames(template.capabilities, locale),
    own: !library.some(({ key }) => key === template.key),
    mayManage: may(ctx.actor, 'pilot.manage'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.manage');
  const form = await readForm(request, z.object({ act: z.literal('retire') }));
  if (!form.ok) return again(form.answer);
  await retireTemplate(ctx, params.key);
  return redirect(urls.pilotTemplates(), 303);
}

export default function TemplatePage({ loaderData, actionData }: Route.ComponentProps) {
  const { pilots } = useWords();
  const { templates: words, culture } = pilots;
  const { list } = useFormats();
  const { key, area, words: said, fit, hours, days, switches, own, mayManage } = loaderData;
  const asks = items.flatMap((item) => {
    const least = fit[item];
    return least === undefined ? [] : [words.atLeast(culture.short[item], least)];
  });
  return (
    <div className="max-w-3xl">
      <Link to={urls.pilotTemplates()} className="link text-sm">
        {words.all}
      </Link>
      <PageHeader
        title={said.name}
        lead={said.about}
        aside={
          mayManage && (
            <LinkButton to={urls.newPilot({ template: key })} tone="primary">
              {words.use}
            </LinkButton>
          )
        }
      />
      <div className="space-y-5">
        <Card title={`${pilots.areas[area]} · ${key}`}>
          <Facts
            facts={[
              [words.switches, list(switches)],
              [words.means, [...said.means, words.hours(hours)].join('\n')],
              [words.metric, said.metric],
              [words.benefit, said.benefit],
              [words.guard, said.guard],
              [words.boards, said.boards],
              [words.culture, list(asks) || words.cultureNone],
            ]}
          />
        </Card>
        <Card title={words.phases}>
          <ol className="space-y-3">
            {said.phases.map((about, at) => (
              <li key={about} className="flex gap-3">
                <span className="figures text-lg font-semibold text-water">{at + 1}</span>
                <span>
                  {about} <span className="text-sm text-faint">{words.days(days[at] ?? 0)}</span>
                </span>
              </li>
            ))}
          </ol>
        </Card>
        {own && mayManage && <Act act="retire" label={words.retire} answer={actionData} />}
        <RemarkLink kind="template" about={key} />
      </div>
    </div>
  );
}
