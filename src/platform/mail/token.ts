import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Outside } from '../outside.ts';

/**
 * Links in mail carry a token. The database knows its hash, the text in the outbox only a mark with a nonce; the token
 * itself is made from the nonce when the mail is written to the server, with a secret that is not in the database. So
 * neither a stolen database nor a look into the outbox opens anybody's door.
 */
export interface NewToken {
  /** For the text of the mail, in the place of the token. */
  mark: string;
  /** For the database, to recognise the token. */
  hash: string;
}

export function newToken(outside: Outside): NewToken {
  const nonce = randomBytes(16).toString('hex');
  return { mark: `⟦${nonce}⟧`, hash: tokenHash(tokenOf(outside, nonce)) };
}

/**
 * The token of a thing that can be shown again to whoever has it before them: always the same for the same name, so that
 * nothing but its hash is kept.
 */
export function tokenFor({ linkSecret }: Outside, name: string): string {
  return createHmac('sha256', linkSecret).update(`shown link ${name}`).digest('base64url');
}

/** How a token is kept. 256 random bits need no salt and no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Puts the tokens in the place of their marks. */
export function fillTokens(outside: Outside, text: string): string {
  return text.replace(/⟦([0-9a-f]{32})⟧/g, (_, nonce: string) => tokenOf(outside, nonce));
}

function tokenOf({ linkSecret }: Outside, nonce: string): string {
  return createHmac('sha256', linkSecret).update(`mail link ${nonce}`).digest('base64url');
}
