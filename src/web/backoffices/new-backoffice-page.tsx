import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { connectBackoffice } from '../../customers/syncing/backoffice.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Route } from './+types/new-backoffice-page.ts';
import { doorFields } from './door-form.ts';

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'backoffice.manage');
  return null;
}

const schema = z.object({
  ...doorFields,
  name: z.string().trim().min(1).max(80),
  system: z.enum(['tryton']),
  password: z.string().min(1).max(200),
});

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'backoffice.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  return redirect(urls.backoffice(await connectBackoffice(ctx, form.value)), 303);
}

export function AllBackoffices() {
  return (
    <Link to={urls.backoffices()} className="link inline-flex items-center gap-1 text-sm">
      <Icon name="previous" className="size-4" />
      {useWords().backoffice.all}
    </Link>
  );
}

export default function NewBackofficePage({ actionData }: Route.ComponentProps) {
  const words = useWords().backoffice;
  const fields = words.form;
  return (
    <div className="max-w-xl">
      <AllBackoffices />
      <PageHeader title={words.connect} lead={words.lead} />
      <Form answer={actionData}>
        <Field name="name" label={fields.name} hint={fields.nameHint} answer={actionData} />
        <Select
          name="system"
          label={fields.system}
          options={[{ value: 'tryton', label: words.systems.tryton }]}
          answer={actionData}
        />
        <Field name="url" type="url" label={fields.url} hint={fields.urlHint} answer={actionData} />
        <Field name="database" label={fields.database} answer={actionData} />
        <Field
          name="user"
          label={fields.user}
          hint={fields.userHint}
          autoComplete="off"
          answer={actionData}
        />
        <Field
          name="password"
          type="password"
          label={fields.password}
          autoComplete="new-password"
          answer={actionData}
        />
        <Button tone="primary">{fields.save}</Button>
      </Form>
    </div>
  );
}
