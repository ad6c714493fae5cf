import { redirect } from 'react-router';
import { dismissSignal } from '../../listening/noticing/signals.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { localPath, urls } from '../../urls.ts';
import type { Route } from './+types/dismissal.ts';

/** Somebody has seen a signal. Back to where it was shown. */
export async function action({ context, params, request }: Route.ActionArgs) {
  await dismissSignal(pageContext(context).context, params.id);
  const from = URL.parse(request.headers.get('referer') ?? '');
  return redirect(localPath(from && `${from.pathname}${from.search}`, urls.signals()));
}

export function loader() {
  return redirect(urls.signals());
}
