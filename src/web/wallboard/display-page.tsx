import { findDisplay, noteSeen } from '../../insights/wall/display.ts';
import { readWall } from '../../insights/wall/figures.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import type { PageHandle } from '../root.tsx';
import type { Route } from './+types/display-page.ts';
import { WallBoard } from './wall.tsx';

/** A screen keeps itself fresh, so it takes the script although nobody is signed in. */
export const handle: PageHandle = { scripts: true, theme: 'dark' };

/** The address is a key: nobody in between keeps it, and no other site is told of it. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  const display = await findDisplay(ctx, token);
  if (!display) throw new Refusal('not-found.display');
  await noteSeen(ctx, display.id);
  return { token, name: display.name, wall: await readWall(ctx, display.queueIds) };
}

export default function DisplayPage({ loaderData: { token, name, wall } }: Route.ComponentProps) {
  return <WallBoard first={wall} address={urls.displayLive(token)} name={name} />;
}
