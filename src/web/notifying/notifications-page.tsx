import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import {
  listNotifications,
  markTold,
  type Notification,
} from '../../conversations/notifying/notifications.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm } from '../forms.ts';
import { NetworkMark } from '../inbox/marks.tsx';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Pagination } from '../ui/pagination.tsx';
import '../inbox/inbox.css';
import type { Route } from './+types/notifications-page.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const unread = url.searchParams.get('unread') === '1';
  const after = url.searchParams.get('cursor') || undefined;
  const { rows, next } = await listNotifications(pageContext(context).context, { unread, after });
  return { unread, further: after !== undefined, rows: rows.map(view), next: next ?? null };
}

function view({ at, ...row }: Notification) {
  return { ...row, at: at.toISOString() };
}

type Row = ReturnType<typeof view>;

const schema = z.object({ notification: z.string().max(60).optional() });

/** Reads one, or all. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  const { notification } = form.value;
  await markTold(pageContext(context).context, notification ? { publicId: notification } : 'all');
  return redirect(urls.notifications(url.searchParams.get('unread') === '1' ? { unread: '1' } : {}), 303);
}

export default function NotificationsPage({ loaderData }: Route.ComponentProps) {
  const { notifying } = useWords();
  const { rows, unread, next, further } = loaderData;
  const here = (cursor?: string) => urls.notifications({ unread: unread ? '1' : undefined, cursor });
  const { title, next: whatNext } = unread ? notifying.allRead : notifying.empty;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={notifying.title}
        lead={notifying.lead}
        aside={
          <LinkButton to={urls.notificationWishes()} icon="bell">
            {notifying.settings}
          </LinkButton>
        }
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <Tabs unread={unread} />
        {rows.some((row) => row.unread) && <ReadAll />}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={title}>{whatNext}</EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <Told key={row.publicId} row={row} />
          ))}
        </ul>
      )}
      <Pagination next={next && here(next)} first={further ? here() : null} />
    </div>
  );
}

function Tabs({ unread }: { unread: boolean }) {
  const { all, onlyUnread, title } = useWords().notifying;
  const tab =
    'inline-flex h-9 items-center rounded-md px-3 aria-[current=page]:bg-sunken aria-[current=page]:font-semibold';
  return (
    <nav aria-label={title} className="flex gap-1">
      <Link to={urls.notifications()} aria-current={unread ? undefined : 'page'} className={tab}>
        {all}
      </Link>
      <Link
        to={urls.notifications({ unread: '1' })}
        aria-current={unread ? 'page' : undefined}
        className={tab}
      >
        {onlyUnread}
      </Link>
    </nav>
  );
}

function ReadAll() {
  const { readAll } = useWords().notifying;
  return (
    <Form method="post">
      <CsrfField />
      <Button size="small" icon="check">
        {readAll}
      </Button>
    </Form>
  );
}

function Told({ row }: { row: Row }) {
  const { notifying } = useWords();
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
      <span
        className="mt-2 size-2 shrink-0 rounded-full data-unread:bg-water"
        data-unread={row.unread || undefined}
      >
        {row.unread && <span className="sr-only">{notifying.unread}</span>}
      </span>
      <div className="min-w-0 flex-1">
        <p className={row.unread ? 'font-semibold' : undefined}>
          {notifying.says[row.kind](row.kind === 'ruled' ? row.rule : row.by)}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
          <About row={row} />
          <Age at={row.at} />
        </p>
      </div>
      {row.unread && (
        <Form method="post">
          <CsrfField />
          <Button size="small" tone="quiet" name="notification" value={row.publicId}>
            {notifying.read}
          </Button>
        </Form>
      )}
    </li>
  );
}

function About({ row: { conversation, handOver, kind } }: { row: Row }) {
  const { notifying } = useWords();
  if (handOver)
    return (
      <Link to={urls.handOver(handOver)} className="link">
        {notifying.kinds[kind]}
      </Link>
    );
  if (!conversation) return <span>{notifying.gone}</span>;
  return (
    <Link to={urls.conversation(conversation.publicId)} className="link flex items-center gap-1.5">
      <NetworkMark channel={conversation.channel} />
      {conversation.personName ?? notifying.somebody}
    </Link>
  );
}
