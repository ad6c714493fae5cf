import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import type { Route } from './+types/labelling-page.ts';
import { Asking } from './asking.tsx';
import { enoughLabels } from './head-view.ts';
import { label, readLabelling } from './labelling.ts';

export function loader({ context, params, url }: Route.LoaderArgs) {
  return readLabelling(pageContext(context), params.head, url);
}

export function action({ context, params, request }: Route.ActionArgs) {
  return label(pageContext(context), request, params.head);
}

export default function LabellingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { labelling: words } = useWords().understanding;
  const { head, name, message, done } = loaderData;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={words.title(name)}
        aside={
          <LinkButton to={urls.understandingHead(head)} tone="quiet">
            {words.stop}
          </LinkButton>
        }
      />
      <Progress done={done} />
      {message ? (
        <Asking labelling={loaderData} message={message} answer={actionData} />
      ) : (
        <EmptyState
          title={words.none.title}
          action={<LinkButton to={urls.understandingHead(head)}>{name}</LinkButton>}
        >
          {words.none.next}
        </EmptyState>
      )}
    </div>
  );
}

function Progress({ done }: { done: number }) {
  const { labelling: words } = useWords().understanding;
  const spoken = done < enoughLabels ? words.progress(done, enoughLabels) : words.enough(done);
  return (
    <div className="mb-4">
      <p role="status" className="figures mb-1 text-sm text-soft">
        {spoken}
      </p>
      {done < enoughLabels && <Meter label={spoken} value={done} most={enoughLabels} />}
    </div>
  );
}
