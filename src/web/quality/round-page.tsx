import { Link } from 'react-router';
import { getRound, type RoundItem } from '../../conversations/reviewing/rounds.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Route } from './+types/round-page.ts';

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  return { ...(await getRound(ctx, id)), mayLook: may(ctx.actor, 'conversation.answer') };
}

export default function RoundPage({ loaderData: { round, items, mayLook } }: Route.ComponentProps) {
  const { round: words, week } = useWords().quality;
  const { day } = useFormats();
  const columns: Column<RoundItem>[] = [
    {
      key: 'place',
      label: words.place,
      heading: true,
      cell: ({ publicId, place }) =>
        mayLook ? (
          <Link to={urls.qualityItem(publicId)} className="link">
            {words.open(place)}
          </Link>
        ) : (
          place
        ),
    },
    { key: 'part', label: words.part, wideOnly: true, cell: ({ stratum }) => stratum },
    { key: 'state', label: words.state, cell: (item) => words.states[stateOf(item)] },
  ];
  return (
    <div className="max-w-4xl">
      <Link to={urls.quality()} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={words.title(round.queue)} lead={week(day(noon(round.week)))} />
      </div>
      <p className="mb-4 max-w-prose text-soft">{words.drawn(round.drawn, round.answers, round.seed)}</p>
      <Table
        caption={words.title(round.queue)}
        hideCaption
        rows={items}
        rowKey={({ publicId }) => publicId}
        columns={columns}
      />
    </div>
  );
}

function stateOf({ isOwn, looked, byMe, differs, agreed }: RoundItem) {
  if (agreed) return 'agreed';
  if (looked === 2) return differs ? 'differ' : 'same';
  if (isOwn) return 'own';
  if (looked === 1) return byMe ? 'mine' : 'one';
  return 'none';
}
