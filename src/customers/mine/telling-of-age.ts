import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { words } from '../../platform/words.ts';
import { membersOf } from '../../privacy/locking.ts';
import { addressOf, localeOf } from './mine.ts';

/**
 * Somebody came of age: they are told that they decide themselves now, at the newest address that is proven to be
 * theirs. Without one they read it when they come to their own data. One mail, however often the event is handled.
 */
export async function tellOfAge(ctx: Context, event: Event): Promise<void> {
  const personId = event.subjectId;
  if (personId === null) return;
  await transact(ctx, 'legal', async (ctx) => {
    const members = await membersOf(ctx, [personId]);
    const address = await addressOf(ctx, members);
    if (!address) return;
    const locale = await localeOf(ctx, members);
    const { ofAge } = words(locale).mail;
    await sendMail(ctx, {
      to: address,
      kind: 'of-age',
      personId,
      key: `of-age:${personId}:${event.seq}`,
      subject: ofAge.subject,
      text: ofAge.text(`${ctx.outside.baseUrl}/mine/contract`),
      locale,
    });
  });
}
