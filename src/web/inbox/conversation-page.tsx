import { useEffect, useRef } from 'react';
import { redirect, type ShouldRevalidateFunctionArgs, useLocation, useOutletContext } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { useWords } from '../layout/frame.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import type { Route } from './+types/conversation-page.ts';
import { type ActAnswer, actOn } from './acting.ts';
import { Composers } from './composers.tsx';
import { ConversationHead } from './conversation-head.tsx';
import type { BesideList } from './inbox-frame.tsx';
import { Messages } from './messages.tsx';
import { readConversation } from './opening.ts';
import { placed, placeOf } from './place.ts';
import { useActs } from './use-acts.ts';
import { useConversationKeys } from './use-conversation-keys.ts';

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const before = Number(url.searchParams.get('before'));
  const opened = await readConversation(
    pageContext(context),
    params.id,
    Number.isInteger(before) && before > 0 ? before : undefined,
  );
  // Its messages stand in another one now; an old address still leads to them.
  if (opened.mergedInto) throw redirect(placed.conversation(opened.mergedInto, placeOf(url.searchParams)));
  return opened;
}

export function action({ context, params, request, url }: Route.ActionArgs) {
  return actOn(pageContext(context), request, { id: params.id, place: placeOf(url.searchParams) });
}

/** A conflict means that there is something to read. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

export default function ConversationPage({ loaderData, actionData }: Route.ComponentProps) {
  // Another conversation is another page: nothing that was typed or unfolded goes along.
  return <Talk key={loaderData.id} opened={loaderData} answered={actionData} />;
}

interface TalkProps {
  opened: Route.ComponentProps['loaderData'];
  /** What the action said, when the whole page was loaded again by it. */
  answered: ActAnswer | undefined;
}

function Talk({ opened, answered }: TalkProps) {
  const { inbox } = useWords();
  const { list, next } = useOutletContext<BesideList>();
  const name = opened.person?.name ?? inbox.list.unknown;
  const section = useRef<HTMLElement>(null);
  const acts = useActs({ id: opened.id, place: list.place, answered });
  useArrival(section);
  useConversationKeys(section);
  return (
    <section ref={section} className="talk" tabIndex={-1} aria-label={inbox.conversation.label(name)}>
      <PageTitle>{`${name} · ${inbox.title}`}</PageTitle>
      <ConversationHead opened={opened} name={name} acts={acts} place={list.place} next={next} />
      <Messages opened={opened} name={name} acts={acts} place={list.place} />
      <Composers opened={opened} name={name} acts={acts} place={list.place} section={section} />
    </section>
  );
}

/** Who steps to a conversation goes on reading there, also with a screen reader. A first page leaves focus alone. */
function useArrival(section: React.RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  const arrivedBy = useRef(key);
  useEffect(() => {
    if (arrivedBy.current !== 'default') section.current?.focus({ preventScroll: true });
    // On a narrow screen the page scrolls as a whole.
    document.getElementById('latest')?.scrollIntoView({ block: 'nearest' });
  }, [section]);
}
