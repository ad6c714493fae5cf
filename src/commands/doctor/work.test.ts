import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { examineWork } from './work.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const put = (state: string, ended: string | null = null) =>
  transact(database.context, 'service', async (ctx) => {
    const mail = { to: 'fatima@klant.example', kind: 'receipt', personId: null, subject: 'a', text: 'b' };
    const id = await sendMail(ctx, { ...mail, quiet: true });
    await sql`update mail set state = ${state}, ended_at = now() - ${ended}::interval where id = ${id ?? '0'}`.execute(
      ctx.database,
    );
  });
const mailLine = async () => {
  const found = (await examineWork(database.appUrl)).find((verdict) =>
    JSON.stringify(verdict).includes('/mail'),
  );
  return JSON.stringify(found);
};

test('counts what waits without complaint, and complains of what failed this week or waits for a decision', async () => {
  const quiet = await mailLine();
  expect(quiet).toContain('0 mails wait to leave, 0 failed');
  await put('waiting');
  await put('sent', '1 day');
  await put('failed', '8 days');
  const waiting = await mailLine();
  expect(waiting).toBe(quiet.replace('0 mails wait', '1 mails wait'));
  await put('unknown', '30 days');
  await put('failed', '6 days');
  const wrong = await mailLine();
  expect(wrong).toContain('1 mails wait to leave, 2 failed this week or wait for a decision (/mail).');
  expect(wrong.replace('2 failed', '0 failed')).not.toBe(waiting);
});
