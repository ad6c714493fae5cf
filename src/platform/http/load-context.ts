import { createContext, type RouterContextProvider } from 'react-router';
import type { Context } from '../context.ts';
import type { Signing } from '../session.ts';
import type { Locale } from '../words.ts';

/** What the server hands to every page: one per request. */
export interface PageContext {
  context: Context;
  /** For `script-src 'nonce-…'`; new for every request. */
  nonce: string;
  /** Who is signed in, by public id, and how much they still have to read: house rules, and what they were told; null for anybody else. */
  session: { employeeId: string; rulesWaiting: number; unreadNews: number } | null;
  signing: Signing;
  locale: Locale;
  /** The capabilities that are on for whoever asks, somewhere at some time; absent outside a server. */
  open?: ReadonlySet<string>;
  requestId: string;
  /** Goes into every form as the hidden field `csrf`, when the server wants one. */
  csrf?: string;
  /** IANA name; the organisation's. Absent before there is an organisation. */
  timeZone?: string;
  /** The OpenAPI document of the API, for its page: a door does not know another door. */
  apiDocument?: () => unknown;
  /** Where the request came from, for counting tries; absent when that is a proxy or this machine itself. */
  remote?: string;
  /** Where bugs go: the log, with the request id. */
  report?: (error: unknown) => void;
}

type Key = ReturnType<typeof createContext<PageContext>>;

const place = Symbol.for('polder.load-context');
const shared = globalThis as unknown as Record<symbol, Key | undefined>;

/**
 * The key under which the server puts the PageContext. The web bundle and the server each run their own copy of
 * this file, so the key itself lives on globalThis, where both find the same one.
 */
export const contextKey: Key = shared[place] ?? createContext<PageContext>();
shared[place] = contextKey;

/**
 * What the server handed to this request. For loaders, actions and the server entry.
 * @throws when the server forgot to put it there, which is a bug.
 */
export function pageContext(provider: Readonly<RouterContextProvider>): PageContext {
  return provider.get(contextKey);
}
