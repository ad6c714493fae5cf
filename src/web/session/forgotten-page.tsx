import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { forgetPassword } from '../../organisation/entering/forgetting.ts';
import { passwordMinutes } from '../../organisation/entering/password-minutes.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/forgotten-page.ts';

const schema = z.object({ email: z.email().max(254) });

export function loader({ context, url }: Route.LoaderArgs) {
  return {
    asked: url.searchParams.has('asked'),
    mail: pageContext(context).context.outside.smtp !== null,
  };
}

/** Says the same, whether anybody has this address or not. */
export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await forgetPassword(page.context, {
      ...form.value,
      locale: page.locale,
      remote: page.remote ?? null,
    });
    return redirect(urls.forgotten({ asked: 1 }), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** A colleague who forgot the password asks for a link, or reads who can give one. */
export default function ForgottenPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signingIn, password } = useWords();
  const { page } = password;
  const { asked, mail } = loaderData;
  return (
    <OpenPage>
      <PageTitle>{page.title}</PageTitle>
      <h1 className="text-3xl">{page.title}</h1>
      <p className="mt-2 mb-7 text-soft">{mail ? page.lead : page.noMail}</p>
      {asked && mail && (
        <div className="mb-6">
          <Notice tone="done" title={page.asked}>
            {page.askedWhat(passwordMinutes)}
          </Notice>
        </div>
      )}
      {mail && (
        <Form answer={actionData} action={urls.forgotten()}>
          <Field
            name="email"
            type="email"
            label={signingIn.email}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            answer={actionData}
          />
          <Button tone="primary">{page.submit}</Button>
        </Form>
      )}
      <p className="mt-6 text-sm text-soft">{page.otherwise}</p>
      <p className="mt-4">
        <Link className="link" to={urls.signIn()}>
          {page.back}
        </Link>
      </p>
    </OpenPage>
  );
}
