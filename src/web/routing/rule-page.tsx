import { anything, type Rule, times } from '../../conversations/routing/rule.ts';
import { publishRules, rulesNow } from '../../conversations/routing/rules.ts';
import { tryRules } from '../../conversations/routing/trying.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { kept, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/rule-page.ts';
import { type Choices, readChoices } from './choices.ts';
import { ConditionFields } from './condition-fields.tsx';
import { readConditions } from './conditions-posted.ts';
import { freeKey, moved, withOne } from './ordering.ts';
import { TrialView } from './trial-view.tsx';

const fresh = 'new';

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { rules } = await rulesNow(ctx);
  const rule = rules.find(({ key }) => key === params.key) ?? null;
  if (!rule && params.key !== fresh) throw new Refusal('not-found.rule', { key: params.key });
  return { rule, choices: await readChoices(ctx, pageContext(context).locale) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await request.formData();
  const act = String(form.get('act') ?? '');
  const { rules } = await rulesNow(ctx);
  const rule = ruleOf(form, params.key === fresh ? freeKey(rules, 'r') : params.key);
  try {
    if (act === 'try')
      return again({ trial: await tryRules(ctx, withOne(rules, rule)), rule } as RuleAnswer, 200);
    if (act === 'remove') await publishRules(ctx, moved(rules, params.key, 'remove'));
    else if (rule.name === '') return again({ rule, problems: { name: { code: 'required' } } } as RuleAnswer);
    else await publishRules(ctx, withOne(rules, rule));
    return kept(urls.routingRules());
  } catch (error) {
    return refusedForm(error, {});
  }
}

/** The form once more, as it was filled in, with what it would do. */
type RuleAnswer = FormAnswer & { rule?: Rule; trial?: Awaited<ReturnType<typeof tryRules>> };

function ruleOf(form: FormData, key: string): Rule {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    key,
    name: text('name').slice(0, 100),
    conditions: readConditions(form),
    times: times.find((one) => one === text('times')) ?? 'always',
    queue: text('queue').slice(0, 100),
  };
}

export default function RulePage({ loaderData, actionData }: Route.ComponentProps) {
  const { rules: words } = useWords().routing;
  const { choices } = loaderData;
  const answer = actionData as RuleAnswer | undefined;
  const rule = answer?.rule ?? loaderData.rule;
  const back = (
    <LinkButton to={urls.routingRules()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader title={loaderData.rule ? loaderData.rule.name : words.add} aside={back} />
      <RuleForm rule={rule} choices={choices} answer={answer} />
      {loaderData.rule && (
        <div className="mt-6">
          <Act act="remove" label={words.remove} tone="quiet" answer={undefined}>
            <p className="mb-3 text-soft">{words.removeWhy}</p>
          </Act>
        </div>
      )}
      {answer?.trial && <TrialView trial={answer.trial} choices={choices} />}
    </div>
  );
}

interface RuleFormProps {
  rule: Rule | null;
  choices: Choices;
  answer: RuleAnswer | undefined;
}

function RuleForm({ rule, choices, answer }: RuleFormProps) {
  const { rules: words } = useWords().routing;
  return (
    <Form answer={answer}>
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={rule?.name ?? ''}
        maxLength={100}
        answer={answer}
      />
      <ConditionFields conditions={rule?.conditions ?? anything} choices={choices} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select name="queue" label={words.leads} defaultValue={rule?.queue} options={choices.queues} />
        <Select
          name="times"
          label={words.times}
          defaultValue={rule?.times ?? 'always'}
          options={times.map((value) => ({ value, label: words.timesNames[value] }))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button tone="primary" name="act" value="keep">
          {words.keep}
        </Button>
        <Button name="act" value="try">
          {words.try}
        </Button>
      </div>
    </Form>
  );
}
