import { Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { type Capability, capabilities } from '../../pilots/capability.ts';
import { openForAnybody, readSwitchedOn } from '../../pilots/doors.ts';
import { library } from '../../pilots/library/library.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { doors } from '../../switches.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/next-page.ts';

/** One quiet page for all that is off: elsewhere it does not exist. */
export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const on = openForAnybody(await readSwitchedOn(ctx), ctx.clock.now());
  const keys = Object.keys(capabilities) as Capability[];
  return {
    off: keys
      .filter((key) => !on.has(key))
      .map((key) => ({
        key,
        ...capabilities[key][locale],
        waiting: Object.keys(doors[key]).length === 0,
        templates: library
          .filter((one) => one.capabilities.includes(key))
          .map((one) => ({ key: one.key, name: one[locale].name })),
      })),
    on: keys.filter((key) => on.has(key)).map((key) => ({ key, name: capabilities[key][locale].name })),
  };
}

export default function NextPage({ loaderData: { off, on } }: Route.ComponentProps) {
  const { next: words } = useWords().pilots;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      {off.length === 0 && <p className="text-soft">{words.none}</p>}
      <ul className="divide-y divide-line">
        {off.map((one) => (
          <li key={one.key} className="py-3">
            <h2 className="text-base">
              <Link to={urls.capability(one.key)} className="link">
                {one.name}
              </Link>
            </h2>
            <p className="mt-0.5 text-soft">{one.sentence}</p>
            <p className="mt-0.5 text-sm">
              {words.by}{' '}
              {one.templates.map((template, at) => (
                <span key={template.key}>
                  {at > 0 && ', '}
                  <Link to={urls.pilotTemplate(template.key)} className="link">
                    {template.name}
                  </Link>
                </span>
              ))}
              {one.waiting && <span className="text-faint"> · {words.waiting}</span>}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <Card title={words.on}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {on.map(({ key, name }) => (
              <li key={key}>
                <Link to={urls.capability(key)} className="link">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
