import { useSyncExternalStore } from 'react';
import { type FetcherWithComponents, useFetcher } from 'react-router';
import type { Act, ActAnswer } from './acting.ts';
import { type Place, placed } from './place.ts';

/** One of the forms of a conversation: where it posts to, whether it is busy, and what came of it. */
export interface Acting {
  Form: FetcherWithComponents<ActAnswer>['Form'];
  url: string;
  busy: boolean;
  /** The text that is on its way. */
  pending: string | null;
  answer: ActAnswer | undefined;
}

/** Judging what was understood is done per message and head, each with a form of its own. */
export type Acts = Readonly<Record<Exclude<Act, 'judge'>, Acting>>;

interface ActsOf {
  id: string;
  place: Place;
  answered: ActAnswer | undefined;
}

/** With script each form keeps the page where it is; without, the same forms load the page again. */
export function useActs(of: ActsOf): Acts {
  return {
    reply: useActing('reply', of),
    note: useActing('note', of),
    close: useActing('close', of),
    reopen: useActing('reopen', of),
    assign: useActing('assign', of),
  };
}

function useActing(act: Act, { id, place, answered }: ActsOf): Acting {
  const fetcher = useFetcher<ActAnswer>({ key: `${act}:${id}` });
  const text = fetcher.formData?.get('text');
  return {
    Form: fetcher.Form,
    url: placed.conversation(id, place),
    busy: fetcher.state !== 'idle',
    pending: typeof text === 'string' ? text.trim() : null,
    answer: fetcher.data ?? (answered?.given?.act === act ? answered : undefined),
  };
}

const never = () => () => {};

/** False in what the server sends, and where script does not run. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
