import type { Unreached } from './place.ts';
import { reach } from './reaching.ts';

export type Posted = { status: number; why: null } | { status: null; why: Unreached };

export interface Posting {
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
  /** Milliseconds for everything together. */
  timeout: number;
  /** `host` or `host:port` that may be reached although they are within, and without TLS. */
  allowed: readonly string[];
  /** Only for tests: what a name means. */
  resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

/**
 * Posts to an address that somebody else chose (`reach`), and hears only how it went. Where the other end sends on is
 * not followed: the status says so.
 */
export async function post(target: string, posting: Posting): Promise<Posted> {
  const { status, why } = await reach(target, { ...posting, method: 'POST', largest: 0 });
  if (status !== null) return { status, why: null };
  return {
    status,
    why: why === 'redirect' || why === 'too-large' || why === 'encoding' ? 'connection' : why,
  };
}
