import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { pageContext } from '../../platform/http/load-context.ts';
import { localPath, urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/sign-in-page.ts';

const schema = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(1024),
  returnTo: z.string().optional(),
});

export function loader({ context, url }: Route.LoaderArgs) {
  const returnTo = localPath(url.searchParams.get('returnTo'), urls.home());
  if (pageContext(context).session) return redirect(returnTo);
  return { returnTo };
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    const { email, password, returnTo } = form.value;
    const { headers } = await page.signing.signIn(page.context, request, {
      email,
      password,
      remote: page.remote,
    });
    return redirect(localPath(returnTo, urls.home()), { status: 303, headers });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function SignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signingIn, password } = useWords();
  return (
    <OpenPage>
      <PageTitle>{signingIn.title}</PageTitle>
      <h1 className="text-3xl">{signingIn.title}</h1>
      <p className="mt-2 mb-7 text-soft">{signingIn.lead}</p>
      <Form answer={actionData}>
        <input type="hidden" name="returnTo" value={loaderData.returnTo} />
        <Field
          name="email"
          type="email"
          label={signingIn.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          answer={actionData}
        />
        <Field
          name="password"
          type="password"
          label={signingIn.password}
          autoComplete="current-password"
          answer={actionData}
        />
        <Button tone="primary">{signingIn.submit}</Button>
      </Form>
      <p className="mt-6">
        <Link className="link" to={urls.forgotten()}>
          {password.forgotten}
        </Link>
      </p>
    </OpenPage>
  );
}
