import { type Arrival, isSame, type Judged, keyOfBytes, type Pushed, signatureOf } from '../pushed.ts';

/** How X hands in: base64 of HMAC-SHA256 over the bytes with the secret of the app; the same over a token, hourly. */
export function pushedByX(consumerSecret: string): Pushed {
  return {
    largest: 2_000_000,
    keeps: [],
    judge: (arrival) => judge(consumerSecret, arrival),
    greet: (query) => {
      const token = query.get('crc_token');
      if (consumerSecret === '' || token === null || token === '' || token.length > 500) return undefined;
      const response = `sha256=${signatureOf(consumerSecret, [token], 'base64')}`;
      return { status: 200, type: 'application/json', body: JSON.stringify({ response_token: response }) };
    },
  };
}

function judge(consumerSecret: string, { headers, body }: Arrival): Judged {
  if (consumerSecret === '') return { kind: 'forged' };
  const wanted = `sha256=${signatureOf(consumerSecret, [body], 'base64')}`;
  if (!isSame(headers['x-twitter-webhooks-signature'] ?? '', wanted)) return { kind: 'forged' };
  return { kind: 'taken', key: keyOfBytes(body) };
}
