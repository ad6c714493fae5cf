import { type ChannelConnection, listConnections } from './listening/connecting/connection.ts';
import { colleaguesWhoMay } from './organisation/employees.ts';
import { getOrganisation } from './organisation/organisation.ts';
import { type Context, type Locale, transact } from './platform/context.ts';
import { formatsFor } from './platform/format.ts';
import { sendMail } from './platform/mail/mail.ts';
import { words } from './platform/words.ts';
import { urls } from './urls.ts';

const days = 7;

/**
 * The access to a channel ends within a week: whoever manages channels is told by mail, once for each end, so that it
 * can be renewed before messages are missed.
 */
export async function warnOfExpiry(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const until = now.add({ hours: days * 24 }).epochMilliseconds;
  const ending = (await listConnections(ctx)).flatMap(({ expiresAt, ...one }) =>
    expiresAt && expiresAt.getTime() <= until ? [{ ...one, expiresAt }] : [],
  );
  if (ending.length === 0) return;
  await transact(ctx, 'service', (ctx) => warn(ctx, ending));
}

interface EndingAccess extends Pick<ChannelConnection, 'publicId' | 'name'> {
  readonly expiresAt: Date;
}

async function warn(ctx: Context, ending: readonly EndingAccess[]): Promise<void> {
  const now = ctx.clock.now();
  const { locale: standard, timezone } = await getOrganisation(ctx);
  for (const { id, email, locale } of await colleaguesWhoMay(ctx, 'channel.manage')) {
    const language = locale ?? (standard as Locale);
    const said = words(language);
    for (const { publicId, name, expiresAt } of ending) {
      const day = formatsFor(said.kit, language, timezone).day(expiresAt);
      const isOver = expiresAt.getTime() <= now.epochMilliseconds;
      const { expiry } = said.channelExpiry;
      await sendMail(ctx, {
        ...{ to: email, kind: 'channel-expiry', personId: null, locale: language, reference: publicId },
        subject: isOver ? expiry.over(name) : expiry.subject(name, day),
        text: expiry.text(name, `${ctx.outside.baseUrl}${urls.channel(publicId)}`),
        key: `channel-expiry:${publicId}:${expiresAt.getTime()}:${isOver}:${id}`,
      });
    }
  }
}
