import { pageContext } from '../../platform/http/load-context.ts';
import { exportBehind } from '../../privacy/exporting/export.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import type { Route } from './+types/take-export-page.ts';

/** Opening the link takes nothing yet: programs that look at links in mails must not use it up. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await exportBehind(pageContext(context).context, params.token);
  return { state: found?.state ?? 'gone', token: params.token };
}

export function headers() {
  return { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
}

export default function TakeExportPage({ loaderData: { state, token } }: Route.ComponentProps) {
  const { take } = useWords().privacy;
  return (
    <OpenPage>
      <PageTitle>{take.title}</PageTitle>
      <h1 className="mb-4 text-2xl">{take.title}</h1>
      {state === 'ready' && (
        <form method="post" action={urls.takeExportFile(token)}>
          <CsrfField />
          <p className="mb-2">{take.ready}</p>
          <p className="mb-5 text-soft">{take.what}</p>
          <Button tone="primary" icon="download">
            {take.button}
          </Button>
        </form>
      )}
      {state === 'waiting' && <p>{take.waiting}</p>}
      {state !== 'ready' && state !== 'waiting' && <p>{take.gone}</p>}
    </OpenPage>
  );
}
