import type { Context } from '../../platform/context.ts';
import type { Recalling } from '../../understanding/comparing/recalling.ts';

/** What a process remembers of the latest messages, so that it need not read them again for every batch. */
export interface Noticer {
  recalling: Recalling | undefined;
  /** The place in the event log up to which it holds; another process may have gone on meanwhile. */
  upTo: string;
}

declare module '../../platform/context.ts' {
  interface Context {
    /** One for each process, made in opening.ts; absent: everything is read anew. */
    readonly noticer?: Noticer;
  }
  interface ContextParts {
    noticer?: Noticer;
  }
}

export function makeNoticer(): Noticer {
  return { recalling: undefined, upTo: '' };
}

export function noticerOf(ctx: Context): Noticer {
  return ctx.noticer ?? makeNoticer();
}
