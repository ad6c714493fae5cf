import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { listHeard } from '../../conversations/heard/heard.ts';
import { hideHeard, tellHeard } from '../../conversations/heard/telling.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../forms.ts';
import { useNow, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Textarea } from '../ui/field.tsx';
import { CsrfField, Form } from '../ui/form.tsx';
import type { Route } from './+types/heard-page.ts';
import { HeardList } from './heard-list.tsx';

const text = z.string().trim().max(500);
const schema = z.union([
  z.object({ id: z.string().max(60), act: z.enum(['hide', 'show']) }),
  z.object({
    saidNl: text.min(5),
    didNl: text.min(5),
    saidEn: text,
    didEn: text,
    doneOn: z.iso.date(),
    conversations: z.string().max(2000),
  }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'heard.write');
  const rows = await listHeard(ctx, { all: true });
  return rows.flatMap(({ words, doneOn, said, hidden, publicId }) => {
    const text = words[locale] ?? words.nl ?? words.en;
    return text ? [{ ...text, publicId, doneOn, people: said, hidden }] : [];
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'heard.write');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    if ('act' in form.value) await hideHeard(ctx, form.value.id, form.value.act === 'hide');
    else await tellHeard(ctx, heardOf(form.value));
    return redirect(urls.heard(), { status: 303, headers: { 'Set-Cookie': flashCookie('heard-kept') } });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

function heardOf(form: Exclude<z.infer<typeof schema>, { act: string }>) {
  const { saidNl, didNl, saidEn, didEn, doneOn } = form;
  return {
    words: {
      nl: { said: saidNl, did: didNl },
      ...(saidEn && didEn && { en: { said: saidEn, did: didEn } }),
    },
    doneOn,
    // whole addresses work as well as ids: people paste what stands in the address bar
    conversations: form.conversations.match(/cv_[a-z0-9]{26}/g) ?? [],
  };
}

export default function HeardPage({ loaderData: rows, actionData }: Route.ComponentProps) {
  const { intentions } = useWords();
  const { telling } = intentions;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={telling.title}
        lead={telling.lead}
        aside={
          <Link to={urls.intentions()} reloadDocument className="link">
            {telling.publicPage}
          </Link>
        }
      />
      <div className="space-y-5">
        <Card title={telling.add}>
          <Telling answer={actionData} />
        </Card>
        {rows.length > 0 && (
          <Card title={intentions.heard.title}>
            <HeardList
              rows={rows}
              after={(row) => (
                <form method="post" className="mt-2 flex items-center gap-3">
                  <CsrfField />
                  <input type="hidden" name="id" value={row.publicId} />
                  {row.hidden && <Badge>{telling.hidden}</Badge>}
                  <Button size="small" name="act" value={row.hidden ? 'show' : 'hide'}>
                    {row.hidden ? telling.show : telling.hide}
                  </Button>
                </form>
              )}
            />
          </Card>
        )}
      </div>
    </div>
  );
}

function Telling({ answer }: { answer: FormAnswer | undefined }) {
  const { telling } = useWords().intentions;
  const today = useNow().slice(0, 10);
  return (
    <Form answer={answer}>
      <p className="mb-4 text-soft">{telling.noQuote}</p>
      <div className="grid gap-x-5 md:grid-cols-2">
        <Textarea name="saidNl" rows={3} maxLength={500} label={telling.saidNl} answer={answer} />
        <Textarea name="didNl" rows={3} maxLength={500} label={telling.didNl} answer={answer} />
        <Textarea name="saidEn" rows={3} maxLength={500} label={telling.saidEn} optional answer={answer} />
        <Textarea name="didEn" rows={3} maxLength={500} label={telling.didEn} optional answer={answer} />
        <Field name="doneOn" type="date" label={telling.doneOn} defaultValue={today} answer={answer} />
        <Textarea
          name="conversations"
          rows={2}
          label={telling.conversations}
          hint={telling.conversationsHint}
          optional
          answer={answer}
        />
      </div>
      <Button tone="primary">{telling.submit}</Button>
    </Form>
  );
}
