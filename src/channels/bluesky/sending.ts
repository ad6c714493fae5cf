import { z } from 'zod';
import { Unreachable } from '../asking.ts';
import type { FoundThere, Outcome, Outgoing } from '../connection.ts';
import { Outage, Refused } from '../connection.ts';
import { XrpcRefusal } from './calling.ts';
import { collection } from './post.ts';
import { recordKeyOf } from './record-key.ts';
import type { Session } from './session.ts';
import { isTooLong, namesIn, recordOf } from './writing.ts';

const written = z.object({ uri: z.string() });

/** Puts an answer there under its own key, unless it stands there already. Never throws. */
export async function sendPost(session: Session, outgoing: Outgoing, limit: number): Promise<Outcome> {
  if (outgoing.audience !== 'public') return { kind: 'refused', answer: 'private' };
  if (isTooLong(outgoing.text)) return { kind: 'refused', answer: 'too-long' };
  const signal = AbortSignal.timeout(limit);
  let called = false;
  try {
    const known = await whoAre(session, namesIn(outgoing.text), signal);
    const record = recordOf(outgoing, known);
    const repo = await didOf(session, signal);
    const rkey = recordKeyOf(outgoing.nonce);
    called = true;
    // Only where nothing stands: what stands under this key is this answer.
    const input = { repo, collection, rkey, record, swapRecord: null };
    const said = written.parse(await session.call({ method: 'com.atproto.repo.putRecord', input, signal }));
    return { kind: 'sent', externalId: said.uri, answer: said.uri };
  } catch (error) {
    if (error instanceof XrpcRefusal && error.code === 'InvalidSwap')
      return { kind: 'sent', externalId: uriOf(session, outgoing) ?? '', answer: 'it stood there already' };
    return outcomeOf(error, called);
  }
}

function outcomeOf(error: unknown, called: boolean): Outcome {
  const answer = error instanceof Error ? error.message : 'unknown';
  const later = { kind: 'later', answer, after: null } as const;
  if (error instanceof Refused) return { ...later, reason: 'sign-in', account: true };
  if (error instanceof XrpcRefusal) {
    const account = /^(Account|Auth|Expired|InvalidToken)/.test(error.code);
    return account ? { ...later, reason: 'sign-in', account } : { kind: 'refused', answer };
  }
  if (error instanceof Outage && error.message === 'busy')
    return { ...later, reason: 'busy', after: error.after, account: true };
  if (!called || (error instanceof Unreachable && error.unsent))
    return error instanceof Outage
      ? { ...later, reason: 'unreachable', account: true }
      : { kind: 'refused', answer };
  return { kind: 'unknown', answer };
}

/** Looks whether it stands there. Never throws. */
export async function findPost(session: Session, outgoing: Pick<Outgoing, 'nonce'>): Promise<FoundThere> {
  try {
    const repo = await didOf(session, AbortSignal.timeout(10_000));
    const query = { repo, collection, rkey: recordKeyOf(outgoing.nonce) };
    const method = 'com.atproto.repo.getRecord';
    const signal = AbortSignal.timeout(20_000);
    const said = written.parse(await session.call({ method, query, signal }));
    return { kind: 'there', externalId: said.uri };
  } catch (error) {
    return { kind: error instanceof XrpcRefusal && error.code === 'RecordNotFound' ? 'absent' : 'unsure' };
  }
}

/** What an answer is called there; null before we were ever signed in. */
export function uriOf(session: Session, { nonce }: Pick<Outgoing, 'nonce'>): string | null {
  const did = session.did();
  return did ? `at://${did}/${collection}/${recordKeyOf(nonce)}` : null;
}

/** Takes one of ours away again. @throws as a call does */
export async function takeBack(session: Session, { nonce }: Pick<Outgoing, 'nonce'>): Promise<void> {
  const signal = AbortSignal.timeout(20_000);
  const input = { repo: await didOf(session, signal), collection, rkey: recordKeyOf(nonce) };
  await session.call({ method: 'com.atproto.repo.deleteRecord', input, signal });
}

async function didOf(session: Session, signal: AbortSignal): Promise<string> {
  const known = session.did();
  if (known) return known;
  const method = 'com.atproto.server.getSession';
  return z.object({ did: z.string() }).parse(await session.call({ method, signal })).did;
}

/** Who bears these names; a name that nobody bears stays a few letters. */
async function whoAre(
  session: Session,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const handle of names.slice(0, 10)) {
    const method = 'com.atproto.identity.resolveHandle';
    const said = await session.call({ method, query: { handle }, signal }).catch((error: unknown) => {
      if (error instanceof XrpcRefusal || error instanceof Outage) return undefined;
      throw error;
    });
    if (said) known.set(handle, z.object({ did: z.string() }).parse(said).did);
  }
  return known;
}
