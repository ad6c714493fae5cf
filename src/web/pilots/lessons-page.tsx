import { Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { listLessons } from '../../pilots/living/lessons.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import type { Route } from './+types/lessons-page.ts';

/** The cases of the house: what earlier pilots learned. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const search = (url.searchParams.get('search') ?? '').replaceAll('\0', '').slice(0, 100);
  const rows = (await listLessons(ctx, { search })).map(({ at, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
  }));
  return { rows, search };
}

export default function LessonsPage({ loaderData: { rows, search } }: Route.ComponentProps) {
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
      {rows.length === 0 && <p className="text-soft">{search ? words.noneFound : words.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((one) => (
          <li key={one.publicId} className="py-3">
            <p>{one.learned}</p>
            {one.otherwise && (
              <p className="text-soft">
                {words.otherwise} {one.otherwise}
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
