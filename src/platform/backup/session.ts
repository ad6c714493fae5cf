import { Client } from 'pg';

/** Values as text that reads the same on every server, whatever it or the login was set to. */
export const plainText: readonly string[] = [
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  "set local timezone = 'UTC'",
  'set local extra_float_digits = 1',
  "set local bytea_output = 'hex'",
];

/** One connection as the owner, on which a long statement may take its time. */
export async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'polder-backup' });
  // reported by the query that runs; without a listener Node would end the process before it can clean up
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query(
      "set client_min_messages = warning; set search_path = public; set client_encoding = 'UTF8'",
    );
    return await work(client);
  } finally {
    await client.end();
  }
}
