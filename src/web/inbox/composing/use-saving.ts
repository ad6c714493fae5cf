import { useEffect, useRef, useState } from 'react';
import type { Mode } from '../../../conversations/composing/mode.ts';
import { urls } from '../../../urls.ts';
import { useShell } from '../../layout/frame.tsx';
import type { DeskAnswer } from './desk.ts';

/** Nothing yet; under way; on the server; not there, for want of a connection; another window was first. */
export type Saved = 'no' | 'saving' | 'kept' | 'lost' | 'other';

/** After so long without a key what was written is kept. Milliseconds. */
const pause = 2_000;
/** A sign of life while somebody is writing. Milliseconds; well within the lease. */
const renewal = 30_000;

interface SavingOf {
  id: string;
  mode: Mode;
  revision: number;
}

export interface Saving {
  saved: Saved;
  revision: () => number;
  /** Keeps this text soon; at once when the page goes away. */
  later: (text: string) => void;
  /** It was sent: what still waited to be kept need not be. */
  forget: () => void;
}

/** Keeps on the server what is being written, and tells that somebody is writing to the customer. */
export function useSaving({ id, mode, revision }: SavingOf): Saving {
  const post = usePost(id);
  const [saved, setSaved] = useState<Saved>('no');
  const at = useRef(revision);
  const waiting = useRef<string | null>(null);
  const timer = useRef(0);
  const claimedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    at.current = Math.max(at.current, revision);
  }, [revision]);
  const keep = async () => {
    window.clearTimeout(timer.current);
    const text = waiting.current;
    if (text === null) return;
    waiting.current = null;
    setSaved('saving');
    const answer = await post({ do: 'save', mode, text, revision: String(at.current) });
    if (answer?.revision !== undefined) at.current = answer.revision;
    setSaved(answer === null ? 'lost' : answer.refused ? 'other' : 'kept');
  };
  useLeaving(keep);
  const claim = () => {
    if (mode === 'note' || performance.now() - claimedAt.current < renewal) return;
    claimedAt.current = performance.now();
    void post({ do: 'claim' });
  };
  return {
    saved,
    revision: () => at.current,
    later: (text) => {
      claim();
      waiting.current = text;
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(keep, pause);
    },
    forget: () => {
      window.clearTimeout(timer.current);
      waiting.current = null;
      at.current = 0;
      claimedAt.current = Number.NEGATIVE_INFINITY;
      setSaved('no');
    },
  };
}

/** Calls `act` when the page or the conversation is left. */
function useLeaving(act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    const leave = () => newest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}

/** Posts beside the page, also when it is going away. null: no answer came. */
export function usePost(id: string): (fields: Record<string, string>) => Promise<DeskAnswer | null> {
  const csrf = useShell()?.csrf ?? '';
  return async (fields) => {
    try {
      const response = await fetch(urls.conversationDesk(id), {
        method: 'POST',
        body: new URLSearchParams({ ...fields, csrf, quiet: '1' }),
        keepalive: true,
      });
      return (await response.json()) as DeskAnswer;
    } catch {
      return null;
    }
  };
}
