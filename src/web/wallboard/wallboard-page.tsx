import { Link, redirectDocument } from 'react-router';
import { readWall } from '../../insights/wall/figures.ts';
import { requires } from '../../organisation/authority.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import type { PageHandle } from '../root.tsx';
import type { Route } from './+types/wallboard-page.ts';
import { WallBoard } from './wall.tsx';

export const handle: PageHandle = { theme: 'dark' };

/** The same screen for whoever is signed in, of the queues that they may see. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, session } = pageContext(context);
  if (!session) throw redirectDocument(urls.signIn(url.pathname));
  requires(ctx.actor, 'journey.read');
  const queues = await queuesFor(ctx, 'journey.read');
  const { name } = await getOrganisation(ctx);
  const wall = await readWall(
    ctx,
    queues.map(({ id }) => id),
  );
  return { name, wall };
}

export default function WallboardPage({ loaderData: { name, wall } }: Route.ComponentProps) {
  const words = useWords().wallboard;
  return (
    <WallBoard
      first={wall}
      address={urls.wallboardLive()}
      name={name}
      aside={
        <Link to={urls.displays()} className="link text-sm">
          {words.full}
        </Link>
      }
    />
  );
}
