import { Link } from 'react-router';
import { z } from 'zod';
import type { Rule } from '../../conversations/routing/rule.ts';
import { publishRules, rulesNow, rulesVersions } from '../../conversations/routing/rules.ts';
import { tryRules } from '../../conversations/routing/trying.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/rules-page.ts';
import { type Choices, readChoices } from './choices.ts';
import { ConditionsSaid } from './conditions-said.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { moved } from './ordering.ts';
import { TrialView } from './trial-view.tsx';
import { Versions } from './versions.tsx';

const shape = z.object({ act: z.enum(['up', 'down', 'remove']), key: z.string().max(40) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { rules } = await rulesNow(ctx);
  return {
    rules,
    versions: (await rulesVersions(ctx)).map(({ madeAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
    })),
    choices: await readChoices(ctx, pageContext(context).locale),
    trial: url.searchParams.has('try') ? await tryRules(ctx, rules) : null,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ act, key }) => {
    const { rules } = await rulesNow(ctx);
    await publishRules(ctx, moved(rules, key, act));
    return urls.routingRules();
  });
}

export default function RulesPage({ loaderData }: Route.ComponentProps) {
  const { rules: words } = useWords().routing;
  const { rules, choices, trial, versions } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.routingRule('new')} tone="primary">
            {words.add}
          </LinkButton>
        }
      />
      {rules.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <>
          <Rules rules={rules} choices={choices} />
          <p className="mt-3 mb-5 text-soft">{words.rest}</p>
          <LinkButton to={`${urls.routingRules({ try: 1 })}#trial`}>{words.try}</LinkButton>
        </>
      )}
      {trial && <TrialView trial={trial} choices={choices} />}
      <Versions
        title={words.versions}
        rows={versions.map(({ id, rules, madeAt, madeBy }) => ({
          id,
          count: words.version(rules),
          madeAt,
          madeBy,
        }))}
      />
    </div>
  );
}

function Rules({ rules, choices }: { rules: readonly Rule[]; choices: Choices }) {
  const { rules: words } = useWords().routing;
  const { number } = useFormats();
  const nameOf = (key: string) => choices.queues.find(({ value }) => value === key)?.label ?? key;
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rules.map((rule, at) => (
        <li key={rule.key} className="flex items-start gap-3 px-4 py-3">
          <span className="w-6 shrink-0 text-right text-soft tabular-nums">{number(at + 1)}</span>
          <div className="min-w-0 flex-1">
            <p>
              <Link to={urls.routingRule(rule.key)} className="link font-medium">
                {rule.name}
              </Link>{' '}
              <span>{words.to(nameOf(rule.queue))}</span>
              {rule.times !== 'always' && <span className="text-soft">, {words.timesNames[rule.times]}</span>}
            </p>
            <p className="text-sm break-words">
              <ConditionsSaid conditions={rule.conditions} choices={choices} />
            </p>
          </div>
          <OrderButtons one={rule} isFirst={at === 0} isLast={at === rules.length - 1} />
        </li>
      ))}
    </ol>
  );
}
