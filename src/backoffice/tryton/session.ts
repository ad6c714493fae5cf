import { Outage, Refused } from '../backoffice.ts';
import type { Value } from './values.ts';

export interface Login {
  /** Where the server answers, without the database: `https://erp.example`. */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** Calls a method with its parameters; the context of the user is added. */
export type Call = (method: string, ...params: readonly Value[]) => Promise<Value>;

const patience = 30_000;
const largest = 32 * 1024 * 1024;

/**
 * Speaks Tryton's JSON-RPC. Signs in at the first call, and once more when the session has ended.
 * @throws Outage without an answer, Refused with a wrong one
 */
export function trytonSession(login: Login): Call {
  let session: Promise<{ authorization: string; context: Value }> | undefined;
  let number = 0;

  async function post(method: string, params: readonly Value[], authorization?: string): Promise<Value> {
    const response = await answered(login, {
      authorization,
      body: JSON.stringify({ id: ++number, method, params }),
    });
    const { error, result } = readAnswer(await bodyOf(response));
    if (error) throw new Refused(`${method}: ${error}`);
    return result;
  }

  async function signIn() {
    const given = await post('common.db.login', [login.user, { password: login.password }, 'en']);
    const [user, key] = Array.isArray(given) ? given : [];
    if (!user || !key) throw new Refused('The user name or the password is not right.');
    const authorization = `Session ${Buffer.from(`${login.user}:${user}:${key}`).toString('base64')}`;
    return {
      authorization,
      context: await post('model.res.user.get_preferences', [true, {}], authorization),
    };
  }

  async function signedIn(method: string, params: readonly Value[]): Promise<Value> {
    session ??= signIn();
    const { authorization, context } = await session.catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return post(method, [...params, context], authorization);
  }

  return async (method, ...params) => {
    const before = session;
    try {
      return await signedIn(method, params);
    } catch (error) {
      if (!(error instanceof SignedOut)) throw error;
      if (!before) throw new Refused('The user name or the password is not right.');
      session = undefined;
      return signedIn(method, params);
    }
  };
}

class SignedOut extends Refused {}

async function answered(
  { url, database }: Login,
  { authorization, body }: { authorization: string | undefined; body: string },
): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const signal = AbortSignal.timeout(patience);
  const response = await fetch(`${url.replace(/\/+$/, '')}/${encodeURIComponent(database)}/`, {
    method: 'POST',
    headers,
    body,
    signal,
    redirect: 'error',
  }).catch((error: unknown) => {
    throw new Outage(`No answer: ${error instanceof Error ? causeOf(error) : error}`);
  });
  if (response.ok) return response;
  await response.body?.cancel();
  const wait = Number(response.headers.get('retry-after'));
  if (response.status === 401) throw new SignedOut('Not signed in.');
  if (response.status === 429 || response.status >= 500)
    throw new Outage(`Answered ${response.status}.`, wait > 0 ? wait : null);
  throw new Refused(`Answered ${response.status}.`);
}

const causeOf = (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message);

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > largest) throw new Refused('The answer is larger than 32 MB.');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Outage('The answer broke off.');
  }
  return Buffer.concat(chunks).toString();
}

function readAnswer(text: string): { error: string | null; result: Value } {
  let answer: { error?: Value; result?: Value };
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Refused('This is no Tryton: the answer is no JSON.');
  }
  if (typeof answer !== 'object' || answer === null || !('result' in answer || 'error' in answer))
    throw new Refused('This is no Tryton: the answer has neither a result nor an error.');
  return { error: answer.error ? reasonOf(answer.error) : null, result: answer.result ?? null };
}

/** `[class, [message, …]]` for what the user did wrong, else `[text, trace]`; a trace goes nowhere. */
function reasonOf(error: Value): string {
  const [what, more] = Array.isArray(error) ? error : [error, null];
  const message = Array.isArray(more) ? more[0] : null;
  return String(message || what || 'an error without words').slice(0, 500);
}
