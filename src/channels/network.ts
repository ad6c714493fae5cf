import type { Clock } from '../platform/clock.ts';
import type { Method } from '../platform/reaching/reaching.ts';
import { askNetwork, type Said, Unreachable, waitAsked } from './asking.ts';
import { Outage, type Outcome, Refused } from './connection.ts';

/** What an answer of a network means, where its own code says more than its status. */
export type Meaning =
  | { readonly kind: 'busy'; readonly after?: number | null }
  | { readonly kind: 'sign-in' | 'unknown' }
  | { readonly kind: 'refused'; readonly answer: string };

/** Only for tests: another place that speaks as the network does, and how often it is asked (milliseconds). */
export interface Double {
  readonly origin?: string;
  readonly pause?: number;
}

export interface NetworkMeans {
  readonly origin: string;
  readonly allowed: readonly string[];
  readonly clock: Clock;
  /** Who we are, said with each call. @throws Outage, Refused */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Said with each call in the address. */
  query?(): Readonly<Record<string, string>>;
  /** Of what is no success; undefined: the status says it. */
  meaningOf?(said: Said): Meaning | undefined;
  /** The header that says when more calls may come. */
  readonly reset?: string;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Sent {
  readonly path: string;
  readonly method?: Method;
  readonly query?: Query;
  readonly body: unknown;
  /** What the network called it; null: it did not say. */
  idIn(json: unknown, said: Said): string | null;
}

/** JSON over HTTP with a token: what most networks speak. */
export interface Network {
  /** @throws Outage, Refused */
  read(path: string, query?: Query): Promise<unknown>;
  /** Never throws. */
  send(sent: Sent): Promise<Outcome>;
}

export function openNetwork(means: NetworkMeans): Network {
  const ask = async (path: string, query: Query, more: { method?: Method; body?: string }) => {
    const url = new URL(path, means.origin);
    for (const [name, value] of Object.entries({ ...query, ...means.query?.() }))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const headers = {
      ...{ Accept: 'application/json', ...(await means.headers()) },
      ...(more.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    return askNetwork(url.href, { ...more, headers, allowed: means.allowed });
  };
  return {
    read: async (path, query = {}) => {
      const said = await ask(path, query, {});
      if (isGood(said) && said.json !== undefined) return said.json;
      throw troubleOf(meaningIn(said, means), said);
    },
    send: async ({ path, method = 'POST', query = {}, body, idIn }) => {
      try {
        const said = await ask(path, query, { method, body: JSON.stringify(body) });
        if (!isGood(said)) return outcomeOf(meaningIn(said, means), said);
        const id = idIn(said.json, said);
        // It says that it went well, and not what became of it: it may stand there.
        return id === null
          ? { kind: 'unknown', answer: said.text }
          : { kind: 'sent', externalId: id, answer: String(said.status) };
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}

const isGood = ({ status }: Said) => status >= 200 && status < 300;

function meaningIn(said: Said, { meaningOf, reset = '', clock }: NetworkMeans): Meaning {
  const own = meaningOf?.(said);
  const now = clock.now().epochMilliseconds;
  const after = waitAsked(said.headers, { reset, now });
  if (own) return own.kind === 'busy' && own.after === undefined ? { ...own, after } : own;
  if (said.status === 429) return { kind: 'busy', after };
  if (said.status === 401) return { kind: 'sign-in' };
  // What broke there may have been done before it broke; what says it did not is 4xx.
  if (said.status >= 500 || said.status < 400) return { kind: 'unknown' };
  return { kind: 'refused', answer: said.text };
}

function troubleOf(meaning: Meaning, { status, text }: Said): Error {
  if (meaning.kind === 'busy') return new Outage('busy', meaning.after ?? 60);
  if (meaning.kind === 'sign-in') return new Refused('sign-in');
  if (meaning.kind === 'refused') return new Refused(meaning.answer.slice(0, 300));
  return new Outage(`${status} ${text}`.slice(0, 200));
}

function outcomeOf(meaning: Meaning, { status, text }: Said): Outcome {
  const answer = `${status} ${text}`.slice(0, 300);
  if (meaning.kind === 'busy')
    return { kind: 'later', reason: 'busy', answer, after: meaning.after ?? null, account: true };
  if (meaning.kind === 'sign-in')
    return { kind: 'later', reason: 'sign-in', answer, after: null, account: true };
  if (meaning.kind === 'refused') return { kind: 'refused', answer: meaning.answer.slice(0, 300) };
  return { kind: 'unknown', answer };
}

/** Of what was thrown before or while calling. */
export function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof Error)) return { kind: 'unknown', answer: 'unknown' };
  const answer = error.message.slice(0, 300);
  if (error instanceof Refused) return { kind: 'later', reason: answer, answer, after: null, account: true };
  if (error instanceof Unreachable && !error.unsent) return { kind: 'unknown', answer };
  if (error instanceof Outage)
    return { kind: 'later', reason: answer, answer, after: error.after, account: true };
  return { kind: 'unknown', answer };
}
