import { Link, redirectDocument } from 'react-router';
import { z } from 'zod';
import { findByPasswordLink, resetPassword } from '../../organisation/entering/resetting.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { throttle } from '../../platform/throttling.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/password-page.ts';
import { leastPassword } from './password.ts';

const schema = z.object({
  token: z.string().min(1).max(200),
  password: z.string().min(leastPassword).max(1024),
  keys: z.string().optional(),
});

/** Its address holds a secret that still opens something. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, url }: Route.LoaderArgs) {
  const token = url.searchParams.get('token') ?? '';
  const owner = token ? await findByPasswordLink(pageContext(context).context, token) : undefined;
  return { token, owner: owner ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await throttle(page.context, 'password-link', { most: 60, seconds: 300 });
    const { token, password, keys } = form.value;
    const email = await resetPassword(page.context, token, { password, keys: keys !== undefined });
    const { headers } = await page.signing.signIn(page.context, request, { email, password, proven: true });
    headers.append('Set-Cookie', flashCookie('kept'));
    return redirectDocument(urls.home(), { status: 303, headers });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** Another password, by the link from the mail or from an administrator. */
export default function PasswordPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signingIn, password } = useWords();
  const { reset } = password;
  const { token, owner } = loaderData;
  const title = owner ? reset.title : reset.gone;
  return (
    <OpenPage>
      <PageTitle>{title}</PageTitle>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-2 mb-7 text-soft">{owner ? reset.lead(owner.email) : reset.goneWhy}</p>
      {owner ? (
        <Form answer={actionData}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="username" autoComplete="username" value={owner.email} readOnly />
          <Field
            name="password"
            type="password"
            label={signingIn.account.next}
            hint={signingIn.setup.passwordHint(leastPassword)}
            autoComplete="new-password"
            answer={actionData}
          />
          <label className="mb-4 flex items-start gap-2">
            <input type="checkbox" name="keys" value="yes" className="mt-1 size-4" />
            <span>{signingIn.account.keys}</span>
          </label>
          <p className="mb-4 text-soft">{reset.why}</p>
          <Button tone="primary">{reset.submit}</Button>
        </Form>
      ) : (
        <p>
          <Link className="link" to={urls.forgotten()}>
            {reset.anew}
          </Link>
        </p>
      )}
    </OpenPage>
  );
}
