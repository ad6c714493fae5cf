import { redirect } from 'react-router';
import { z } from 'zod';
import { becomeFirstAdministrator } from '../../organisation/first-administrator.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/setup-page.ts';
import { leastPassword } from './password.ts';

const schema = z.object({
  token: z.string().min(1).max(200),
  organisation: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  password: z.string().min(leastPassword).max(1024),
});

export function loader({ url }: Route.LoaderArgs) {
  return { token: url.searchParams.get('token') ?? '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await becomeFirstAdministrator(page.context, form.value);
    const { headers } = await page.signing.signIn(page.context, request, form.value);
    return redirect(urls.home(), { status: 303, headers });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function SetupPage({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const { setup } = useWords().signingIn;
  return (
    <OpenPage>
      <PageTitle>{token ? setup.title : setup.noToken}</PageTitle>
      <h1 className="text-3xl">{token ? setup.title : setup.noToken}</h1>
      <p className="mt-2 mb-7 text-soft">{token ? setup.lead : setup.noTokenWhy}</p>
      {token && <SetupForm token={token} answer={actionData} />}
    </OpenPage>
  );
}

function SetupForm({ token, answer }: { token: string; answer: Route.ComponentProps['actionData'] }) {
  const { signingIn } = useWords();
  const { setup } = signingIn;
  return (
    <Form answer={answer}>
      <input type="hidden" name="token" value={token} />
      <Field name="organisation" label={setup.organisation} autoComplete="organization" answer={answer} />
      <Field name="name" label={setup.name} hint={setup.nameHint} autoComplete="name" answer={answer} />
      <Field
        name="email"
        type="email"
        label={signingIn.email}
        autoComplete="username"
        spellCheck={false}
        answer={answer}
      />
      <Field
        name="password"
        type="password"
        label={signingIn.password}
        hint={setup.passwordHint(leastPassword)}
        autoComplete="new-password"
        answer={answer}
      />
      <Button tone="primary">{setup.submit}</Button>
    </Form>
  );
}
