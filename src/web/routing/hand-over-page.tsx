import { z } from 'zod';
import { openDesk } from '../../conversations/handing-over/desk.ts';
import { giveAnswer, takeUp } from '../../conversations/handing-over/handing-over.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { kept } from '../organisation/managing.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/hand-over-page.ts';
import { Lines } from './lines.tsx';

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('take') }),
  z.object({ act: z.enum(['answered', 'returned']), text: z.string().trim().min(1).max(4000) }),
]);

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'conversation.answer');
  const desk = await openDesk(ctx, params.id);
  return {
    ...desk,
    askedAt: desk.askedAt.toISOString(),
    dueAt: desk.dueAt?.toISOString() ?? null,
    isOpen: desk.endedAt === null,
    lines: desk.lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    messages: desk.messages.map((one) => ({ ...one, at: one.at.toISOString() })),
    mayOpen: may(ctx.actor, 'inbox.read'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'conversation.answer');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    if (form.value.act === 'take') await takeUp(ctx, params.id);
    else await giveAnswer(ctx, params.id, { text: form.value.text, outcome: form.value.act });
    return kept(form.value.act === 'take' ? urls.handOver(params.id) : urls.handOvers());
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function HandOverPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().work.handOvers;
  const { moment } = useFormats();
  const { inbox, organisation } = useWords();
  const { askedBy, askedAt, dueAt, takenBy, isOpen, mayAnswer, lines, outcome, department } = loaderData;
  const back = (
    <LinkButton to={urls.handOvers()} tone="quiet" size="small" icon="previous">
      {words.back}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={words.asked(department)}
        lead={loaderData.personName ?? inbox.list.unknown}
        aside={back}
      />
      <div className="space-y-5">
        <Card title={words.question}>
          <Lines lines={lines} />
          <p className="mt-3 text-sm text-soft">
            {words.askedBy(askedBy ?? organisation.system, moment(askedAt))}{' '}
            {isOpen && dueAt && words.dueAt(moment(dueAt))} {isOpen && takenBy && words.takenBy(takenBy)}
            {outcome && words.outcomes[outcome]}
          </p>
        </Card>
        {isOpen && mayAnswer && <AnswerForm taken={takenBy !== null} answer={actionData} />}
        <Said messages={loaderData.messages} />
      </div>
    </div>
  );
}

function AnswerForm({ taken, answer }: { taken: boolean; answer: FormAnswer | undefined }) {
  const words = useWords().work.handOvers;
  return (
    <Card title={words.answer}>
      {!taken && (
        <Form className="mb-4">
          <input type="hidden" name="act" value="take" />
          <Button size="small">{words.take}</Button>
        </Form>
      )}
      <Form answer={answer}>
        <Textarea
          name="text"
          label={words.answer}
          hint={words.answerHint}
          rows={4}
          answer={answer}
          maxLength={4000}
        />
        <div className="flex flex-wrap gap-3">
          <Button tone="primary" name="act" value="answered">
            {words.giveAnswer}
          </Button>
          <Button name="act" value="returned">
            {words.notOurs}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Said({ messages }: Pick<Route.ComponentProps['loaderData'], 'messages'>) {
  const words = useWords().work.handOvers;
  const { moment } = useFormats();
  const who = (kind: string) =>
    kind === 'in' ? words.customerSays : kind === 'note' ? words.note : words.weSay;
  return (
    <Card title={words.conversation}>
      <ol className="space-y-3">
        {messages.map(({ publicId, kind, author, at, text }) => (
          <li key={publicId} className={kind === 'in' ? '' : 'border-l-2 border-line pl-3'}>
            <p className="text-sm text-soft">
              {author ?? who(kind)} ({who(kind)}), {moment(at)}
            </p>
            <p className="break-words whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
