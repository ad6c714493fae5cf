import { useRef } from 'react';
import { data, Form, Link, useRevalidator } from 'react-router';
import { listInbox } from '../../conversations/inbox.ts';
import { noFilter } from '../../conversations/listing/filter.ts';
import { requires } from '../../organisation/authority.ts';
import { type PageContext, pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { ClassNaming } from '../inbox/class-names.tsx';
import { ConversationRow } from '../inbox/conversation-row.tsx';
import { toRow } from '../inbox/listing.ts';
import { RowDrawings } from '../inbox/marks.tsx';
import { classNamesOf } from '../inbox/naming.ts';
import { type Place, placed, viewPlace } from '../inbox/place.ts';
import { useTicking } from '../inbox/short-age.tsx';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { StaleBar } from '../live/stale-bar.tsx';
import { useLive } from '../live/use-live.ts';
import { preferenceCookie, readCookie } from '../preferences/cookies.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import '../inbox/inbox.css';
import type { Route } from './+types/columns-page.ts';
import { type Choice, type ColumnKey, columnChoices, columnsIn, mostColumns } from './choosing.ts';
import { useColumnKeys } from './use-column-keys.ts';

const cookie = 'polder_columns';
/** In a column; the whole list is one press away. */
const shown = 15;

/** Each column is a list of its own: three statements. */
export async function loader({ context, request, url }: Route.LoaderArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'inbox.read');
  const asked = chosenIn(url.searchParams);
  const choices = await columnChoices(page.context);
  const here = columnsIn(asked ?? readCookie(request, cookie)).flatMap(
    (key) => choices.find((one) => one.key === key) ?? [],
  );
  const asOf = page.context.clock.now().toString();
  const columns = [];
  for (const choice of here) columns.push(await readColumn(page, choice));
  const names = columns[0]?.names ?? classNamesOf({}, page.locale);
  const body = {
    asOf,
    names,
    choices: choices.map(named),
    columns: columns.map(({ names: _, ...one }) => one),
  };
  if (asked === null) return data(body);
  return data(body, { headers: { 'Set-Cookie': preferenceCookie(cookie, columnsIn(asked).join(',')) } });
}

/** As boxes of the form send it, `column=mine&column=due`, or written as `columns=mine,due`. */
function chosenIn(search: URLSearchParams): string | null {
  return search.has('column') ? search.getAll('column').join(',') : search.get('columns');
}

function named({ key, saved }: Choice) {
  return { key, name: saved?.name ?? null };
}

async function readColumn({ context, locale }: PageContext, { key, saved }: Choice) {
  const view = saved?.view ?? (key as Place['view']);
  const place: Place = { ...viewPlace(view), filter: saved?.filter ?? noFilter, saved: saved?.publicId };
  const { rows, next, around } = await listInbox(context, {
    ...{ view, limit: shown, folded: true, around: true },
    filter: saved ? saved.filter : null,
  });
  return {
    ...named({ key, saved }),
    place,
    rows: rows.map((row) => toRow(row, false)),
    more: next !== undefined,
    names: classNamesOf(around?.classes ?? {}, locale),
  };
}

type Column = Route.ComponentProps['loaderData']['columns'][number];

/** The inbox in columns side by side, for who has several kinds of work before them at once. */
export default function ColumnsPage({ loaderData }: Route.ComponentProps) {
  const words = useWords().columns;
  const { asOf, columns, choices, names } = loaderData;
  const { revalidate } = useRevalidator();
  const downSince = useLive(() => void revalidate());
  const board = useRef<HTMLDivElement>(null);
  useColumnKeys(board);
  return (
    <div>
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.inbox()} icon="inbox">
            {words.back}
          </LinkButton>
        }
      />
      <RowDrawings />
      <StaleBar since={downSince} />
      <Choosing chosen={columns.map(({ key }) => key)} choices={choices} />
      <ClassNaming value={names}>
        <div ref={board} className="columns-board">
          {columns.map((column) => (
            <OneColumn key={column.key} column={column} asOf={asOf} />
          ))}
        </div>
      </ClassNaming>
    </div>
  );
}

function OneColumn({ column: { key, name, place, rows, more }, asOf }: { column: Column; asOf: string }) {
  const { inbox, columns: words } = useWords();
  const now = useTicking(asOf);
  const title = name ?? inbox.views[place.view];
  return (
    <section aria-labelledby={`column-${key}`} className="columns-one" data-column={key}>
      <h2 id={`column-${key}`} className="columns-title">
        <Link to={placed.inbox(place)}>{title}</Link>
      </h2>
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-sm text-soft">{inbox.empty[place.view].title}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <ConversationRow key={row.id} row={row} place={place} current={false} now={now} />
          ))}
        </ul>
      )}
      {more && (
        <p className="px-4 py-2">
          <Link to={placed.inbox(place)} className="link text-sm">
            {words.more(title)}
          </Link>
        </p>
      )}
    </section>
  );
}

function Choosing({
  chosen,
  choices,
}: {
  chosen: readonly ColumnKey[];
  choices: readonly { key: ColumnKey; name: string | null }[];
}) {
  const { inbox, columns: words } = useWords();
  return (
    <details className="mb-4">
      <summary className="link inline-flex min-h-6 items-center text-sm">{words.choose}</summary>
      <Form method="get" className="mt-2">
        <fieldset>
          <legend className="mb-1 text-sm text-soft">{words.most(mostColumns)}</legend>
          <div className="mb-2 flex flex-wrap gap-x-5">
            {choices.map(({ key, name }) => (
              <label key={key} className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  name="column"
                  value={key}
                  defaultChecked={chosen.includes(key)}
                  className="size-4 accent-water"
                />
                {name ?? inbox.views[key as Place['view']]}
              </label>
            ))}
          </div>
        </fieldset>
        <Button size="small">{words.show}</Button>
      </Form>
    </details>
  );
}
