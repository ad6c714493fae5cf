import { z } from 'zod';
import { dropPractice, getPractice, writePractice } from '../../conversations/practising/practising.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/practice-page.ts';

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['reply', 'note']), text: z.string().trim().min(1).max(10_000) }),
  z.object({ act: z.literal('drop') }),
]);

export async function loader({ context, params }: Route.LoaderArgs) {
  const practice = await getPractice(pageContext(context).context, params.id);
  const { case: chosen, locale, lines, done } = practice;
  return {
    title: chosen.title[locale],
    customer: chosen.customer,
    audience: chosen.audience,
    done,
    lines: lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    // Only afterwards: whoever practises finds their own words first.
    points: done ? chosen.points.map((point) => point[locale]) : [],
    example: done ? chosen.example[locale] : null,
  };
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  return doForm(request, acts, async (given) => {
    if (given.act === 'drop') await dropPractice(ctx, params.id);
    else await writePractice(ctx, params.id, { kind: given.act, text: given.text });
    return given.act === 'drop' ? urls.practices() : urls.practice(params.id);
  });
}

export default function PracticePage({ loaderData, actionData }: Route.ComponentProps) {
  const { practice: words, inbox } = useWords();
  const { title, customer, audience, lines, done, points, example } = loaderData;
  const back = (
    <LinkButton to={urls.practices()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader title={title} lead={`${customer}, ${inbox.audience[audience]}`} aside={back} />
      <div className="mb-5">
        <Notice tone="info" title={words.nothingLeaves}>
          {words.nothingLeavesWhy}
        </Notice>
      </div>
      <Said lines={lines} customer={customer} />
      {done && example !== null ? (
        <Card title={words.after}>
          <ul className="mb-4 list-disc space-y-1 pl-5">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <h3 className="mb-1 font-medium">{words.example}</h3>
          <p className="border-l-2 border-water pl-3 whitespace-pre-line">{example}</p>
        </Card>
      ) : (
        <Form answer={actionData} key={lines.length}>
          <Textarea name="text" label={words.answer} rows={4} answer={actionData} maxLength={10_000} />
          <div className="flex flex-wrap gap-3">
            <Button tone="primary" name="act" value="reply">
              {words.reply}
            </Button>
            <Button name="act" value="note" icon="note">
              {words.note}
            </Button>
          </div>
        </Form>
      )}
      <div className="mt-6">
        <Act act="drop" label={words.drop} tone="quiet" answer={undefined} />
      </div>
    </div>
  );
}

function Said({ lines, customer }: Pick<Route.ComponentProps['loaderData'], 'lines' | 'customer'>) {
  const words = useWords().practice;
  const { time } = useFormats();
  return (
    <ol className="mb-6 space-y-3">
      {lines.map(({ kind, text, at }) => (
        <li
          key={at + kind + text}
          className={`max-w-xl rounded-lg border px-4 py-2.5 ${kind === 'in' ? 'border-line bg-surface' : kind === 'reply' ? 'ml-auto border-water bg-water-wash' : 'ml-auto border-dashed border-edge bg-sunken'}`}
        >
          <p className="mb-1 flex items-center gap-2 text-sm text-soft">
            {kind === 'in' ? customer : words.you}
            {kind === 'note' && <Badge>{words.noteMark}</Badge>}
            <span>{time(at)}</span>
          </p>
          <p className="break-words whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  );
}
