import { Link } from 'react-router';
import { readStop, stopByLink } from '../../customers/entering/stopping.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { ruleOf } from '../../privacy/purpose.ts';
import { urls } from '../../urls.ts';
import { again } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/stop-page.ts';
import { closed } from './me.ts';
import { Sheet } from './sheet.tsx';

export const handle: PageHandle = { scripts: false };
export const headers = () => closed;

export async function loader({ url, context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const token = url.searchParams.get('token')?.slice(0, 200) ?? '';
  try {
    const { purpose } = await readStop(ctx, token);
    return { token, what: ruleOf(purpose)[locale] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { token: '', what: null };
  }
}

/**
 * The press on the button of this page, and that of the mail program itself (RFC 8058: a POST to this address, from
 * nobody's browser). It needs no sign-in: stopping is always allowed, and this link cannot do anything else.
 */
export async function action({ request, url, context }: Route.ActionArgs) {
  const form = await request.formData();
  const token = form.get('token') ?? url.searchParams.get('token');
  try {
    await stopByLink(pageContext(context).context, String(token ?? '').slice(0, 200));
    return { stopped: true };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return again({ refused: error.code }, error.status);
  }
}

export default function StopPage({ loaderData: { token, what }, actionData }: Route.ComponentProps) {
  const { stop } = useWords().mine;
  const stopped = actionData !== undefined && 'stopped' in actionData;
  const refused = actionData !== undefined && !('stopped' in actionData) ? actionData : undefined;
  return (
    <Sheet>
      <PageHeader title={stop.title} />
      {what === null && <Notice tone="attention" title={stop.dead} />}
      {stopped && (
        <Notice tone="done" title={stop.done}>
          {stop.doneWhat}
        </Notice>
      )}
      {what !== null && !stopped && (
        <>
          <p className="mb-5 text-lg">{stop.what(what)}</p>
          <Form answer={refused}>
            <input type="hidden" name="token" value={token} />
            <Button tone="primary">{stop.submit}</Button>
          </Form>
        </>
      )}
      <p className="mt-8">
        <Link to={urls.mineSignIn()} reloadDocument className="link">
          {stop.more}
        </Link>
      </p>
    </Sheet>
  );
}
