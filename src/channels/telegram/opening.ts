import { Api, GrammyError, HttpError } from 'grammy';
import { fetchWithin } from '../../platform/reaching/fetching.ts';
import { reach } from '../../platform/reaching/reaching.ts';
import type { Attached } from '../channel.ts';
import {
  type Connection,
  type Happened,
  Outage,
  type Outcome,
  type Outgoing,
  Refused,
  type Unreadable,
} from '../connection.ts';
import { attachedOf } from '../mail/attaching.ts';
import { restFor } from '../polling.ts';
import type { TelegramSecrets, TelegramSettings } from './settings.ts';
import { telegram } from './telegram.ts';
import { happenedIn, type Wanted } from './update.ts';

export interface TelegramAccount {
  readonly settings: TelegramSettings;
  readonly secrets: TelegramSecrets;
  readonly allowed: readonly string[];
}

/** How long the other side holds a question that has no answer yet, in seconds. */
const holding = 25;
const mostAtOnce = 50;
/** The Bot API gives no larger ones. */
const largestFile = 20_000_000;
const keptFile = 10_000_000;
/** A server that does not hold the question is not asked more often than this, in milliseconds. */
const breath = 1000;

/** The library breaks off with a signal of its own make, which nothing else knows. */
function fetching(within: typeof fetch) {
  return async (url: string, { method, headers, body, signal }: RequestInit) => {
    const ended = new AbortController();
    if (signal?.aborted) ended.abort();
    signal?.addEventListener('abort', () => ended.abort());
    const given = { method: method ?? 'POST', headers: headers ?? {}, body: body ?? null };
    return within(url, { ...given, signal: ended.signal });
  };
}

/** A bot on Telegram, in and out. */
export function openTelegram({ settings, secrets, allowed }: TelegramAccount): Connection {
  const asking = (timeout: number) =>
    new Api(secrets.token, {
      apiRoot: settings.server.replace(/\/$/, ''),
      timeoutSeconds: Math.ceil(timeout / 1000),
      fetch: fetching(fetchWithin({ allowed, timeout, largest: 10_000_000 })) as never,
    });
  const [quick, patient] = [asking(25_000), asking((holding + 15) * 1000)];
  const filing = (wanted: readonly Wanted[]) => filesOf(quick, { settings, secrets, allowed }, wanted);
  let next: number | undefined;
  const updates = (api: Api, more: { timeout: number; limit: number; signal?: AbortSignal }) => {
    const { signal, ...wanted } = more;
    const given = { ...wanted, ...(next === undefined ? {} : { offset: next }) };
    const kinds = ['message', 'edited_message'] as const;
    return api.getUpdates({ ...given, allowed_updates: kinds }, signal as never);
  };
  return {
    channel: telegram,
    check: async () => {
      const me = await quick.getMe().catch((error: unknown) => {
        throw troubleOf(error);
      });
      if (me.username.toLowerCase() !== settings.bot.toLowerCase()) throw new Refused('other-account');
      return { as: `@${me.username}`, expiresAt: null };
    },
    receive: async (cursor) => {
      next = cursor === null ? undefined : Number(cursor);
      const found = await updates(quick, { timeout: 0, limit: mostAtOnce }).catch((error: unknown) => {
        throw troubleOf(error);
      });
      const happened: Happened[] = [];
      const unreadable: Unreadable[] = [];
      for (const one of found) {
        try {
          happened.push(...(await happenedIn(one, filing)));
        } catch (error) {
          const why = error instanceof Error ? error.message : 'unknown';
          unreadable.push({ key: String(one.update_id), why, raw: Buffer.from(JSON.stringify(one)) });
        }
      }
      const last = found.at(-1)?.update_id;
      // What lies before this number is thrown away there, at the next question: it is kept here by then.
      next = last === undefined ? next : last + 1;
      return { happened, unreadable, cursor: String(next ?? 0), more: found.length === mostAtOnce };
    },
    reread: async (raw) => happenedIn(JSON.parse(Buffer.from(raw).toString()), filing),
    waitForMore: async (signal) => {
      const start = performance.now();
      const found = await updates(patient, { timeout: holding, limit: 1, signal }).catch((error: unknown) => {
        throw signal.aborted ? new DOMException('stopped', 'AbortError') : troubleOf(error);
      });
      const left = breath - (performance.now() - start);
      if (found.length === 0 && left > 0) await restFor(Math.ceil(left), signal);
    },
    nameOf: () => null,
    send: (outgoing) => sendMessage(quick, outgoing),
    find: async () => ({ kind: 'unsure' }),
    close: async () => {},
  };
}

