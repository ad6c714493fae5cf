import { hasConversations } from '../../conversations/inbox.ts';
import { type Head, listHeads } from '../../listening/learning/heads.ts';
import { headOverview } from '../../listening/learning/judging.ts';
import { may, requires } from '../../organisation/authority.ts';
import { type PageContext, pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/heads-page.ts';
import { figuresView } from './head-view.ts';
import { Heads } from './heads.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const page = pageContext(context);
  const ctx = page.context;
  requires(ctx.actor, 'inbox.read');
  return {
    heads: (await hasConversations(ctx)) ? await readHeads(page) : null,
    mayImport: may(ctx.actor, 'import.run'),
    mayLabel: may(ctx.actor, 'conversation.answer'),
  };
}

async function readHeads({ context }: PageContext) {
  // A head without classes waits for the organisation's own.
  const heads = (await listHeads(context)).filter(({ enabled, classes }) => enabled && classes.length > 1);
  return Promise.all(
    heads.toSorted(byPlace).map(async ({ key, promised }) => {
      const { labelled, current } = await headOverview(context, key);
      return { head: key, promised, labels: labelled.total, current: current && figuresView(current) };
    }),
  );
}

/** Those that every organisation has stand first, in the order of the conversation. */
const places = ['sentiment', 'intent', 'urgency', 'answerable'];

function byPlace(one: Head, other: Head): number {
  const placeOf = ({ key }: Head) => (places.includes(key) ? places.indexOf(key) : places.length);
  return placeOf(one) - placeOf(other);
}

export type HeadRow = Awaited<ReturnType<typeof readHeads>>[number];

export default function HeadsPage({ loaderData: { heads, mayImport, mayLabel } }: Route.ComponentProps) {
  const { understanding: words } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      {heads ? <Heads heads={heads} mayLabel={mayLabel} /> : <Nothing mayImport={mayImport} />}
      <div className="mt-8">
        <Card title={words.list.howTitle}>
          <p className="max-w-prose">{words.list.how}</p>
          <p className="mt-2 max-w-prose text-soft">{words.list.privacy}</p>
        </Card>
      </div>
    </div>
  );
}

function Nothing({ mayImport }: { mayImport: boolean }) {
  const { understanding: words, shell } = useWords();
  return (
    <EmptyState
      title={words.empty.title}
      action={
        mayImport && (
          <LinkButton to={urls.imports()} tone="primary" icon="upload">
            {shell.nav.imports}
          </LinkButton>
        )
      }
    >
      {mayImport ? words.empty.next : words.empty.ask}
    </EmptyState>
  );
}
