import { Link, redirectDocument } from 'react-router';
import { z } from 'zod';
import { enter } from '../../customers/entering/entering.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/enter-page.ts';
import { closed, mineCookie, readMineCookie } from './me.ts';
import { Sheet } from './sheet.tsx';

export const handle: PageHandle = { scripts: false };
export const headers = () => closed;

const schema = z.object({ token: z.string().min(1).max(200) });

/** Looking at the link does nothing: programs that look at mail open every address in it. Only the button does. */
export function loader({ url }: Route.LoaderArgs) {
  return { token: url.searchParams.get('token')?.slice(0, 200) ?? '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const form = await readForm(request, schema);
  if (!form.ok) return again({ refused: 'forbidden.link' }, 403);
  try {
    const session = await enter(ctx, form.value.token, readMineCookie(request, ctx));
    return redirectDocument(urls.mine(), {
      status: 303,
      headers: { 'Set-Cookie': mineCookie(ctx, session), ...closed },
    });
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function EnterPage({ loaderData: { token }, actionData }: Route.ComponentProps) {
  const { enter: words } = useWords().mine;
  return (
    <Sheet>
      <PageHeader title={words.title} lead={words.lead} />
      <Form answer={actionData} action={urls.mineEnter()}>
        <input type="hidden" name="token" value={token} />
        {!actionData && <Button tone="primary">{words.submit}</Button>}
      </Form>
      <p className="mt-6">
        <Link to={urls.mineSignIn()} reloadDocument className="link">
          {words.again}
        </Link>
      </p>
    </Sheet>
  );
}
