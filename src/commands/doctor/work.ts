import { sql } from 'kysely';
import { channels } from '../../channels/channel.ts';
import { openDatabase } from '../../platform/database.ts';
import { good, type Verdict, wrong } from './verdict.ts';

interface Work {
  accounts: string;
  strange: string[] | null;
  stuck: string;
  aside: string;
  mailWaiting: string;
  mailTroubled: string;
}

/** What comes in, what should have gone out, and what was put aside: the work itself, once the tables are there. */
export async function examineWork(appUrl: string): Promise<Verdict[]> {
  const { database, close } = openDatabase(appUrl, { size: 1 });
  try {
    const known = channels.map((channel) => channel.key);
    // Mail is personal: without a purpose the count would be nothing.
    const found = await database.transaction().execute(async (database) => {
      await sql`select set_config('polder.purpose', 'security', true)`.execute(database);
      return sql<Work>`
      select (select count(*) from channel_account) as accounts,
        (select array_agg(distinct connector) from channel_account where connector <> all (${known}::text[])) as strange,
        (select count(*) from outbound where state = 'queued' and changed_at < now() - interval '10 minutes') as stuck,
        (select count(*) from event_failure where settled_at is null) as aside,
        (select count(*) from mail where state = 'waiting') as "mailWaiting",
        (select count(*) from mail where state = 'unknown' or (state = 'failed' and ended_at > now() - interval '7 days'))
          as "mailTroubled"`.execute(database);
    });
    const [work] = found.rows;
    return work ? verdictsOn(work) : [];
  } finally {
    await close();
  }
}

function verdictsOn({ accounts, strange, stuck, aside, mailWaiting, mailTroubled }: Work): Verdict[] {
  const verdicts = [
    strange
      ? wrong(
          'channels',
          `There are accounts of connectors this version does not know: ${strange.join(', ')}.`,
        )
      : good('channels', `${accounts} channel accounts, all of connectors this version knows.`),
  ];
  const mail = `${mailWaiting} mails wait to leave, ${mailTroubled} failed this week or wait for a decision (/mail).`;
  verdicts.push(mailTroubled === '0' ? good('mail', mail) : wrong('mail', mail));
  if (stuck !== '0')
    verdicts.push(wrong('answers', `${stuck} answers have waited for delivery for over ten minutes.`));
  if (aside !== '0')
    verdicts.push(wrong('events', `${aside} events were put aside because handling them failed.`));
  return verdicts;
}
