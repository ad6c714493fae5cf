import { Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { listLessons, listTags } from '../../pilots/living/lessons.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { Route } from './+types/lessons-page.ts';

/** The cases of the house: what earlier pilots learned. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const search = (url.searchParams.get('search') ?? '').replaceAll('\0', '').slice(0, 100);
  const tag = (url.searchParams.get('tag') ?? '').replaceAll('\0', '').slice(0, 40) || null;
  const rows = (await listLessons(ctx, { search, tag })).map(({ at, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
  }));
  return { rows, search, tag, tags: await listTags(ctx) };
}

export default function LessonsPage({ loaderData: { rows, search, tag, tags } }: Route.ComponentProps) {
  const { pilots, remarks } = useWords();
  const { lessons: words, areas } = pilots;
  const { day } = useFormats();
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      <form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <Field name="search" label={words.search} defaultValue={search} optional />
        </div>
        <div className="mb-5">
          <Button>{words.find}</Button>
        </div>
      </form>
      {tags.length > 0 && (
        <nav aria-label={words.tags} className="mb-4">
          <ul className="flex flex-wrap gap-1">
            {[null, ...tags].map((one) => (
              <li key={one?.tag ?? ''} aria-current={(one?.tag ?? null) === tag ? 'true' : undefined}>
                <LinkButton
                  to={urls.pilotLessons(one ? { tag: one.tag } : {})}
                  size="small"
                  tone={(one?.tag ?? null) === tag ? 'secondary' : 'quiet'}
                >
                  {one ? `${one.tag} (${one.n})` : words.allTags}
                </LinkButton>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {rows.length === 0 && <p className="text-soft">{search || tag ? words.noneFound : words.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((one) => (
          <li key={one.publicId} className="py-3">
            <p>{one.learned}</p>
            {one.otherwise && (
              <p className="text-soft">
                {words.otherwise} {one.otherwise}
              </p>
            )}
            {one.tags.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-1">
                {one.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </p>
            )}
            <p className="mt-0.5 text-sm text-faint">
              <Link to={urls.pilot(one.pilot.publicId)} className="link">
                {one.pilot.title}
              </Link>
              , {areas[one.pilot.area]}, {day(one.at)} ·{' '}
              <Link to={urls.remarks({ kind: 'lesson', about: one.publicId })} className="link">
                {remarks.link}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
