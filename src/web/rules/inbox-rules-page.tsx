import { Link } from 'react-router';
import { z } from 'zod';
import type { Rule } from '../../conversations/ruling/rule.ts';
import { publishRules, rulesNow, rulesVersions } from '../../conversations/ruling/rules.ts';
import { type Tally, tallies } from '../../conversations/ruling/runs.ts';
import { tryRules } from '../../conversations/ruling/trying.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { OrderButtons } from '../routing/order-buttons.tsx';
import { moved } from '../routing/ordering.ts';
import { Versions } from '../routing/versions.tsx';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/inbox-rules-page.ts';
import { type RuleChoices, readRuleChoices } from './choices.ts';
import { useActs, useReasons, useWhen } from './said.tsx';
import { TrialView } from './trial-view.tsx';

const shape = z.object({ act: z.enum(['up', 'down', 'remove']), key: z.string().max(40) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { rules } = await rulesNow(ctx);
  const counted = await tallies(ctx);
  return {
    rules: rules.map((rule) => ({ rule, tally: counted.get(rule.key) ?? null })),
    versions: (await rulesVersions(ctx)).map(({ madeAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
    })),
    choices: await readRuleChoices(ctx, pageContext(context).locale),
    trial: url.searchParams.has('try') ? await tryRules(ctx, rules) : null,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ act, key }) => {
    const { rules, versionId } = await rulesNow(ctx);
    await publishRules(ctx, moved(rules, key, act), versionId);
    return urls.inboxRules();
  });
}

export default function InboxRulesPage({ loaderData }: Route.ComponentProps) {
  const { ruling: words, routing } = useWords();
  const { rules, choices, trial, versions } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.inboxRule('new')} tone="primary">
            {words.add}
          </LinkButton>
        }
      />
      {rules.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <>
          <Rules rules={rules} choices={choices} />
          <div className="mt-5">
            <LinkButton to={`${urls.inboxRules({ try: 1 })}#trial`}>{words.try}</LinkButton>
          </div>
        </>
      )}
      {trial && <TrialView trial={trial} choices={choices} />}
      <Versions
        title={words.versions}
        rows={versions.map(({ id, rules, madeAt, madeBy }) => ({
          id,
          count: routing.rules.version(rules),
          madeAt,
          madeBy,
        }))}
      />
    </div>
  );
}

interface RulesProps {
  rules: readonly { rule: Rule; tally: Tally | null }[];
  choices: RuleChoices;
}

function Rules({ rules, choices }: RulesProps) {
  const words = useWords().ruling;
  const { number } = useFormats();
  const when = useWhen();
  const { conditions } = useReasons(choices);
  const acts = useActs(choices);
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rules.map(({ rule, tally }, at) => (
        <li key={rule.key} className="flex items-start gap-3 px-4 py-3">
          <span className="w-6 shrink-0 text-right text-soft tabular-nums">{number(at + 1)}</span>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Link to={urls.inboxRule(rule.key)} className="link font-medium">
                {rule.name}
              </Link>
              {!rule.active && <Badge>{words.inactive}</Badge>}
              {rule.stop && <Badge>{words.stops}</Badge>}
            </p>
            <p className="text-sm break-words text-soft">
              {words.when} {when(rule)} · {conditions(rule)}
            </p>
            <p className="text-sm break-words">{acts(rule.acts)}</p>
            {tally && <TallySaid tally={tally} />}
          </div>
          <OrderButtons one={rule} isFirst={at === 0} isLast={at === rules.length - 1} />
        </li>
      ))}
    </ol>
  );
}

function TallySaid({ tally: { held, wrong, heldBack } }: { tally: Tally }) {
  const words = useWords().ruling;
  return (
    <p className="text-sm text-soft">
      {words.week(held)}
      {wrong > 0 && <span className="text-clay"> · {words.wrong(wrong)}</span>}
      {heldBack > 0 && <span className="text-clay"> · {words.heldBack(heldBack)}</span>}
    </p>
  );
}
