import { redirectDocument } from 'react-router';
import { z } from 'zod';
import { changeOwnPassword, endOwnSessions, ownAccess } from '../../organisation/staff/own-access.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/account-page.ts';
import { leastPassword } from './password.ts';

const keys = z.string().optional();
const schema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('password'),
    currentPassword: z.string().min(1).max(1024),
    newPassword: z.string().min(leastPassword).max(1024),
    keys,
  }),
  z.object({ act: z.literal('everywhere'), keys }),
]);

export function loader({ context }: Route.LoaderArgs) {
  return ownAccess(pageContext(context).context);
}

export async function action({ request, context }: Route.ActionArgs) {
  const { context: ctx, signing, remote } = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    const given = form.value;
    const alsoKeys = given.keys !== undefined;
    if (given.act === 'everywhere') {
      await endOwnSessions(ctx, { keys: alsoKeys });
      const { headers } = await signing.signOut(request);
      headers.append('Set-Cookie', flashCookie('signed-out'));
      return redirectDocument(urls.signIn(), { status: 303, headers });
    }
    const { currentPassword: current, newPassword: next } = given;
    const email = await changeOwnPassword(ctx, { current, next, keys: alsoKeys });
    const { headers } = await signing.signIn(ctx, request, { email, password: next, remote });
    headers.append('Set-Cookie', flashCookie('kept'));
    return redirectDocument(urls.account(), { status: 303, headers });
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** How a colleague comes in: another password, and out everywhere. */
export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signingIn } = useWords();
  const words = signingIn.account;
  const answered = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-2xl">
      <PageHeader title={words.title} lead={words.lead(loaderData.email)} />
      <div className="space-y-5">
        <Card title={words.password}>
          <Form answer={answered('password')}>
            <input type="hidden" name="act" value="password" />
            <input type="hidden" name="username" autoComplete="username" value={loaderData.email} readOnly />
            <Field
              name="currentPassword"
              type="password"
              label={words.current}
              autoComplete="current-password"
              answer={answered('password')}
            />
            <Field
              name="newPassword"
              type="password"
              label={words.next}
              hint={signingIn.setup.passwordHint(leastPassword)}
              autoComplete="new-password"
              answer={answered('password')}
            />
            <Keys keys={loaderData.keys} />
            <p className="mb-4 text-soft">{words.passwordWhy}</p>
            <Button tone="primary">{words.change}</Button>
          </Form>
        </Card>
        <Card title={words.everywhere}>
          <Form answer={answered('everywhere')}>
            <input type="hidden" name="act" value="everywhere" />
            <p>{words.signedInAt(loaderData.sessions)}</p>
            <p className="mb-4 text-soft">{words.everywhereWhy}</p>
            <Keys keys={loaderData.keys} />
            <Button>{words.everywhere}</Button>
          </Form>
        </Card>
      </div>
    </div>
  );
}

/** Only for whoever let programs in. */
function Keys({ keys }: { keys: readonly string[] }) {
  const words = useWords().signingIn.account;
  if (keys.length === 0) return null;
  return (
    <label className="mb-4 flex items-start gap-2">
      <input type="checkbox" name="keys" value="yes" className="mt-1 size-4" />
      <span>
        {words.keys}
        <span className="block text-sm text-soft">{keys.join(', ')}</span>
      </span>
    </label>
  );
}
