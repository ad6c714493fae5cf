import { dateHere } from '../../../organisation/mandates/holding.ts';
import { firstRules } from '../../../organisation/rules/first-rules.ts';
import { makeRule } from '../../../organisation/rules/publishing.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { doForm, manager } from '../managing.ts';
import type { Route } from './+types/new-rule-page.ts';
import { RuleForm } from './rule-form.tsx';
import { ruleOf, ruleShape } from './rule-posted.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const today = await dateHere(ctx, ctx.clock.now());
  const inAYear = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  return { today, inAYear, start: firstRules };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, ruleShape, async (given) => urls.ruleAdmin(await makeRule(ctx, ruleOf(given))));
}

export default function NewRulePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().houseRules;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.make}
        lead={words.makeLead}
        aside={
          <LinkButton to={urls.rulesAdmin()} tone="quiet" size="small" icon="previous">
            {words.title}
          </LinkButton>
        }
      />
      <RuleForm {...loaderData} answer={actionData} />
    </div>
  );
}
