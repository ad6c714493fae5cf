import { Link } from 'react-router';
import { connectors } from '../../connectors.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import type { Route } from './+types/kinds-page.ts';
import { AllChannels } from './all-channels.tsx';
import { useKindWords } from './kind-words.ts';

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'channel.manage');
  return {
    kinds: connectors.map(({ channel }) => ({ key: channel.key, untried: channel.untried === true })),
  };
}

export default function KindsPage({ loaderData: { kinds } }: Route.ComponentProps) {
  const { channels: words } = useWords();
  return (
    <div className="max-w-3xl">
      <AllChannels />
      <PageHeader title={words.kinds.title} />
      <ul className="divide-y divide-line border-y border-line">
        {kinds.map((kind) => (
          <Kind key={kind.key} kind={kind.key} untried={kind.untried} />
        ))}
      </ul>
    </div>
  );
}

function Kind({ kind, untried }: { kind: string; untried: boolean }) {
  const { channels: words } = useWords();
  const { name, lead } = useKindWords(kind);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <Link to={urls.newChannel(kind)} className="link font-medium">
          {name}
        </Link>
        {untried && <Badge tone="attention">{words.kinds.untried}</Badge>}
      </div>
      <p className="mt-1 max-w-prose text-soft">{lead}</p>
    </li>
  );
}
