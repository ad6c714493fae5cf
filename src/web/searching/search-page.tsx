import { listSavedSearches } from '../../conversations/searching/saved-search.ts';
import { type Hit, searchConversations } from '../../conversations/searching/searching.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { readFilterChoices } from '../handling/arranging-view.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import '../inbox/inbox.css';
import type { Route } from './+types/search-page.ts';
import { Hits } from './hits.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchForm } from './search-form.tsx';
import { isNarrowed, placeOfQuestion, questionOf } from './search-place.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'inbox.read');
  const question = questionOf(url.searchParams);
  const cursor = url.searchParams.get('cursor') || undefined;
  const narrow = url.searchParams.get('narrow') === '1' || isNarrowed(question);
  const { hits, next } = await searchConversations(ctx, { question, after: cursor });
  return {
    question,
    hits: hits.map(hitView),
    next: next ?? null,
    further: cursor !== undefined,
    saved: await listSavedSearches(ctx),
    mayManage: may(ctx.actor, 'organisation.manage'),
    choices: narrow ? await readFilterChoices(ctx) : null,
  };
}

export type HitView = ReturnType<typeof hitView>;

/** So many of the newest messages stand on the page of a conversation. */
const shownAtOnce = 30;

function hitView({ at, seq, lastSeq, ...hit }: Hit) {
  return { ...hit, at: at.toISOString(), before: seq > lastSeq - shownAtOnce ? null : seq + 10 };
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  const { searching } = useWords();
  const { question, next, further } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader title={searching.title} lead={searching.lead} />
      <SearchForm key={placeOfQuestion(question)} question={question} choices={loaderData.choices} />
      <SavedSearches saved={loaderData.saved} question={question} mayManage={loaderData.mayManage} />
      <Result {...loaderData} />
      <Pagination
        next={next && placeOfQuestion(question, { cursor: next })}
        first={further ? placeOfQuestion(question) : null}
      />
    </div>
  );
}

function Result({ question, hits, next, further }: Route.ComponentProps['loaderData']) {
  const { begin, none, found } = useWords().searching;
  if (question.text.trim() === '') return <EmptyState title={begin.title}>{begin.next}</EmptyState>;
  if (hits.length === 0) return <EmptyState title={none.title}>{none.next}</EmptyState>;
  return (
    <>
      <p role="status" className="mb-2 text-sm text-soft">
        {found(hits.length, next !== null || further)}
      </p>
      <Hits hits={hits} />
    </>
  );
}
