import { sql } from 'kysely';
import { limitsOf, roomOn } from '../../listening/networks.ts';
import { languageIn } from '../../listening/own-text.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { LockedConversation } from '../opened.ts';
import { type CheckKey, type Finding, findingsIn, type Strictness, usualStrictness } from './check.ts';
import type { Leaving } from './mode.ts';
import { signatureFor } from './signing.ts';

export interface Judged {
  stops: readonly Finding[];
  asks: readonly Finding[];
}

interface Answer {
  text: string;
  audience: Leaving;
}

/** Looks at an answer by the house rules. What is switched off is not there. */
export async function judgeAnswer(
  ctx: Context,
  conversation: Pick<LockedConversation, 'id' | 'channel'>,
  { text, audience }: Answer,
): Promise<Judged> {
  const how = await strictnessOf(ctx);
  const { language, said, hosts } = await surroundings(ctx, conversation.id);
  const locale = language === 'en' ? 'en' : 'nl';
  const signature = await signatureFor(ctx, { channel: conversation.channel, locale });
  const findings = findingsIn({
    ...{ text, audience, hosts, said },
    theirs: language,
    ours: languageIn(text),
    signature: signature?.required ? signature.text : null,
  });
  return {
    stops: findings.filter(({ key }) => how[key] === 'stop'),
    asks: findings.filter(({ key }) => how[key] === 'ask'),
  };
}

/** How strictly each check is taken. One statement. */
export async function strictnessOf(ctx: Context): Promise<Readonly<Record<CheckKey, Strictness>>> {
  const found = await sql<{ key: CheckKey; how: Strictness }>`select key, how from house_check`.execute(
    ctx.database,
  );
  return { ...usualStrictness, ...Object.fromEntries(found.rows.map(({ key, how }) => [key, how])) };
}

interface Surroundings {
  language: string | null;
  said: string;
  hosts: string[];
}

async function surroundings(ctx: Context, conversationId: string): Promise<Surroundings> {
  const found = await sql<{ language: string | null; said: string | null; accounts: string | null }>`
    select c.language,
      (select string_agg(m.text, E'\\n') from (
        select message_id, received_at from conversation_item t
        where t.conversation_id = c.id and t.kind <> 'note' order by t.seq desc limit 20) l
        join message m on m.id = l.message_id and m.received_at = l.received_at) as said,
      (select string_agg(name, E'\\n') from channel_account) as accounts
    from conversation c where c.id = ${conversationId}`.execute(ctx.database);
  const row = found.rows[0];
  const language = row?.language ?? null;
  return {
    language: language === 'und' || language === 'mixed' ? null : language,
    said: row?.said ?? '',
    hosts: hostsIn(`${row?.accounts ?? ''}\n${ctx.outside.baseUrl}`),
  };
}

const host = /(?:@|:\/\/|www\.|^)((?:[\w-]+\.)+[a-z]{2,}|localhost)/gimu;

/** Where our accounts live is ours. */
function hostsIn(text: string): string[] {
  const found = [...text.matchAll(host)].map((match) => (match[1] ?? '').toLowerCase().replace(/^www\./, ''));
  return [...new Set(found)];
}

/** @throws Refusal `invalid.text-network` when the network would not take it. */
export function checkRoom({ channel }: { channel: string }, { text, audience }: Answer): void {
  const limits = limitsOf(channel, audience);
  const room = roomOn(limits, text);
  if (room !== null && room < 0)
    throw new Refusal('invalid.text-network', { over: -room, longest: limits.longest });
}
