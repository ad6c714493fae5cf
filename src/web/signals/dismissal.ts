import { redirect } from 'react-router';
import { dismissSignal } from '../../listening/noticing/signals.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { localPath, urls } from '../../urls.ts';
import type { Route } from './+types/dismissal.ts';

/** Somebody has seen a signal. Back to where it was shown. */
export async function action({ context, params, request }: Route.ActionArgs) {
  await dismissSignal(pageContext(context).context, params.id);
  const from = request.headers.get('referer');
  const path = from && URL.canParse(from) ? new URL(from).pathname : null;
  return redirect(localPath(path, urls.signals()));
}

export function loader() {
  return redirect(urls.signals());
}
