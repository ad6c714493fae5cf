import { z } from 'zod';
import { Unreachable } from '../asking.ts';
import { type FoundThere, Outage, type Outcome, type Outgoing, Refused } from '../connection.ts';
import { ApiRefusal, type Call, callServer, type Server } from './calling.ts';
import { status, wordsOf } from './status.ts';

const limit = 25_000;
const made = z.object({ id: z.string(), url: z.string().nullable().default(null) });

/**
 * Who may read an answer: as widely as what it answers and never wider; in private only whom it names. A message of our
 * own is for everybody. Where nobody knows how wide that was, it is not put where everybody looks.
 */
export function visibilityOf({ audience, answers }: Pick<Outgoing, 'audience' | 'answers'>): string {
  if (audience === 'private') return 'direct';
  if (!answers) return 'public';
  const theirs = answers.facts.visibility;
  return theirs === 'public' || theirs === 'private' || theirs === 'direct' ? theirs : 'unlisted';
}

/** Names whom it answers, as one has to there to reach them; unless the text does so itself, with the whole name. */
export function textOf({ text, to, answers }: Pick<Outgoing, 'text' | 'to' | 'answers'>): string {
  const acct = typeof answers?.facts.acct === 'string' ? answers.facts.acct : to?.handle;
  if (!acct) return text;
  const handle = `@${acct.replace(/^@/, '')}`;
  return names(text, handle) ? text : `${handle} ${text}`;
}

/** As a word of its own: a mail address, a link or a longer name that holds the same letters reaches nobody. */
function names(text: string, handle: string): boolean {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_@/.-])${RegExp.escape(handle)}(?![\\p{L}\\p{N}_@/-]|\\.[\\p{L}\\p{N}])`,
    'iu',
  ).test(text);
}

/** The length that this server takes: links and names of other servers count for less. */
export function lengthOf(text: string): number {
  const counted = text
    .replace(/https?:\/\/[^\s<>"]+/giu, 'x'.repeat(23))
    .replace(/@([\w.-]+)@[\w.-]+\w/gu, '@$1');
  return [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(counted)].length;
}

/** Posts an answer under its own key. Never throws. */
export async function sendStatus(
  server: Server,
  outgoing: Outgoing,
  longest: () => Promise<number>,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(limit);
  let called = false;
  try {
    const text = textOf(outgoing);
    if (lengthOf(text) > (await longest())) return { kind: 'refused', answer: 'too-long' };
    const answered = outgoing.answers?.facts.id;
    const input = {
      status: text,
      visibility: visibilityOf(outgoing),
      language: outgoing.locale,
      ...(typeof answered === 'string' ? { in_reply_to_id: answered } : {}),
    };
    const call: Call = { method: 'POST', path: '/api/v1/statuses', input, once: outgoing.nonce, signal };
    called = true;
    const { id, url } = made.parse(await callServer(server, call));
    return { kind: 'sent', externalId: id, answer: url ?? id };
  } catch (error) {
    return outcomeOf(error, called);
  }
}

function outcomeOf(error: unknown, called: boolean): Outcome {
  const answer = error instanceof Error ? error.message : 'unknown';
  const later = { kind: 'later', answer, after: null, account: true } as const;
  if (error instanceof Refused) return { ...later, reason: 'sign-in' };
  // 409: a try under the same key is under way at this moment.
  if (error instanceof ApiRefusal)
    return error.status === 409 ? { kind: 'unknown', answer } : { kind: 'refused', answer };
  if (error instanceof Outage && error.message === 'busy')
    return { ...later, reason: 'busy', after: error.after };
  if (!called || (error instanceof Unreachable && error.unsent))
    return error instanceof Outage ? { ...later, reason: 'unreachable' } : { kind: 'refused', answer };
  return { kind: 'unknown', answer };
}

/** Looks for it among our newest: the same words in answer to the same post. Never throws. */
export async function findStatus(server: Server, us: string, outgoing: Outgoing): Promise<FoundThere> {
  try {
    const path = `/api/v1/accounts/${us}/statuses`;
    const said = await callServer(server, { path, query: { limit: 40, exclude_reblogs: 'true' } });
    const parent = outgoing.answers?.facts.id ?? null;
    const wanted = bare(textOf(outgoing));
    const since = Date.parse(outgoing.writtenAt) - 60_000;
    for (const raw of z.array(z.unknown()).parse(said)) {
      const read = status.safeParse(raw);
      if (!read.success || read.data.in_reply_to_id !== parent || Date.parse(read.data.created_at) < since)
        continue;
      if (bare(wordsOf(read.data)) === wanted) return { kind: 'there', externalId: read.data.id };
    }
    return { kind: 'unsure' };
  } catch {
    return { kind: 'unsure' };
  }
}

/** Letters and digits: what a server does to the rest of a text is its own. Names lose their server. */
const bare = (text: string) =>
  text
    .replace(/@([\w.-]+)@[\w.-]+\w/gu, '@$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
