import { hasConversations } from '../../conversations/inbox.ts';
import { type Head, listHeads } from '../../listening/heads/head.ts';
import { headBrief } from '../../listening/learning/judging.ts';
import { may, requires } from '../../organisation/authority.ts';
import { type PageContext, pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { AssistantCard } from '../assisting/assistant-card.tsx';
import { assistantView } from '../assisting/assistant-view.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/heads-page.ts';
import { headMeaning, headName } from './class-words.ts';
import { figuresView } from './head-view.ts';
import { Heads } from './heads.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const page = pageContext(context);
  const ctx = page.context;
  requires(ctx.actor, 'inbox.read');
  return {
    heads: (await hasConversations(ctx)) ? await readHeads(page) : null,
    assistant: await assistantView(page),
    mayManage: may(ctx.actor, 'model.manage'),
    mayImport: may(ctx.actor, 'import.run'),
    mayLabel: may(ctx.actor, 'conversation.answer'),
  };
}

async function readHeads({ context, locale }: PageContext) {
  // One that is off, or that waits for classes, is for whoever can set it up.
  const all = may(context.actor, 'model.manage');
  const heads = (await listHeads(context)).filter((head) => all || answers(head));
  return Promise.all(
    heads.toSorted(byPlace).map(async (head) => {
      const { labels, current } = await headBrief(context, head.key);
      return {
        head: head.key,
        name: headName(head, locale),
        meaning: headMeaning(head, locale),
        enabled: head.enabled,
        answers: answers(head),
        labels,
        current: current && figuresView(current),
      };
    }),
  );
}

/** What has classes and is on, is asked of every message. */
function answers({ enabled, classes, kind }: Head): boolean {
  return enabled && classes.length >= (kind === 'single' ? 2 : 1);
}

/** Those that every organisation has stand first, in the order of the conversation. */
const places = ['sentiment', 'intent', 'urgency', 'answerable'];

function byPlace(one: Head, other: Head): number {
  const placeOf = ({ key }: Head) => (places.includes(key) ? places.indexOf(key) : places.length);
  return placeOf(one) - placeOf(other);
}

export type HeadRow = Awaited<ReturnType<typeof readHeads>>[number];

export default function HeadsPage({ loaderData }: Route.ComponentProps) {
  const { heads, assistant, mayImport, mayLabel, mayManage } = loaderData;
  const { understanding: words, heads: setUp } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={mayManage && <LinkButton to={urls.newHead()}>{setUp.add}</LinkButton>}
      />
      {heads ? <Heads heads={heads} mayLabel={mayLabel} /> : <Nothing mayImport={mayImport} />}
      <div className="mt-8 space-y-5">
        <Card title={words.list.howTitle}>
          <p className="max-w-prose">{words.list.how}</p>
          <p className="mt-2 max-w-prose text-soft">{words.list.privacy}</p>
        </Card>
        <AssistantCard assistant={assistant} />
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
