import type { ReactNode } from 'react';
import type { Wall } from '../../insights/wall/figures.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWall } from './use-wall.ts';

interface WallBoardProps {
  first: Wall;
  /** Where its stream is. */
  address: string;
  name: string;
  aside?: ReactNode;
}

/** The whole screen: seven numbers to be read from across the room, always dark. */
export function WallBoard({ first, address, name, aside }: WallBoardProps) {
  const words = useWords().wallboard;
  const { time } = useFormats();
  const { wall, staleSince, gone } = useWall(first, address);
  return (
    <main id="content" className="wall flex min-h-dvh flex-col bg-ground p-4 text-ink md:p-[2vw]">
      <PageTitle>{words.title}</PageTitle>
      {/* Without script the page asks again by itself. */}
      <noscript>
        <meta httpEquiv="refresh" content="30" />
      </noscript>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h1 className="text-lg md:text-[2vw] md:leading-tight">{name}</h1>
        <p className="text-soft md:text-[1.4vw]">
          <Opening wall={wall} />
        </p>
        <p className="text-soft md:text-[1.4vw]">
          <time dateTime={wall.at}>{words.at(time(wall.at))}</time>
        </p>
        {aside}
      </header>
      <div role="status">
        {(staleSince !== null || gone) && (
          <p className="mb-4 flex items-center gap-3 rounded-lg border-2 border-clay bg-clay-wash p-3 font-semibold text-clay md:text-[1.6vw] md:leading-snug">
            <Icon name="warning" className="size-[1.4em]" />
            {gone ? `${words.gone.title}. ${words.gone.text}` : words.stale(time(new Date(staleSince ?? 0)))}
          </p>
        )}
      </div>
      {!gone && <Numbers wall={wall} />}
    </main>
  );
}

function Opening({ wall: { isOpen, opensAt } }: { wall: Wall }) {
  const words = useWords().wallboard;
  const { shortDay, time } = useFormats();
  if (isOpen) return words.isOpen;
  return opensAt ? words.opens(`${shortDay(opensAt, opensAt)} ${time(opensAt)}`) : words.closed;
}

function Numbers({ wall }: { wall: Wall }) {
  const words = useWords().wallboard;
  const { number, percent } = useFormats();
  const { norm, present } = wall;
  const there = present.few ? words.few : present.n === 0 ? words.none : number(present.n);
  return (
    <>
      <dl className="grid grow grid-cols-2 gap-3 md:grid-cols-4 md:gap-[1vw]">
        <Tile label={words.open} value={number(wall.open)} below={words.unassigned(wall.unassigned)} wide />
        <Tile
          label={words.overdue}
          value={number(wall.overdue)}
          below={words.due(wall.due)}
          wide
          alarm={wall.overdue > 0}
        />
        <Tile label={words.waiting} value={useWait(wall)} />
        <Tile label={words.answered} value={number(wall.answeredToday)} />
        <Tile
          label={words.norm}
          value={norm.n === 0 ? '–' : percent(norm.k / norm.n)}
          below={norm.n === 0 ? words.noNorm : words.normOf(norm.k, norm.n)}
        />
        <Tile label={words.present} value={there} />
      </dl>
      {wall.queues.length > 1 && <Queues wall={wall} />}
    </>
  );
}

interface TileProps {
  label: string;
  value: string;
  below?: string;
  wide?: boolean;
  /** Needs somebody now: said by an icon and a frame, not by colour alone. */
  alarm?: boolean;
}

function Tile({ label, value, below, wide = false, alarm = false }: TileProps) {
  const look = alarm ? 'border-2 border-clay bg-clay-wash text-clay' : 'border border-line bg-surface';
  return (
    <div
      className={`flex flex-col justify-center rounded-lg p-3 md:p-[1.2vw] ${look} ${wide ? 'md:col-span-2' : ''}`}
    >
      <dt className="flex items-center gap-2 text-sm text-soft md:text-[1.4vw] md:leading-tight">
        {alarm && <Icon name="warning" className="size-[1.1em] text-clay" />}
        {label}
      </dt>
      <dd
        className={`figures font-semibold tracking-tight ${wide ? 'text-5xl md:text-[9vw] md:leading-none' : 'text-3xl md:text-[4.2vw] md:leading-tight'}`}
      >
        {value}
      </dd>
      {below && <dd className="text-sm text-soft md:text-[1.4vw] md:leading-tight">{below}</dd>}
    </div>
  );
}

/** How long, in words that fit on a wall, by the clock of the figures. */
function useWait({ waitingSince, at }: Wall): string {
  const words = useWords().wallboard;
  if (!waitingSince) return words.nobody;
  const minutes = Math.max(0, Math.floor((Date.parse(at) - Date.parse(waitingSince)) / 60_000));
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / 1440));
}

function Queues({ wall }: { wall: Wall }) {
  const words = useWords().wallboard;
  const { number } = useFormats();
  return (
    <section className="mt-4 md:mt-[1.2vw]">
      <h2 className="sr-only">{words.queues}</h2>
      <table className="w-full text-left md:text-[1.4vw]">
        <thead className="text-soft">
          <tr>
            <th scope="col" className="py-1 font-medium">
              {words.queue}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {words.open}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {words.overdue}
            </th>
          </tr>
        </thead>
        <tbody>
          {wall.queues.slice(0, 8).map(({ name, open, overdue }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="py-1 font-normal">
                {name}
              </th>
              <td className="py-1 text-right">{number(open)}</td>
              <td className={`py-1 text-right ${overdue > 0 ? 'font-semibold text-clay' : ''}`}>
                {number(overdue)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
