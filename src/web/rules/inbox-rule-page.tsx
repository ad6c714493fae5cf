import { redirect } from 'react-router';
import { runOnce } from '../../conversations/ruling/once.ts';
import type { Rule } from '../../conversations/ruling/rule.ts';
import { publishRules, rulesNow } from '../../conversations/ruling/rules.ts';
import { lastRunsOf } from '../../conversations/ruling/runs.ts';
import { tryRules } from '../../conversations/ruling/trying.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { kept, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { freeKey, moved, withOne } from '../routing/ordering.ts';
import { LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/inbox-rule-page.ts';
import { readRuleChoices } from './choices.ts';
import { type RuleAnswer, RuleForm } from './rule-form.tsx';
import { ruleOf } from './rule-posted.ts';
import { RunsView } from './runs-view.tsx';
import { TrialView } from './trial-view.tsx';

const fresh = 'new';

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { rules, versionId } = await rulesNow(ctx);
  const rule = rules.find(({ key }) => key === params.key) ?? null;
  if (!rule && params.key !== fresh) throw new Refusal('not-found.rule', { key: params.key });
  const runs = rule ? await lastRunsOf(ctx, rule.key) : [];
  return {
    rule,
    version: versionId ?? '',
    asked: url.searchParams.has('asked'),
    runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
    choices: await readRuleChoices(ctx, pageContext(context).locale),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await request.formData();
  const act = String(form.get('act') ?? '');
  const { rules, versionId } = await rulesNow(ctx);
  const seen = form.has('version') ? String(form.get('version')) || null : versionId;
  try {
    if (act === 'once') {
      await runOnce(ctx, params.key, { queue: String(form.get('queue') ?? '').slice(0, 100) || null });
      return redirect(urls.inboxRule(params.key, { asked: 1 }), 303);
    }
    if (act === 'remove') {
      await publishRules(ctx, moved(rules, params.key, 'remove'), versionId);
      return kept(urls.inboxRules());
    }
    const rule = ruleOf(form, params.key === fresh ? freeKey(rules, 'r') : params.key);
    if (act === 'try') return tried(rule, await tryRules(ctx, [{ ...rule, active: true }]));
    if (rule.name === '') return again({ rule, problems: { name: { code: 'required' } } } as RuleAnswer);
    try {
      await publishRules(ctx, withOne(rules, rule), seen);
    } catch (error) {
      const answer = refusedForm(error, {});
      return { ...answer, data: { ...answer.data, rule } as RuleAnswer };
    }
    return kept(urls.inboxRules());
  } catch (error) {
    return refusedForm(error, { act });
  }
}

/** The form once more, as it was filled in, with what the rule would do. */
function tried(rule: Rule, trial: RuleAnswer['trial']) {
  return again({ rule, trial } as RuleAnswer, 200);
}

export default function InboxRulePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().ruling;
  const { choices, version, asked, runs } = loaderData;
  const answer = actionData as RuleAnswer | undefined;
  const back = (
    <LinkButton to={urls.inboxRules()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader title={loaderData.rule ? loaderData.rule.name : words.add} aside={back} />
      {asked && (
        <div className="mb-5">
          <Notice tone="attention" title={words.once.asked} />
        </div>
      )}
      <RuleForm rule={answer?.rule ?? loaderData.rule} version={version} choices={choices} answer={answer} />
      {answer?.trial && <TrialView trial={answer.trial} choices={choices} />}
      {loaderData.rule && (
        <>
          <div className="mt-6 space-y-3">
            <Act act="once" label={words.once.title} answer={answer}>
              <p className="mb-3 text-soft">{words.once.why}</p>
              <Select
                name="queue"
                label={words.once.queue}
                options={[{ value: '', label: words.once.everywhere }, ...choices.queues]}
              />
            </Act>
            <Act act="remove" label={words.remove} tone="quiet" answer={answer}>
              <p className="mb-3 text-soft">{words.removeWhy}</p>
            </Act>
          </div>
          <RunsView runs={runs} />
        </>
      )}
    </div>
  );
}
