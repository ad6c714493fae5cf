import type { Clock } from '../../platform/clock.ts';
import { askNetwork, type Said, waitAsked } from '../asking.ts';
import { Outage, Refused } from '../connection.ts';

/** The server understood, and does not do it. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(`${status} ${message}`.slice(0, 300));
    this.status = status;
  }
}

export interface Server {
  readonly server: string;
  readonly token: string;
  readonly allowed: readonly string[];
  readonly clock: Clock;
}

export interface Call {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly input?: Readonly<Record<string, unknown>>;
  /** The same post under the same key is made once. */
  readonly once?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the API of a server. @throws Outage when it cannot be reached or wants rest, Refused when it does not let us in,
 * `ApiRefusal` when it does not do this
 */
export async function callServer(server: Server, call: Call): Promise<unknown> {
  const { path, query = {}, method = 'GET', input, once, signal } = call;
  const url = new URL(path, server.server);
  for (const [name, value] of Object.entries(query))
    for (const one of [value ?? []].flat())
      url.searchParams.append(Array.isArray(value) ? `${name}[]` : name, String(one));
  const said = await askNetwork(url.href, {
    ...{ allowed: server.allowed, signal, method },
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${server.token}`,
      ...(input ? { 'Content-Type': 'application/json' } : {}),
      ...(once ? { 'Idempotency-Key': once } : {}),
    },
    ...(input ? { body: JSON.stringify(input) } : {}),
  });
  if (said.status >= 200 && said.status < 300 && said.json !== undefined) return said.json;
  throw troubleOf(said, server.clock);
}

function troubleOf({ status, headers, json, text }: Said, clock: Clock): Error {
  const { error = text } = (json ?? {}) as { error?: string };
  if (status === 429) {
    const now = clock.now().epochMilliseconds;
    return new Outage('busy', waitAsked(headers, { reset: 'x-ratelimit-reset', now }) ?? 60);
  }
  if (status === 401) return new Refused('sign-in');
  if (status === 403 && /scope/i.test(error)) return new Refused('missing-rights');
  if (status >= 500) return new Outage(`${status}`);
  if (status >= 400) return new ApiRefusal(status, error);
  return new Outage(`${status} gibberish`);
}
