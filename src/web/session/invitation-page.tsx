import { redirect } from 'react-router';
import { z } from 'zod';
import { acceptInvitation, findInvited } from '../../organisation/staff/inviting.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { throttle } from '../../platform/throttling.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/invitation-page.ts';
import { leastPassword } from './password.ts';

const schema = z.object({
  token: z.string().min(1).max(200),
  password: z.string().min(leastPassword).max(1024),
});

/** Its address holds a secret that still opens something. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, url }: Route.LoaderArgs) {
  const token = url.searchParams.get('token') ?? '';
  const invited = token ? await findInvited(pageContext(context).context, token) : undefined;
  return { token, invited: invited ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await throttle(page.context, 'invitation', { most: 60, seconds: 300 });
    const { token, password } = form.value;
    const email = await acceptInvitation(page.context, token, password);
    const { headers } = await page.signing.signIn(page.context, request, { email, password });
    return redirect(urls.home(), { status: 303, headers });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** A colleague comes in for the first time, by the link of an invitation. */
export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signingIn, organisation } = useWords();
  const { page } = organisation.invitation;
  const { token, invited } = loaderData;
  const title = invited ? page.title(invited.name) : page.gone;
  return (
    <OpenPage>
      <PageTitle>{title}</PageTitle>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-2 mb-7 text-soft">{invited ? page.lead(invited.email) : page.goneWhy}</p>
      {invited && (
        <Form answer={actionData}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
          <Field
            name="password"
            type="password"
            label={signingIn.password}
            hint={signingIn.setup.passwordHint(leastPassword)}
            autoComplete="new-password"
            answer={actionData}
          />
          <Button tone="primary">{page.submit}</Button>
        </Form>
      )}
    </OpenPage>
  );
}
