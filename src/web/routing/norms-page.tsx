import { Link } from 'react-router';
import { z } from 'zod';
import type { Norm } from '../../conversations/norms/norm.ts';
import { normsVersions, publishNorms } from '../../conversations/norms/norms.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/norms-page.ts';
import { type Choices, readChoices } from './choices.ts';
import { ConditionsSaid } from './conditions-said.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { moved } from './ordering.ts';
import { Versions } from './versions.tsx';

const shape = z.object({ act: z.enum(['up', 'down', 'remove']), key: z.string().max(40) });

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const versions = await normsVersions(ctx);
  return {
    norms: versions[0]?.norms ?? [],
    versions: versions.map(({ id, norms, madeAt, madeBy }) => ({
      ...{ id, madeBy, count: norms.length },
      madeAt: madeAt.toISOString(),
    })),
    choices: await readChoices(ctx, pageContext(context).locale),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ act, key }) => {
    const [newest] = await normsVersions(ctx);
    await publishNorms(ctx, moved(newest?.norms ?? [], key, act));
    return urls.norms();
  });
}

export default function NormsPage({ loaderData }: Route.ComponentProps) {
  const { norms: words } = useWords().routing;
  const { norms, choices, versions } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.norm('new')} tone="primary">
            {words.add}
          </LinkButton>
        }
      />
      {norms.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <>
          <Norms norms={norms} choices={choices} />
          <p className="mt-3 text-soft">{words.frozen}</p>
        </>
      )}
      <Versions
        title={words.versions}
        rows={versions.map(({ count, ...row }) => ({ ...row, count: words.version(count) }))}
      />
    </div>
  );
}

function Norms({ norms, choices }: { norms: readonly Norm[]; choices: Choices }) {
  const { norms: words } = useWords().routing;
  const { number } = useFormats();
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {norms.map((norm, at) => (
        <li key={norm.key} className="flex items-start gap-3 px-4 py-3">
          <span className="w-6 shrink-0 text-right text-soft tabular-nums">{number(at + 1)}</span>
          <div className="min-w-0 flex-1">
            <p>
              <Link to={urls.norm(norm.key)} className="link font-medium">
                {norm.name}
              </Link>{' '}
              <span className="text-soft">{words.clocksShort[norm.clock]}</span>
            </p>
            <Promised norm={norm} />
            <p className="text-sm break-words">
              <span className="text-soft">
                {norm.queues
                  .map((key) => choices.queues.find(({ value }) => value === key)?.label ?? key)
                  .join(', ') || words.everyQueue}
                {' · '}
              </span>
              <ConditionsSaid conditions={norm.conditions} choices={choices} />
            </p>
          </div>
          <OrderButtons one={norm} isFirst={at === 0} isLast={at === norms.length - 1} />
        </li>
      ))}
    </ol>
  );
}

function Promised({ norm }: { norm: Norm }) {
  const { norms: words } = useWords().routing;
  const { duration } = useFormats();
  const promised = (['first', 'next', 'resolution'] as const).flatMap((kind) => {
    const seconds = norm[kind];
    if (seconds === null) return [];
    // Twenty hours of opening are not twenty hours of a day.
    const isLong = norm.clock === 'hours' && seconds > 12 * 3600;
    return [`${words[kind]} ${isLong ? words.hours(Math.round(seconds / 3600)) : duration(seconds)}`];
  });
  return <p>{promised.join(' · ')}</p>;
}
