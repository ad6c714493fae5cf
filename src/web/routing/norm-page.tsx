import { clocks, type Norm } from '../../conversations/norms/norm.ts';
import { normsVersions, publishNorms } from '../../conversations/norms/norms.ts';
import { anything } from '../../conversations/routing/rule.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, type Problem, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { kept, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/norm-page.ts';
import { type Choices, readChoices } from './choices.ts';
import { ConditionFields, Ticks } from './condition-fields.tsx';
import { readConditions, tickedIn } from './conditions-posted.ts';
import { freeKey, moved, withOne } from './ordering.ts';
import { readTime, writeTime } from './times.ts';

const fresh = 'new';
const kinds = ['first', 'next', 'resolution'] as const;

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  const [newest] = await normsVersions(ctx);
  const norm = newest?.norms.find(({ key }) => key === params.key) ?? null;
  if (!norm && params.key !== fresh) throw new Refusal('not-found.rule', { key: params.key });
  return { norm, choices: await readChoices(ctx, pageContext(context).locale) };
}

/** The form once more, as it was filled in. */
type NormAnswer = FormAnswer & { norm?: Norm };

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await request.formData();
  const [newest] = await normsVersions(ctx);
  const norms = newest?.norms ?? [];
  const norm = normOf(form, params.key === fresh ? freeKey(norms, 'n') : params.key);
  const problems = problemsOf(form);
  try {
    if (form.get('act') === 'remove') await publishNorms(ctx, moved(norms, params.key, 'remove'));
    else if (Object.keys(problems).length > 0)
      return again({ norm, problems, given: timesIn(form) } as NormAnswer);
    else await publishNorms(ctx, withOne(norms, norm));
    return kept(urls.norms());
  } catch (error) {
    const refused = refusedForm(error, timesIn(form));
    return { ...refused, data: { ...refused.data, norm } as NormAnswer };
  }
}

function timesIn(form: FormData): Record<string, string> {
  return Object.fromEntries(kinds.map((kind) => [kind, String(form.get(kind) ?? '').slice(0, 20)]));
}

function problemsOf(form: FormData): Record<string, Problem> {
  const wrong = kinds.filter((kind) => readTime(String(form.get(kind) ?? '')) === undefined);
  const nameless = String(form.get('name') ?? '').trim() === '';
  return {
    ...Object.fromEntries(wrong.map((kind) => [kind, { code: 'other' } as const])),
    ...(nameless ? { name: { code: 'required' } as const } : {}),
  };
}

function normOf(form: FormData, key: string): Norm {
  const time = (kind: string) => readTime(String(form.get(kind) ?? '')) ?? null;
  return {
    key,
    name: String(form.get('name') ?? '')
      .trim()
      .slice(0, 100),
    queues: tickedIn(form, 'queues'),
    conditions: readConditions(form),
    clock: clocks.find((one) => one === form.get('clock')) ?? 'hours',
    first: time('first'),
    next: time('next'),
    resolution: time('resolution'),
  };
}

export default function NormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { norms: words } = useWords().routing;
  const answer = actionData as NormAnswer | undefined;
  const back = (
    <LinkButton to={urls.norms()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader title={loaderData.norm ? loaderData.norm.name : words.add} aside={back} />
      <NormForm norm={answer?.norm ?? loaderData.norm} choices={loaderData.choices} answer={answer} />
      {loaderData.norm && (
        <div className="mt-6">
          <Act act="remove" label={words.remove} tone="quiet" answer={undefined}>
            <p className="mb-3 text-soft">{words.removeWhy}</p>
          </Act>
        </div>
      )}
    </div>
  );
}

interface NormFormProps {
  norm: Norm | null;
  choices: Choices;
  answer: NormAnswer | undefined;
}

function NormForm({ norm, choices, answer }: NormFormProps) {
  const { norms: words } = useWords().routing;
  const { locale } = useFormats();
  return (
    <Form answer={answer}>
      <Field name="name" label={words.name} defaultValue={norm?.name ?? ''} maxLength={100} answer={answer} />
      <div className="grid gap-x-4 sm:grid-cols-3">
        {kinds.map((kind) => (
          <Field
            key={kind}
            name={kind}
            label={words[kind]}
            defaultValue={writeTime(norm?.[kind] ?? null, locale)}
            answer={answer}
            optional
          />
        ))}
      </div>
      <p className="-mt-3 mb-5 text-sm text-soft">{words.timeHint}</p>
      <Select
        name="clock"
        label={words.clock}
        defaultValue={norm?.clock ?? 'hours'}
        options={clocks.map((value) => ({ value, label: words.clocks[value] }))}
      />
      <Ticks list="queues" label={words.queues} options={choices.queues} ticked={norm?.queues ?? []} />
      <ConditionFields conditions={norm?.conditions ?? anything} choices={choices} />
      <Button tone="primary" name="act" value="keep">
        {words.keep}
      </Button>
    </Form>
  );
}
