import { Link } from 'react-router';
import { ownSpans } from '../../conversations/own.ts';
import { monthsOf, usesIn } from '../../customers/mine/ledger.ts';
import { openMine } from '../../customers/mine/mine.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { activities } from '../../privacy/activity.ts';
import { permissionsOf } from '../../privacy/deciding.ts';
import { listDays } from '../../privacy/ledger.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/ledger-page.ts';
import { answerDecision } from './deciding.ts';
import { ownUse } from './ledger-view.ts';
import { me } from './me.ts';
import { Uses } from './uses.tsx';

export async function loader({ url, context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  const timeZone = pageContext(context).timeZone ?? fallbackTimeZone;
  const asked = url.searchParams.get('month') ?? '';
  return openMine(ctx, async (ctx, mine) => {
    const months = await monthsOf(ctx, mine.members, timeZone);
    const month = months.find((one) => one.month === asked)?.month ?? months[0]?.month ?? null;
    const states = await permissionsOf(ctx, mine.personId);
    const uses = month ? await usesIn(ctx, mine.members, { month, timeZone }) : [];
    const now = ctx.clock.now();
    // A search also finds what was closed long ago.
    const spans = (await ownSpans(ctx, mine.members)).flatMap((span) => [
      { ...span, activity: 'inbox.listed' as const },
      { from: span.from, to: now, activity: 'inbox.searched' as const },
    ]);
    const lists = (await listDays(ctx, spans)).filter(({ day }) => month !== null && day.startsWith(month));
    return {
      months,
      month,
      lists: lists.map(({ day, department, activity }) => ({
        day,
        department,
        what: activities[activity][ctx.locale],
      })),
      rows: uses.map((use) => ownUse(use, { locale: ctx.locale, states })),
    };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  return answerDecision(me(context).ctx, request, 'mine/ledger');
}

export default function LedgerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { ledger } = useWords().mine;
  const { months, month, rows, lists } = loaderData;
  const named = useMonth();
  return (
    <>
      <PageHeader title={ledger.title} lead={ledger.lead} />
      <Form answer={actionData}>{null}</Form>
      {month === null ? (
        <EmptyState title={ledger.none}>{ledger.noneWhat}</EmptyState>
      ) : (
        <>
          <nav aria-label={ledger.months} className="mb-5">
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {months.map((one) => (
                <li key={one.month}>
                  <Link
                    to={urls.mineLedger(one.month)}
                    reloadDocument
                    aria-current={one.month === month ? 'page' : undefined}
                    className="link aria-[current=page]:font-semibold aria-[current=page]:no-underline"
                  >
                    {named(one.month)} ({one.uses})
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <h2 className="mb-2 text-xl">{named(month)}</h2>
          <Uses rows={rows} returnTo={urls.mineLedger(month)} />
          {lists.length > 0 && <Lists rows={lists} />}
        </>
      )}
      <p className="mt-5 text-sm text-soft">{ledger.who}</p>
    </>
  );
}

function Lists({ rows }: { rows: Route.ComponentProps['loaderData']['lists'] }) {
  const { ledger } = useWords().mine;
  const { day } = useFormats();
  return (
    <section className="mt-6">
      <h2 className="text-xl">{ledger.lists}</h2>
      <p className="mb-2 text-soft">{ledger.listsWhat}</p>
      <ul className="list-disc pl-5">
        {rows.map((row) => (
          <li key={`${row.day} ${row.what} ${row.department}`}>
            {day(noon(row.day))}: {row.what} {row.department && ledger.department(row.department)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `2026-11` → `november 2026`, in the language of the page. */
function useMonth(): (month: string) => string {
  const { locale } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (month) => format.format(new Date(noon(`${month}-15`)));
}