/**
 * To whoever wrote it, in the chat with them alone: what was said in a group is answered there only when everybody may
 * read along. Never throws.
 */
async function sendMessage(api: Api, { text, audience, to, answers }: Outgoing): Promise<Outcome> {
  const { chat, from, message, group } = answers?.facts ?? {};
  const alone = typeof from === 'number' ? from : Number(to?.handle);
  const where = audience === 'public' && typeof chat === 'number' ? chat : alone;
  if (!Number.isSafeInteger(where)) return { kind: 'refused', answer: 'no-parent' };
  const isThere = where === chat && typeof message === 'number';
  const reply = { reply_parameters: { message_id: Number(message), allow_sending_without_reply: true } };
  try {
    const sent = await api.sendMessage(where, text, isThere && (group || answers) ? reply : {});
    return { kind: 'sent', externalId: `${where}/${sent.message_id}`, answer: String(sent.message_id) };
  } catch (error) {
    return outcomeOf(error);
  }
}

function outcomeOf(error: unknown): Outcome {
  const answer = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
  const later = { kind: 'later', answer, account: true } as const;
  if (error instanceof GrammyError) {
    const { error_code: code, parameters } = error;
    if (code === 429) return { ...later, reason: 'busy', after: parameters.retry_after ?? 5 };
    if (code === 401 || code === 404) return { ...later, reason: 'sign-in', after: null };
    if (code === 403) return { kind: 'refused', answer: 'blocked' };
    return code >= 500 ? { kind: 'unknown', answer } : { kind: 'refused', answer };
  }
  const why = whyOf(error);
  if (why !== undefined && ['name', 'address', 'url', 'tls'].includes(why))
    return { ...later, reason: 'unreachable', after: null };
  return { kind: 'unknown', answer: why ?? answer };
}

function troubleOf(error: unknown): Error {
  if (error instanceof GrammyError) {
    const { error_code: code, parameters, description } = error;
    if (code === 401 || code === 404) return new Refused('sign-in');
    if (code === 409)
      return new Refused(/webhook/i.test(description) ? 'webhook-elsewhere' : 'read-elsewhere');
    if (code === 429) return new Outage('busy', parameters.retry_after ?? 5);
    return new Outage(description.slice(0, 200));
  }
  const why = whyOf(error);
  if (why === 'address' || why === 'url') return new Outage('within');
  if (why === 'name' || why === 'connection') return new Outage('unreachable');
  return new Outage(why === 'tls' ? 'certificate' : 'cut');
}

/** Why nothing of an answer came, as `reach` says it; the library wraps it. */
function whyOf(error: unknown): string | undefined {
  const inner = error instanceof HttpError ? error.error : error;
  return inner instanceof Error && typeof inner.cause === 'string' ? inner.cause : undefined;
}

async function filesOf(
  api: Api,
  { settings, secrets, allowed }: TelegramAccount,
  wanted: readonly Wanted[],
): Promise<Attached[]> {
  const attached: Attached[] = [];
  for (const { id, name, mediaType, bytes } of wanted) {
    const left: Attached = { name, mediaType, bytes, verdict: 'too-large', content: null };
    const path = bytes > keptFile ? undefined : (await api.getFile(id).catch(() => undefined))?.file_path;
    const root = settings.server.replace(/\/$/, '');
    const got = path
      ? await reach(`${root}/file/bot${secrets.token}/${path}`, {
          allowed,
          timeout: 30_000,
          largest: largestFile,
        })
      : undefined;
    if (got?.why !== null || got.status !== 200) attached.push(left);
    else attached.push(...attachedOf([{ filename: name, mimeType: mediaType, content: got.body }]));
  }
  return attached;
}
