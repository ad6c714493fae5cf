import { z } from 'zod';
import { type Call, refusedSignIn, type Server, XrpcRefusal, xrpc } from './calling.ts';
import type { BlueskySecrets } from './settings.ts';

const opened = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
});

export interface Session {
  /** Calls in our name; opens the session first, or anew, where that is needed. @throws as `xrpc`, and Refused */
  call(call: Omit<Call, 'token'>): Promise<unknown>;
  /** Who we are there; undefined before the first call. */
  did(): string | undefined;
}

interface SessionMeans {
  readonly server: Server;
  readonly handle: string;
  readonly secrets: BlueskySecrets;
  keep(fresh: Readonly<Record<string, string>>): Promise<void>;
}

/**
 * A session that is kept: a token of two hours that is renewed by another one of months, and only when both are no
 * longer good by the app password. The network lets one sign in a few hundred times a day at most.
 */
export function openSession({ server, handle, secrets, keep }: SessionMeans): Session {
  let { did, access, refresh } = secrets;
  let renewing: Promise<void> | undefined;

  async function take(said: unknown): Promise<void> {
    const session = opened.parse(said);
    did = session.did;
    access = session.accessJwt;
    refresh = session.refreshJwt;
    await keep({ did, access, refresh });
  }

  async function renew(): Promise<void> {
    if (refresh && !isSpent(refresh, nowOf(server))) {
      try {
        const method = 'com.atproto.server.refreshSession';
        return await take(await xrpc(server, { method, input: null, token: refresh }));
      } catch (error) {
        if (!(error instanceof XrpcRefusal)) throw error;
      }
    }
    try {
      const input = { identifier: handle, password: secrets.password };
      await take(await xrpc(server, { method: 'com.atproto.server.createSession', input }));
    } catch (error) {
      throw error instanceof XrpcRefusal ? refusedSignIn() : error;
    }
  }

  const renewOnce = () => {
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    did: () => did,
    call: async (call) => {
      if (!access || isSpent(access, nowOf(server))) await renewOnce();
      const used = access;
      try {
        return await xrpc(server, { ...call, ...(used ? { token: used } : {}) });
      } catch (error) {
        if (!isOver(error)) throw error;
        // Another call may have renewed it meanwhile.
        if (access === used) await renewOnce();
        return xrpc(server, { ...call, ...(access ? { token: access } : {}) });
      }
    },
  };
}

const over = new Set(['ExpiredToken', 'InvalidToken', 'AuthMissing', 'AuthenticationRequired']);
const isOver = (error: unknown) => error instanceof XrpcRefusal && over.has(error.code);
const nowOf = ({ clock }: Server) => clock.now().epochMilliseconds;

/** A minute before its end it is not begun with any more. A clock that is wrong costs a renewal, no more. */
function isSpent(token: string, now: number): boolean {
  try {
    const body = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp?: number;
    };
    return typeof body.exp === 'number' && body.exp * 1000 < now + 60_000;
  } catch {
    return false;
  }
}
