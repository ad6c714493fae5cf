import { z } from 'zod';
import { publishRules, rulesNow, rulesVersions } from '../../conversations/routing/rules.ts';
import { tryRules } from '../../conversations/routing/trying.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/rules-page.ts';
import { readChoices } from './choices.ts';
import { ConditionsSaid } from './conditions-said.tsx';
import { OrderedList, OrderedPage } from './ordered.tsx';
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
  const nameOf = (key: string) => choices.queues.find(({ value }) => value === key)?.label ?? key;
  return (
    <OrderedPage
      words={words}
      add={urls.routingRule('new')}
      isEmpty={rules.length === 0}
      list={
        <>
          <OrderedList
            rows={rules}
            to={urls.routingRule}
            beside={({ queue, times }) => (
              <>
                <span>{words.to(nameOf(queue))}</span>
                {times !== 'always' && <span className="text-soft">, {words.timesNames[times]}</span>}
              </>
            )}
            below={({ conditions }) => (
              <p className="text-sm break-words">
                <ConditionsSaid conditions={conditions} choices={choices} />
              </p>
            )}
          />
          <p className="mt-3 mb-5 text-soft">{words.rest}</p>
          <LinkButton to={`${urls.routingRules({ try: 1 })}#trial`}>{words.try}</LinkButton>
        </>
      }
    >
      {trial && <TrialView trial={trial} choices={choices} />}
      <Versions
        title={words.versions}
        rows={versions.map(({ rules, ...row }) => ({ ...row, count: words.version(rules) }))}
      />
    </OrderedPage>
  );
}
