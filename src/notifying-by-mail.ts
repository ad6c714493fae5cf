import { kinds } from './conversations/notifying/kind.ts';
import { markMailed, type Summary, summariesNow } from './conversations/notifying/summarising.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { type Context, type Locale, transact } from './platform/context.ts';
import { sendMail } from './platform/mail/mail.ts';
import { words } from './platform/words.ts';
import { urls } from './urls.ts';

/**
 * Every hour: a summary by mail of what colleagues were told and did not read. How much of what, and no word or name of
 * a customer; the rest stands behind the link.
 */
export async function mailSummaries(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { timezone, locale } = await getOrganisation(ctx);
    for (const summary of await summariesNow(ctx, timezone))
      await mailTo(ctx, summary, summary.locale ?? (locale as Locale));
  });
}

async function mailTo(ctx: Context, summary: Summary, locale: Locale): Promise<void> {
  const { employeeId, email, counts, upTo } = summary;
  const { mail, counted } = words(locale).notifying;
  const lines = kinds.flatMap((kind) => {
    const n = counts[kind] ?? 0;
    return n > 0 ? [`- ${counted[kind](n)}`] : [];
  });
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const { baseUrl } = ctx.outside;
  await sendMail(ctx, {
    to: email,
    kind: 'summary',
    personId: null,
    locale,
    subject: mail.subject(total),
    text: mail.text(
      lines.join('\n'),
      `${baseUrl}${urls.notifications()}`,
      `${baseUrl}${urls.notificationWishes()}`,
    ),
    key: `summary:${employeeId}:${upTo}`,
  });
  await markMailed(ctx, summary);
}
