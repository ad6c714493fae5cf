import {
  type Answered,
  type Arrival,
  isSame,
  type Judged,
  keyOfBytes,
  type Pushed,
  signatureOf,
} from '../pushed.ts';

interface Secrets {
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** How Meta hands in: `X-Hub-Signature-256` over the bytes with the secret of the app, and a question by GET before. */
export function pushedByMeta({ appSecret, verifyToken }: Secrets): Pushed {
  return {
    // It may put up to a thousand changes in one.
    largest: 3_000_000,
    keeps: [],
    judge: (arrival) => judge(appSecret, arrival),
    greet: (query) => greet(verifyToken, query),
  };
}

function judge(appSecret: string, { headers, body }: Arrival): Judged {
  const wanted = `sha256=${signatureOf(appSecret, [body], 'hex')}`;
  if (!isSame(headers['x-hub-signature-256'] ?? '', wanted)) return { kind: 'forged' };
  return { kind: 'taken', key: keyOfBytes(body) };
}

function greet(verifyToken: string, query: URLSearchParams): Answered | undefined {
  if (query.get('hub.mode') !== 'subscribe') return undefined;
  if (!isSame(query.get('hub.verify_token') ?? '', verifyToken)) return undefined;
  const challenge = query.get('hub.challenge') ?? '';
  if (!/^[\w-]{1,200}$/.test(challenge)) return undefined;
  return { status: 200, type: 'text/plain', body: challenge };
}
