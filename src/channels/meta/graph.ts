import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Said } from '../asking.ts';
import { type Health, Refused } from '../connection.ts';
import { at, textOf } from '../json.ts';
import { type Double, type Meaning, type Network, openNetwork } from '../network.ts';
import { signatureOf } from '../pushed.ts';

/** The version of the Graph API whose documentation this follows; each lives about two years. */
const version = 'v24.0';
const graphOrigin = 'https://graph.facebook.com';

/** What every channel of Meta is opened with. */
export const metaSettings = z.object({
  appId: z
    .string()
    .trim()
    .regex(/^\d{5,30}$/),
});
export const metaSecrets = z.object({
  appSecret: z.string().trim().min(16).max(200),
  token: z.string().trim().min(20).max(1000).regex(/^\S+$/),
});

export interface GraphMeans {
  readonly appId: string;
  readonly appSecret: string;
  readonly token: string;
  readonly allowed: readonly string[];
  readonly clock: Clock;
  readonly double?: Double;
}

export interface Graph extends Network {
  /** Until when the token holds, and that it may do what is needed. @throws Outage, Refused */
  health(as: string, rights: readonly string[]): Promise<Health>;
}

/** The Graph API. The proof shows that whoever holds the token knows the secret of the app too. */
export function openGraph(means: GraphMeans): Graph {
  const { appId, appSecret, token, allowed, clock } = means;
  const origin = means.double?.origin ?? graphOrigin;
  const network = openNetwork({
    ...{ origin, allowed, clock, meaningOf },
    headers: async () => ({ Authorization: `Bearer ${token}` }),
    query: () => ({ appsecret_proof: signatureOf(appSecret, [token], 'hex') }),
  });
  const asApp = openNetwork({
    ...{ origin, allowed, clock, meaningOf },
    headers: async () => ({ Authorization: `Bearer ${appId}|${appSecret}` }),
  });
  return {
    read: (path, query) => network.read(`/${version}${path}`, query),
    send: (sent) => network.send({ ...sent, path: `/${version}${sent.path}` }),
    health: async (as, rights) => {
      const told = await asApp.read(`/${version}/debug_token`, { input_token: token });
      if (at(told, 'data.is_valid') !== true) throw new Refused('sign-in');
      const scopes = at(told, 'data.scopes');
      const held: readonly unknown[] = Array.isArray(scopes) ? scopes : [];
      const missing = rights.filter((right) => !held.includes(right));
      if (missing.length > 0) throw new Refused(`rights: ${missing.join(', ')}`);
      return { as, expiresAt: endOf(told) };
    },
  };
}

/** The token ends, or the access to data behind it, whichever is first; 0 says never. */
function endOf(told: unknown): string | null {
  const ends = ['data.expires_at', 'data.data_access_expires_at'].flatMap((path) => {
    const seconds = Number(at(told, path) ?? 0);
    return seconds > 0 ? [seconds] : [];
  });
  return ends.length === 0 ? null : new Date(Math.min(...ends) * 1000).toISOString();
}

/** Codes of the Graph API that say to come back later: calls of the app, of the user, of the page, of a business. */
const busy = new Set([
  4, 17, 32, 341, 368, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80006, 80007, 80008,
]);
/** Of WhatsApp: throughput, and too many to one person. */
const busyThere = new Set([130429, 131048, 131056]);
const windowClosed = new Set([131047, 2018278, 2534022]);

function meaningOf({ json, text }: Said): Meaning | undefined {
  const code = Number(at(json, 'error.code') ?? Number.NaN);
  if (Number.isNaN(code)) return undefined;
  const subcode = Number(at(json, 'error.error_subcode') ?? Number.NaN);
  const answer = textOf(at(json, 'error.message')) ?? text;
  if (windowClosed.has(code) || windowClosed.has(subcode))
    return { kind: 'refused', answer: 'window-closed' };
  if (code === 190 || code === 102) return { kind: 'sign-in' };
  if (busy.has(code) || busyThere.has(code)) return { kind: 'busy' };
  if (code === 1 || code === 2) return { kind: 'unknown' };
  return { kind: 'refused', answer: `${code} ${answer}` };
}

/** What the Graph API calls what was made. */
export const idOfMade = (json: unknown): string | null => textOf(at(json, 'id'));
