import { sql } from 'kysely';
import { channels } from '../../channels/channel.ts';
import { openDatabase } from '../../platform/database.ts';
import { good, type Verdict, wrong } from './verdict.ts';

interface Work {
  accounts: string;
  strange: string[] | null;
  stuck: string;
  aside: string;
}

/** What comes in, what should have gone out, and what was put aside: the work itself, once the tables are there. */
export async function examineWork(appUrl: string): Promise<Verdict[]> {
  const { database, close } = openDatabase(appUrl, { size: 1 });
  try {
    const known = channels.map((channel) => channel.key);
    const found = await sql<Work>`
      select (select count(*) from channel_account) as accounts,
        (select array_agg(distinct connector) from channel_account where connector <> all (${known}::text[])) as strange,
        (select count(*) from outbound where state = 'queued' and changed_at < now() - interval '10 minutes') as stuck,
        (select count(*) from event_failure where settled_at is null) as aside`.execute(database);
    const [work] = found.rows;
    return work ? verdictsOn(work) : [];
  } finally {
    await close();
  }
}

function verdictsOn({ accounts, strange, stuck, aside }: Work): Verdict[] {
  const verdicts = [
    strange
      ? wrong(
          'channels',
          `There are accounts of connectors this version does not know: ${strange.join(', ')}.`,
        )
      : good('channels', `${accounts} channel accounts, all of connectors this version knows.`),
  ];
  if (stuck !== '0')
    verdicts.push(wrong('answers', `${stuck} answers have waited for delivery for over ten minutes.`));
  if (aside !== '0')
    verdicts.push(wrong('events', `${aside} events were put aside because handling them failed.`));
  return verdicts;
}
