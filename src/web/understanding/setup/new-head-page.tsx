import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { addHead } from '../../../listening/heads/configuring.ts';
import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { flashCookie } from '../../preferences/flash.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Route } from './+types/new-head-page.ts';
import { linesOf, promised } from './class-form.ts';
import { PromiseField } from './settings.tsx';

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'model.manage');
  return null;
}

const kinds = ['several', 'single'] as const;
const rules = ['words', 'aspects', 'mood', 'none'] as const;

const schema = z.object({
  nl: z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(60),
  kind: z.enum(kinds),
  rules: z.enum(rules),
  promised,
  classes: z.string().max(10_000),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'model.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { nl, en, classes, ...rest } = form.value;
  try {
    const key = await addHead(ctx, { names: { nl, en }, classes: linesOf(classes).map(namesIn), ...rest });
    return redirect(urls.headSetup(key), {
      status: 303,
      headers: { 'Set-Cookie': flashCookie('head-kept') },
    });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** `rekening = bill`; a name that is the same in both languages needs writing once. */
function namesIn(line: string) {
  const [nl = line, en = nl] = line.split('=').map((name) => name.trim());
  return { nl: nl || en, en: en || nl };
}

export default function NewHeadPage({ actionData: answer }: Route.ComponentProps) {
  const { heads, understanding } = useWords();
  const { fresh: words } = heads;
  return (
    <div className="max-w-3xl">
      <Link to={urls.understanding()} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {understanding.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={words.title} lead={words.lead} />
      </div>
      <Card>
        <Form answer={answer}>
          <div className="grid gap-x-4 sm:grid-cols-2">
            <Field name="nl" label={words.nl} hint={words.nlHint} answer={answer} maxLength={60} />
            <Field name="en" label={words.en} hint={words.nlHint} answer={answer} maxLength={60} />
          </div>
          <Select
            name="kind"
            label={words.kind}
            answer={answer}
            options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <Select
            name="rules"
            label={words.rules}
            answer={answer}
            options={rules.map((rule) => ({ value: rule, label: words.rulesOf[rule] }))}
          />
          <Textarea name="classes" label={words.classes} hint={words.classesWhy} answer={answer} optional />
          <PromiseField promised={0.9} answer={answer} />
          <Button tone="primary">{words.submit}</Button>
        </Form>
      </Card>
    </div>
  );
}
