import { redirect } from 'react-router';
import { z } from 'zod';
import { askForLink } from '../../customers/entering/asking.ts';
import { linkMinutes } from '../../customers/entering/link.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/sign-in-page.ts';
import { closed } from './me.ts';
import { Sheet } from './sheet.tsx';

export const handle: PageHandle = { scripts: false };
export const headers = () => closed;

const schema = z.object({ given: z.string().trim().min(2).max(254) });

export function loader({ url, context }: Route.LoaderArgs) {
  return {
    asked: url.searchParams.has('asked'),
    left: url.searchParams.has('left'),
    mail: pageContext(context).context.outside.smtp !== null,
  };
}

/** Says the same, whether we know the address or not. */
export async function action({ request, context }: Route.ActionArgs) {
  const page = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await askForLink(page.context, { ...form.value, locale: page.locale, remote: page.remote ?? null });
    return redirect(urls.mineSignIn({ asked: 1 }), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function MineSignInPage({ loaderData, actionData }: Route.ComponentProps) {
  const { signIn } = useWords().mine;
  return (
    <Sheet>
      <PageHeader title={signIn.title} lead={signIn.lead} />
      <div className="mb-6 space-y-3">
        {loaderData.left && <Notice tone="done" title={signIn.left} />}
        {loaderData.asked && (
          <Notice tone="done" title={signIn.asked}>
            {signIn.askedWhat(linkMinutes)}
          </Notice>
        )}
        {!loaderData.mail && (
          <Notice tone="attention" title={signIn.noMail}>
            {signIn.noMailNext}
          </Notice>
        )}
      </div>
      <div className="max-w-md">
        <Form answer={actionData} action={urls.mineSignIn()}>
          <Field
            name="given"
            label={signIn.given}
            hint={signIn.givenHint}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            answer={actionData}
          />
          <Button tone="primary">{signIn.submit}</Button>
        </Form>
      </div>
      <p className="mt-8 text-sm text-soft">{signIn.why}</p>
    </Sheet>
  );
}
