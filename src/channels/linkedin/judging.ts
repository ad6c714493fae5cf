import { type Arrival, isSame, type Judged, keyOfBytes, type Pushed, signatureOf } from '../pushed.ts';

/** Stands before the body in what is signed. */
const prefix = 'hmacsha256=';

/** How LinkedIn hands in: hex of HMAC-SHA256 with the secret of the app; and a code by GET, every two hours. */
export function pushedByLinkedin(clientSecret: string): Pushed {
  return {
    largest: 2_000_000,
    keeps: [],
    judge: (arrival) => judge(clientSecret, arrival),
    greet: (query) => {
      const challengeCode = query.get('challengeCode');
      if (challengeCode === null || !/^[\w-]{8,200}$/.test(challengeCode)) return undefined;
      const challengeResponse = signatureOf(clientSecret, [challengeCode], 'hex');
      return {
        status: 200,
        type: 'application/json',
        body: JSON.stringify({ challengeCode, challengeResponse }),
      };
    },
  };
}

function judge(clientSecret: string, { headers, body }: Arrival): Judged {
  const given = (headers['x-li-signature'] ?? '').replace(prefix, '');
  const wanted = signatureOf(clientSecret, [prefix, body], 'hex');
  return isSame(given, wanted) ? { kind: 'taken', key: keyOfBytes(body) } : { kind: 'forged' };
}
