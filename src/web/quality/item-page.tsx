import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { openItem } from '../../conversations/reviewing/item.ts';
import { criteria, differ, type Marks } from '../../conversations/reviewing/rubric.ts';
import { agree, discuss, score } from '../../conversations/reviewing/scoring.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/item-page.ts';
import { Both } from './both.tsx';
import { Marking } from './marking.tsx';

const mark = z.enum(['0', '1', '2']).transform((text) => Number(text) as Marks['voice']);
const marks = z.object(
  Object.fromEntries(criteria.map((key) => [key, mark])) as Record<keyof Marks, typeof mark>,
);
const shape = z.discriminatedUnion('act', [
  marks.extend({ act: z.literal('look') }),
  marks.extend({ act: z.literal('agree') }),
  z.object({ act: z.literal('say'), text: z.string().trim().min(1).max(2000) }),
]);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const item = await openItem(ctx, id);
  const mine = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : '';
  const looked = item.scores.filter(({ nth }) => nth > 0);
  const [one, other] = looked;
  return {
    ...item,
    scores: item.scores.map(({ employeeId, ...rest }) => ({ ...rest, isMine: employeeId === mine })),
    lookedByMe: looked.some(({ employeeId }) => employeeId === mine),
    differs: one && other ? differ(one.marks, other.marks) : null,
  };
}

export async function action({ params: { id }, context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  const kept = { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } };
  try {
    if (form.value.act === 'say') {
      await discuss(ctx, id, form.value.text);
      return redirect(`${urls.qualityItem(id)}#talk`, 303);
    }
    const { act, ...given } = form.value;
    if (act === 'agree') {
      await agree(ctx, id, given);
      return redirect(urls.qualityItem(id), kept);
    }
    await score(ctx, id, given);
    const { nextId } = await openItem(ctx, id);
    return redirect(urls.qualityItem(nextId ?? id), kept);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export type ItemView = Route.ComponentProps['loaderData'];

export default function ItemPage({ loaderData: item, actionData }: Route.ComponentProps) {
  const { item: words, week } = useWords().quality;
  const { day } = useFormats();
  const { round, place, nextId, scores } = item;
  const both = scores.filter(({ nth }) => nth > 0).length === 2;
  return (
    <div className="max-w-3xl space-y-5">
      <Link to={urls.qualityRound(round.publicId)} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <PageHeader title={words.title(place)} lead={`${round.queue}, ${week(day(noon(round.week)))}`} />
      <Said item={item} />
      {both ? <Both item={item} answer={actionData} /> : <Look item={item} answer={actionData} />}
      {nextId && (
        <p>
          <Link to={urls.qualityItem(nextId)} className="link inline-flex items-center gap-1">
            {words.next}
            <Icon name="next" className="size-4" />
          </Link>
        </p>
      )}
    </div>
  );
}

/** What somebody must know before they can look, or the form. */
function Look({ item, answer }: { item: ItemView; answer: Route.ComponentProps['actionData'] }) {
  const { item: words } = useWords().quality;
  if (item.isOwn) return <Notice tone="info" title={words.own} />;
  if (item.lookedByMe) return <Notice tone="done" title={words.waits} />;
  if (item.words === null) return null;
  return <Marking act="look" title={words.mark} submit={words.keep} answer={answer} />;
}

function Said({ item: { words: said } }: { item: ItemView }) {
  const { item: words } = useWords().quality;
  if (!said) return <Notice tone="info" title={words.gone} />;
  return (
    <div>
      <h2 className="mb-1 text-sm font-medium text-soft">{words.asked}</h2>
      {said.asked === null ? (
        <p className="text-soft">{words.nothingAsked}</p>
      ) : (
        <blockquote className="message" data-kind="in">
          <p className="message-text">{said.asked}</p>
        </blockquote>
      )}
      <h2 className="mt-4 mb-1 text-sm font-medium text-soft">{words.answered}</h2>
      <div className="message" data-kind="reply">
        <p className="message-text">{said.answer}</p>
      </div>
      <p className="mt-1 text-sm text-faint">{words.bare}</p>
    </div>
  );
}
