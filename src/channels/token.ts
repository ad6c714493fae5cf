import type { Clock } from '../platform/clock.ts';
import { askNetwork } from './asking.ts';
import { Outage, Refused } from './connection.ts';
import { at, textOf } from './json.ts';

/** How a network gives tokens (OAuth 2.0, RFC 6749). */
export interface TokenMeans {
  readonly tokenUrl: string;
  readonly grant: 'refresh_token' | 'client_credentials';
  readonly clientId: string;
  readonly clientSecret: string;
  /** The client says who it is in a header; otherwise in the body. */
  readonly basic: boolean;
  /** `refreshToken`, and what was kept of the last one: `accessToken`, `accessUntil` (ISO 8601). */
  readonly secrets: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
  readonly clock: Clock;
  keepSecrets(fresh: Readonly<Record<string, string>>): Promise<void>;
}

export interface Tokens {
  /** One that holds for at least another minute. @throws Outage, Refused `sign-in` when it is given no more */
  token(): Promise<string>;
  /** The one that was given last holds no more, whatever was said of it. */
  drop(): void;
}

const minute = 60_000;

/** Keeps a token, and asks for another in time. What a network gives anew (it may turn the key too) is kept at once. */
export function openTokens(means: TokenMeans): Tokens {
  let held = { ...means.secrets };
  let asking: Promise<string> | undefined;
  const fresh = async (): Promise<string> => {
    const given = await askToken({ ...means, secrets: held });
    held = { ...held, ...given };
    await means.keepSecrets(given);
    return given.accessToken ?? '';
  };
  return {
    token: () => {
      const until = Date.parse(held.accessUntil ?? '');
      const now = means.clock.now().epochMilliseconds;
      if (held.accessToken && until - now > minute) return Promise.resolve(held.accessToken);
      // Two at once would each turn the key, and one of them would hold the wrong one.
      asking ??= fresh().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop: () => {
      held = { ...held, accessUntil: '' };
    },
  };
}

async function askToken(means: TokenMeans): Promise<Record<string, string>> {
  const { tokenUrl, grant, clientId, clientSecret, basic, secrets, allowed, clock } = means;
  const client = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const body = new URLSearchParams({
    grant_type: grant,
    ...(grant === 'refresh_token' ? { refresh_token: secrets.refreshToken ?? '' } : {}),
    ...(basic ? {} : { client_id: clientId, ...(clientSecret ? { client_secret: clientSecret } : {}) }),
  });
  const said = await askNetwork(tokenUrl, {
    ...{ method: 'POST', body: body.toString(), allowed },
    headers: {
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      ...(basic ? { Authorization: `Basic ${client}` } : {}),
    },
  });
  const token = textOf(at(said.json, 'access_token'));
  if (said.status === 429 || said.status >= 500) throw new Outage('busy', 60);
  if (said.status >= 400 || token === null) throw new Refused('sign-in');
  const seconds = Number(at(said.json, 'expires_in')) || 3600;
  const refreshToken = textOf(at(said.json, 'refresh_token'));
  return {
    accessToken: token,
    accessUntil: clock
      .now()
      .add({ seconds: Math.floor(seconds) })
      .toString(),
    ...(refreshToken === null ? {} : { refreshToken }),
  };
}
