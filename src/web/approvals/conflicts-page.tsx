import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { discuss, listConflicts } from '../../conversations/composing/conflicting.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Act } from '../privacy/act.tsx';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Textarea } from '../ui/field.tsx';
import type { Route } from './+types/conflicts-page.ts';

const schema = z.object({ act: z.string(), id: z.string().max(60), remark: z.string().max(1000) });

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const all = url.searchParams.get('all') === '1';
  const rows = await listConflicts(ctx, { all });
  return {
    all,
    rows: rows.map(({ rule, at, discussed, ...row }) => ({
      ...row,
      rule: rule && { id: rule.publicId, version: rule.version, title: rule.title[locale] ?? '' },
      at: at.toISOString(),
      discussed: discussed && { ...discussed, at: discussed.at.toISOString() },
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await discuss(ctx, form.value.id, form.value.remark);
  } catch (error) {
    return refusedForm(error, form.given);
  }
  return redirect(urls.ruleConflicts(), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

export default function ConflictsPage({ loaderData: { rows, all }, actionData }: Route.ComponentProps) {
  const { conflicts: words } = useWords().answers;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <Link to={urls.ruleConflicts(all ? {} : { all: 1 })} className="link">
            {all ? words.open : words.all}
          </Link>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {rows.map((row) => (
            <li key={row.publicId}>
              <Conflict row={row} answer={actionData} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Conflict({ row, answer }: { row: Row; answer: FormAnswer | undefined }) {
  const { answers, composing } = useWords();
  const words = answers.conflicts;
  return (
    <Card
      title={composing.rules.keys[row.key]}
      aside={
        <Badge tone={row.outcome === 'sent' ? 'attention' : 'neutral'}>{words.outcomes[row.outcome]}</Badge>
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
        {row.employee ?? words.program}
        <Moment at={row.at} />
        <Link to={urls.conversation(row.conversation)} className="link">
          {words.conversation}
        </Link>
        {row.rule ? (
          <Link to={urls.houseRule(row.rule.id)} className="link">
            {words.rule(row.rule.title, row.rule.version)}
          </Link>
        ) : (
          <span>{words.noRule}</span>
        )}
      </p>
      {row.reason && <p className="mt-2">{words.reason(row.reason)}</p>}
      {row.discussed ? (
        <p className="mt-2 text-sm text-soft">
          {words.discussed(row.discussed.by ?? '')} <Moment at={row.discussed.at} /> {row.discussed.remark}
        </p>
      ) : (
        <div className="mt-3">
          <Act
            act="discuss"
            label={words.discuss}
            answer={answer?.given?.id === row.publicId ? answer : undefined}
            hidden={{ id: row.publicId }}
          >
            <Textarea name="remark" rows={2} maxLength={1000} label={words.remark} optional />
          </Act>
        </div>
      )}
    </Card>
  );
}
