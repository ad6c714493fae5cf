import { z } from 'zod';
import type { Norm } from '../../conversations/norms/norm.ts';
import { normsVersions, publishNorms } from '../../conversations/norms/norms.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import type { Route } from './+types/norms-page.ts';
import { type Choices, readChoices } from './choices.ts';
import { ConditionsSaid } from './conditions-said.tsx';
import { OrderedList, OrderedPage } from './ordered.tsx';
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
    <OrderedPage
      words={words}
      add={urls.norm('new')}
      isEmpty={norms.length === 0}
      list={
        <>
          <OrderedList
            rows={norms}
            to={urls.norm}
            beside={({ clock }) => <span className="text-soft">{words.clocksShort[clock]}</span>}
            below={(norm) => <Said norm={norm} choices={choices} />}
          />
          <p className="mt-3 text-soft">{words.frozen}</p>
        </>
      }
    >
      <Versions
        title={words.versions}
        rows={versions.map(({ count, ...row }) => ({ ...row, count: words.version(count) }))}
      />
    </OrderedPage>
  );
}

function Said({ norm, choices }: { norm: Norm; choices: Choices }) {
  const { norms: words } = useWords().routing;
  const nameOf = (key: string) => choices.queues.find(({ value }) => value === key)?.label ?? key;
  return (
    <>
      <Promised norm={norm} />
      <p className="text-sm break-words">
        <span className="text-soft">
          {norm.queues.map(nameOf).join(', ') || words.everyQueue}
          {' · '}
        </span>
        <ConditionsSaid conditions={norm.conditions} choices={choices} />
      </p>
    </>
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
