import { sql } from 'kysely';
import { knownAs } from '../../customers/known-as.ts';
import { cleaned } from '../../listening/assisting/cleaning.ts';
import { makeRedaction, type Redaction } from '../../listening/assisting/redacting.ts';
import { type Suspicion, suspicionsIn } from '../../listening/assisting/suspecting.ts';
import type { Context } from '../../platform/context.ts';
import type { LockedConversation } from '../opened.ts';

const mostMessages = 12;
const longestMessage = 2000;
const longestCase = 9000;

/** One message as the model gets it. */
export interface Line {
  readonly from: 'customer' | 'us';
  readonly text: string;
}

/** All that a model learns of one conversation, and what must be known to judge what it says. */
export interface Case {
  readonly lines: readonly Line[];
  /** What stands for the customer's name, so that they can be greeted; in public only what they wrote themselves. */
  readonly customer: string | null;
  readonly language: string | null;
  readonly redaction: Redaction;
  readonly suspicions: readonly Suspicion[];
  /** Hosts of links and addresses in what we wrote, and of the account: ours, or we vouched for them. */
  readonly hosts: readonly string[];
  /** The last item that was read. */
  readonly seq: number;
  /** The customer's own words, to look for what must not leave the house. */
  readonly plain: string;
}

interface Row {
  readonly text: string;
  readonly ours: boolean;
  readonly author: string | null;
  readonly language: string | null;
}

/**
 * Reads the last messages between this customer and us. Not the notes of colleagues, not what others said in the same
 * conversation, and nothing of any other conversation, order or person.
 */
export async function readCase(ctx: Context, conversation: LockedConversation): Promise<Case> {
  const rows = await rowsOf(ctx, conversation);
  const account = await sql<{ name: string }>`
    select name from channel_account where id = ${conversation.accountId}`.execute(ctx.database);
  const authors = rows.flatMap(({ ours, author }) => (ours && author ? [author] : []));
  const known = await knownAs(ctx, conversation.personId);
  const redaction = makeRedaction(known, authors);
  const [name] = conversation.audience === 'private' ? known.names : [];
  const customer = name === undefined ? null : redaction.redact(cleaned(name, 100), 'customer');
  const theirs = rows.filter(({ ours }) => !ours).map(({ text }) => text);
  const ours = rows.filter((row) => row.ours).map(({ text }) => text);
  return {
    customer,
    lines: fitting(
      rows.map((row) => ({
        from: row.ours ? 'us' : 'customer',
        text: redaction.redact(cleaned(row.text, longestMessage), row.ours ? 'us' : 'customer'),
      })),
    ),
    language: rows.findLast((row) => !row.ours)?.language ?? null,
    redaction,
    suspicions: [...new Set(theirs.flatMap(suspicionsIn))],
    hosts: hostsIn([account.rows[0]?.name ?? '', ctx.outside.baseUrl, ...ours].join('\n')),
    seq: conversation.seq,
    plain: theirs.map((text) => cleaned(text, longestMessage)).join('\n'),
  };
}

async function rowsOf(ctx: Context, { id, personId }: LockedConversation): Promise<Row[]> {
  const found = await sql<Row>`
    select m.text, i.kind <> 'in' as ours, coalesce(e.name, m.author) as author, m.language
    from conversation_item i
    join message m on m.id = i.message_id and m.received_at = i.received_at
    left join employee e on e.id = m.employee_id
    where i.conversation_id = ${id} and i.kind in ('in', 'reply', 'post') and m.text <> ''
      and (i.kind <> 'in' or m.person_id is not distinct from ${personId}::bigint)
    order by i.sent_at desc, i.seq desc limit ${mostMessages}`.execute(ctx.database);
  return found.rows.reverse();
}

/** The newest that fit, oldest first. */
function fitting(lines: readonly Line[]): Line[] {
  const taken: Line[] = [];
  let room = longestCase;
  for (const line of lines.toReversed()) {
    room -= line.text.length;
    if (room < 0) break;
    taken.unshift(line);
  }
  return taken;
}

const host = /(?:@|:\/\/|www\.)((?:[\w-]+\.)+[a-z]{2,}|localhost)/giu;

function hostsIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(host)].map((match) => (match[1] ?? '').toLowerCase().replace(/^www\./, ''))),
  ];
}
