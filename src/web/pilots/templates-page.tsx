import { Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { library } from '../../pilots/library/library.ts';
import { listOwn } from '../../pilots/library/own.ts';
import { areas, type Template } from '../../pilots/library/template.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import type { Locale } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/templates-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const shown = (one: Template) => shortOf(one, locale);
  return {
    groups: areas.map((area) => ({ area, rows: library.filter((one) => one.area === area).map(shown) })),
    own: (await listOwn(ctx)).map(shown),
  };
}

function shortOf(template: Template, locale: Locale) {
  const { name, about, boards } = template[locale];
  return { key: template.key, name, about, boards };
}

export default function TemplatesPage({ loaderData: { groups, own } }: Route.ComponentProps) {
  const { pilots: words } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.templates.title} lead={words.templates.lead} />
      <div className="space-y-5">
        {own.length > 0 && (
          <Card title={words.templates.own}>
            <List rows={own} />
          </Card>
        )}
        {groups.map(({ area, rows }) => (
          <Card key={area} title={words.areas[area]}>
            <List rows={rows} />
          </Card>
        ))}
      </div>
    </div>
  );
}

function List({ rows }: { rows: readonly ReturnType<typeof shortOf>[] }) {
  const { boards } = useWords().pilots.templates;
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.key} className="py-3">
          <Link to={urls.pilotTemplate(row.key)} className="link font-medium">
            {row.name}
          </Link>{' '}
          <span className="text-sm text-faint">{row.key}</span>
          <p className="mt-0.5 max-w-prose">{row.about}</p>
          <p className="mt-0.5 text-sm text-soft">
            {boards}: {row.boards}
          </p>
        </li>
      ))}
    </ul>
  );
}
