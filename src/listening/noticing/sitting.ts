import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import type { Bursts } from '../../understanding/comparing/bursts.ts';
import { hashUnits } from '../../understanding/comparing/hashing.ts';
import { makeTerms, nameOf, readTerms } from '../../understanding/comparing/terms.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import { hour } from './watch.ts';

/** More in one hour is beyond what is measured; the first ones tell enough. */
const mostMessages = 100_000;
/** Messages that are read at once when many hours are caught up with. */
const mostAtOnce = 10_000;
const longest = 5000;
/** All accounts together; an account is its number. */
export const everywhere = 'all';

/** What one customer said in the hour that is looked at. */
export interface SaidMessage {
  id: string;
  receivedAt: Date;
  sentAt: Date;
  personId: string | null;
  accountId: string;
  language: string;
  text: string;
  /** The hashes of its terms. */
  terms: Uint32Array;
}

/** The messages of customers of these hours, by when they were said; not of who objected to being listened to. */
export async function readSaid(
  ctx: Context,
  { from, to, most = mostMessages }: { from: number; to: number; most?: number },
): Promise<SaidMessage[]> {
  const found = await sql<Omit<SaidMessage, 'terms'>>`
    select m.id, m.received_at as "receivedAt", m.sent_at as "sentAt", m.person_id as "personId",
      m.channel_account_id as "accountId", coalesce(m.language, 'und') as language, left(m.text, ${longest}) as text
    from message m
    where m.sent_at >= ${new Date(from)} and m.sent_at < ${new Date(to)} and m.direction = 'in' and m.time_known
      and not m.automatic and ${personAllows(sql`m.person_id`, 'listen')}
    order by m.sent_at, m.id limit ${most}`.execute(ctx.database);
  const scratch = makeTerms();
  return found.rows.map((row) => {
    const { hash, count } = readTerms(tokenise(row.text), row.language, scratch);
    return { ...row, terms: hash.slice(0, count) };
  });
}

/** Hours in which something was said, the oldest first; all of before `to` was read. */
export interface Hours {
  hours: { from: number; said: SaidMessage[] }[];
  to: number;
}

/** Whole hours, as many as fit in what is read at once; an hour that alone is more is read by itself. */
export async function readHours(ctx: Context, from: number, to: number): Promise<Hours> {
  if (from >= to) return { hours: [], to };
  const said = await readSaid(ctx, { from, to, most: mostAtOnce });
  if (said.length < mostAtOnce) return { hours: byHour(said), to };
  const last = hourOf(said.at(-1)?.sentAt ?? new Date(from));
  if (last > from) return { hours: byHour(said.filter(({ sentAt }) => hourOf(sentAt) < last)), to: last };
  return { hours: byHour(await readSaid(ctx, { from, to: from + hour })), to: from + hour };
}

function byHour(said: readonly SaidMessage[]): Hours['hours'] {
  return [...Map.groupBy(said, ({ sentAt }) => hourOf(sentAt))].map(([from, said]) => ({ from, said }));
}

function hourOf(at: Date): number {
  return Math.floor(at.getTime() / hour) * hour;
}

/** Each message counts for all accounts together and, when there are more, for its own. */
export function hearAll(bursts: Bursts, said: readonly SaidMessage[], manyAccounts: boolean): void {
  const scratch = makeTerms();
  for (const { id, sentAt, personId, accountId, language, terms, text } of said) {
    const who = personId ?? `m${id}`;
    const message = {
      at: sentAt.getTime(),
      authorHash: hashUnits(who, 0, who.length),
      id,
      language,
      said: terms.length === 0 ? '' : readTerms(tokenise(text), language, scratch),
    };
    bursts.hear({ ...message, scope: everywhere });
    if (manyAccounts) bursts.hear({ ...message, scope: accountId });
  }
}

/** The hashes of terms as people read them. */
export function hashesOf(terms: readonly string[], language: string): Set<number> {
  const scratch = makeTerms();
  return new Set(
    terms.flatMap((term) => {
      const read = readTerms(tokenise(term), language, scratch);
      const at = Array.from({ length: read.count }, (_, index) => index).find(
        (index) => nameOf(read, index) === term,
      );
      return at === undefined ? [] : (read.hash[at] ?? []);
    }),
  );
}

/** Those of a language, and of an account when one is named, that hold one of the terms. */
export function sayingAny(
  said: readonly SaidMessage[],
  { language, accountId, terms }: { language: string; accountId: string | null; terms: readonly string[] },
): SaidMessage[] {
  const hashes = hashesOf(terms, language);
  return said.filter(
    (message) =>
      message.language === language &&
      (accountId === null || message.accountId === accountId) &&
      message.terms.some((hash) => hashes.has(hash)),
  );
}
