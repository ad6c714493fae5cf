import { useEffect, useState } from 'react';
import type { Wall } from '../../insights/wall/figures.ts';

/** The server says something every fifteen seconds; longer than this and what is shown is old. Milliseconds. */
const patience = 35_000;

export interface LiveWall {
  wall: Wall;
  /** Since when nothing was heard, in milliseconds since 1970; null while all is well. */
  staleSince: number | null;
  gone: boolean;
}

/** The newest figures, read from a stream; those of the page until then. */
export function useWall(first: Wall, address: string): LiveWall {
  const [wall, setWall] = useState(first);
  const [staleSince, setStale] = useState<number | null>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let heard = performance.now();
    let timer = 0;
    const source = new EventSource(address);
    source.addEventListener('figures', (event: MessageEvent<string>) => {
      heard = performance.now();
      setStale(null);
      setWall(JSON.parse(event.data) as Wall);
    });
    source.addEventListener('gone', () => {
      source.close();
      setGone(true);
    });
    const look = () => {
      const silent = performance.now() - heard;
      if (silent > patience) setStale(performance.timeOrigin + heard);
      // A server that refused is asked again by loading the page anew, which also brings a newer version.
      if (source.readyState === EventSource.CLOSED && silent > 2 * patience) window.location.reload();
      timer = window.setTimeout(look, 5_000);
    };
    timer = window.setTimeout(look, 5_000);
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [address]);
  return { wall, staleSince, gone };
}
