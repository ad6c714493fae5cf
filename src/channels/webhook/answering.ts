import { reach } from '../../platform/reaching/reaching.ts';
import type { Outcome, Outgoing } from '../connection.ts';
import { signatureOf } from '../pushed.ts';
import { keyOf } from './judging.ts';

export interface AnsweringWay {
  readonly url: string;
  readonly secret: string;
  readonly allowed: readonly string[];
  /** Epoch milliseconds. */
  now(): number;
}

/** Milliseconds; below the longest call of the channel. */
const timeout = 15_000;

/** An answer as a signed post (Standard Webhooks). Its id is that of the answer: the same in every try. */
export async function postAnswer(way: AnsweringWay, outgoing: Outgoing): Promise<Outcome> {
  if (way.url === '') return { kind: 'refused', answer: 'no-answer-address' };
  const { nonce, text, answers, to, writtenAt, locale } = outgoing;
  const body = JSON.stringify({
    type: 'answer',
    timestamp: writtenAt,
    data: {
      ...{ id: nonce, text, language: locale, to: to && { id: to.handle, name: to.name } },
      ...{ answers: answers?.externalId ?? null, thread: answers?.facts.thread ?? null },
    },
  });
  const timestamp = String(Math.floor(way.now() / 1000));
  const signature = signatureOf(keyOf(way.secret), [`${nonce}.${timestamp}.${body}`], 'base64');
  const reached = await reach(way.url, {
    ...{ method: 'POST', body, timeout, allowed: way.allowed, largest: 0 },
    headers: {
      ...{ 'Content-Type': 'application/json', 'User-Agent': 'Polder-Webhooks/1' },
      ...{ 'webhook-id': nonce, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
    },
  });
  if (reached.why !== null) return unreachedOf(reached.why);
  return outcomeOf(reached.status, reached.headers['retry-after'], nonce);
}

function unreachedOf(why: string): Outcome {
  if (why === 'url' || why === 'address') return { kind: 'refused', answer: why };
  if (why === 'name' || why === 'tls')
    return { kind: 'later', reason: why, answer: why, after: null, account: true };
  return { kind: 'unknown', answer: why };
}

function outcomeOf(status: number, retryAfter: string | undefined, nonce: string): Outcome {
  const answer = String(status);
  if (status >= 200 && status < 300) return { kind: 'sent', externalId: `answer:${nonce}`, answer };
  if (status === 429 || status === 503) {
    const after = /^\d{1,5}$/.test(retryAfter ?? '') ? Number(retryAfter) : null;
    return { kind: 'later', reason: 'busy', answer, after, account: true };
  }
  return status >= 500 ? { kind: 'unknown', answer } : { kind: 'refused', answer };
}
