import { Form, Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/words-page.ts';
import { ContrastCard } from './contrast-card.tsx';
import { isAsked, setOf, swapped } from './set-fields.ts';
import { SetFields } from './set-fields-form.tsx';
import { readChoices, readContrasts, type ShownContrasts } from './words-view.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'inbox.read');
  const [one, other] = [setOf(url.searchParams, 'a'), setOf(url.searchParams, 'b')];
  return {
    one,
    other,
    choices: await readChoices(ctx, locale),
    found: isAsked(url.searchParams) ? await readContrasts(ctx, one, other) : null,
  };
}

export default function WordsPage({ loaderData: { one, other, choices, found } }: Route.ComponentProps) {
  const { words } = useWords().signals;
  return (
    <div className="max-w-5xl">
      <p className="mb-2">
        <Link to={urls.signals()} className="link inline-flex items-center gap-1 text-sm">
          <Icon name="previous" className="size-4" />
          {words.back}
        </Link>
      </p>
      <PageHeader title={words.title} lead={words.lead} />
      {found && (
        <div className="mb-8 space-y-4">
          <Found found={found} />
          <LinkButton to={urls.signalWords(swapped(one, other))} icon="reopen">
            {words.swap}
          </LinkButton>
        </div>
      )}
      {found && <h2 className="mb-3 text-lg">{words.otherGroups}</h2>}
      <Form method="get" key={JSON.stringify([one, other])}>
        <div className="grid gap-5 md:grid-cols-2">
          <SetFields side="a" set={one} choices={choices} />
          <SetFields side="b" set={other} choices={choices} />
        </div>
        <div className="mt-4">
          <Button tone="primary" icon="search">
            {words.submit}
          </Button>
        </div>
      </Form>
      {!found && (
        <div className="mt-6">
          <EmptyState title={words.start.title}>{words.start.next}</EmptyState>
        </div>
      )}
    </div>
  );
}

function Found({ found }: { found: ShownContrasts }) {
  const { words } = useWords().signals;
  const tooSmall = [
    found.one.isTooSmall ? words.one : null,
    found.other.isTooSmall ? words.other : null,
  ].filter((name) => name !== null);
  if (tooSmall.length > 0) {
    return (
      <Notice tone="info" title={`${tooSmall.join(', ')}: ${words.tooSmall.title}`}>
        {words.tooSmall.next}
      </Notice>
    );
  }
  return <ContrastCard found={found} />;
}
