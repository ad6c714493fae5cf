import { redirect } from 'react-router';
import { listRules, type ShownRule } from '../../conversations/approving/ruling.ts';
import { listAssignable } from '../../conversations/assigning.ts';
import { checkKeys, usualStrictness } from '../../conversations/composing/check.ts';
import { listChecks } from '../../conversations/composing/conflicting.ts';
import { listSignatures } from '../../conversations/composing/signing.ts';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { listQueues } from '../../organisation/queues.ts';
import { listRules as listDocuments } from '../../organisation/rules/rule-overview.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { topicNames } from '../organisation/mandates/topics.ts';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/answer-rules-page.ts';
import { CheckForms } from './check-forms.tsx';
import { doRule, ruleForms } from './rules-posted.ts';
import { SignatureForms } from './signature-forms.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const topics = await topicNames(ctx, locale);
  const checks = await listChecks(ctx);
  return {
    rules: await listRules(ctx),
    queues: (await listQueues(ctx)).map(({ key, name }) => ({ key, name })),
    people: await listAssignable(ctx, null),
    topics,
    documents: (await listDocuments(ctx)).map(({ publicId, words }) => ({
      publicId,
      title: words[locale].title,
    })),
    checks: checkKeys.map((key) => ({
      key,
      how: checks.get(key)?.how ?? usualStrictness[key],
      document: checks.get(key)?.document ?? null,
    })),
    signatures: await listSignatures(ctx),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const form = await readForm(request, ruleForms);
  if (!form.ok) return again(form.answer);
  try {
    await doRule(ctx, form.value);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.answerRules(), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
}

export default function AnswerRulesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { answers } = useWords();
  const words = answers.rules;
  const answerOf = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-5">
        <Card title={words.approval.title}>
          <p className="mb-3 text-soft">{words.approval.lead}</p>
          <Running rules={loaderData.rules} topics={loaderData.topics} />
          <NewRule {...loaderData} answer={answerOf('approval')} />
        </Card>
        <Card title={words.checks.title}>
          <p className="mb-3 text-soft">{words.checks.lead}</p>
          <CheckForms checks={loaderData.checks} documents={loaderData.documents} />
        </Card>
        <Card title={words.signature.title}>
          <p className="mb-3 text-soft">{words.signature.lead}</p>
          <SignatureForms signatures={loaderData.signatures} answer={answerOf('signature')} />
        </Card>
      </div>
    </div>
  );
}

interface Named {
  key: string;
  name: string;
}

function Running({ rules, topics }: { rules: readonly ShownRule[]; topics: readonly Named[] }) {
  const { approval } = useWords().answers.rules;
  if (rules.length === 0) return <p className="mb-4 text-soft">{approval.none}</p>;
  const nameOf = ({ kind, of, name }: ShownRule) =>
    kind === 'topic' ? (topics.find(({ key }) => key === of)?.name ?? name) : name;
  return (
    <ul className="mb-5 divide-y divide-line border-y border-line">
      {rules.map((rule) => (
        <li
          key={rule.publicId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5"
        >
          <span>
            {approval.kinds[rule.kind]}: <b className="font-medium">{nameOf(rule)}</b> ·{' '}
            {rule.how === 'sample' ? approval.sampled(rule.share ?? 0) : approval.hows[rule.how]}
          </span>
          <Form className="inline">
            <input type="hidden" name="act" value="end" />
            <input type="hidden" name="id" value={rule.publicId} />
            <Button size="small" tone="quiet">
              {approval.end}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

interface NewRuleProps {
  queues: readonly Named[];
  topics: readonly Named[];
  people: readonly { publicId: string; name: string }[];
  answer: FormAnswer | undefined;
}

function NewRule({ queues, topics, people, answer }: NewRuleProps) {
  const { approval } = useWords().answers.rules;
  const options = [
    ...queues.map(({ key, name }) => ({ value: `queue:${key}`, label: `${approval.kinds.queue}: ${name}` })),
    ...topics.map(({ key, name }) => ({ value: `topic:${key}`, label: `${approval.kinds.topic}: ${name}` })),
    ...people.map(({ publicId, name }) => ({
      value: `person:${publicId}`,
      label: `${approval.kinds.person}: ${name}`,
    })),
  ];
  return (
    <Form answer={answer}>
      <input type="hidden" name="act" value="approval" />
      <div className="grid gap-x-5 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_8rem]">
        <Select name="of" label={approval.of} options={options} answer={answer} />
        <Select
          name="how"
          label={approval.how}
          options={(['always', 'sample', 'none'] as const).map((value) => ({
            value,
            label: approval.hows[value],
          }))}
          answer={answer}
        />
        <Field name="share" type="number" min={1} max={100} label={approval.share} optional answer={answer} />
      </div>
      <Button tone="primary">{approval.set}</Button>
    </Form>
  );
}
