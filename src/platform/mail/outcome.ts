/** How one try to hand a mail to the server ended. `answer` is what the server said, cut short. */
export type Outcome =
  | { kind: 'sent'; answer: string }
  /** Not taken, and it makes sense to come back. `server`: it lies with our own mail server, so it holds for all. */
  | { kind: 'later'; reason: LaterReason; answer: string; server: boolean }
  /** Not taken, and it will not be. */
  | { kind: 'refused'; answer: string }
  /** All of it was given and nothing came back: it may have been taken. */
  | { kind: 'unknown'; answer: string };

export type LaterReason = 'unreachable' | 'sign-in' | 'temporary' | 'cut';

interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
  message?: string;
}

const connecting: readonly string[] = ['CONN', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'API'];

/**
 * Reads the error of a try. `given`: was the whole mail handed over? From then on only an answer of the server tells
 * what became of it; no answer means that nobody knows.
 */
export function outcomeOf(error: SmtpError, given: boolean): Outcome {
  const answer = (error.response ?? error.message ?? '').slice(0, 300);
  const code = error.responseCode ?? 0;
  if (error.code === 'EAUTH') return { kind: 'later', reason: 'sign-in', answer, server: true };
  if (code >= 500) return { kind: 'refused', answer };
  if (code >= 400) return { kind: 'later', reason: 'temporary', answer, server: false };
  if (given) return { kind: 'unknown', answer };
  const early = connecting.includes((error.command ?? 'CONN').split(' ')[0] ?? '');
  return { kind: 'later', reason: early ? 'unreachable' : 'cut', answer, server: early };
}
