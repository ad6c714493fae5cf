import type { Clock } from '../../platform/clock.ts';
import { askNetwork, type Said, waitAsked } from '../asking.ts';
import { Outage, Refused } from '../connection.ts';

/** Our own server there refuses something, with its name for it (`ExpiredToken`, `RecordNotFound` …). */
export class XrpcRefusal extends Error {
  override readonly name = 'XrpcRefusal';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(`${status} ${code} ${message}`.trim().slice(0, 300));
    this.status = status;
    this.code = code;
  }
}

export interface Call {
  readonly method: string;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** A procedure, with this as its input; a query when left out. `null`: a procedure without input. */
  readonly input?: Readonly<Record<string, unknown>> | null;
  readonly token?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Server {
  readonly service: string;
  readonly allowed: readonly string[];
  readonly clock: Clock;
}

/**
 * Calls a method of the protocol (XRPC). @throws Outage when it cannot be reached or wants rest, `XrpcRefusal` when it
 * understood and does not do it
 */
export async function xrpc(server: Server, call: Call): Promise<unknown> {
  const { method, query = {}, input, token, signal } = call;
  const url = new URL(`/xrpc/${method}`, server.service);
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat()) url.searchParams.append(name, String(one));
  const said = await askNetwork(url.href, {
    allowed: server.allowed,
    signal,
    headers: {
      Accept: 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(input ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(input === undefined ? {} : { method: 'POST' }),
    ...(input ? { body: JSON.stringify(input) } : {}),
  });
  if (said.status >= 200 && said.status < 300 && said.json !== undefined) return said.json;
  if (said.status === 200 && input === null) return {};
  throw troubleOf(said, server.clock);
}

function troubleOf({ status, headers, json, text }: Said, clock: Clock): Error {
  const { error = '', message = text } = (json ?? {}) as { error?: string; message?: string };
  if (status === 429) {
    const now = clock.now().epochMilliseconds;
    return new Outage('busy', waitAsked(headers, { reset: 'ratelimit-reset', now }) ?? 60);
  }
  if (status >= 500) return new Outage(`${status} ${error}`.trim());
  if (status >= 400 && error !== '') return new XrpcRefusal(status, error, message);
  if (status === 401 || status === 403) return new XrpcRefusal(status, 'AuthenticationRequired', message);
  return new Outage(`${status} gibberish`);
}

/** It does not want us: somebody must change something first. */
export function refusedSignIn(): Refused {
  return new Refused('sign-in');
}
