import { colleaguesWhoMay } from './organisation/employees.ts';
import { getOrganisation } from './organisation/organisation.ts';
import type { Context, Locale } from './platform/context.ts';
import { formatsFor } from './platform/format.ts';
import { sendMail } from './platform/mail/mail.ts';
import { words } from './platform/words.ts';
import type { Reminder } from './privacy/requests/reminding.ts';
import { kinds, type RequestKind } from './privacy/requests/request.ts';
import { urls } from './urls.ts';

/** Tells whoever handles a request that its time is running out; when nobody does, everybody who may. Names nobody. */
export async function remindByMail(ctx: Context, reminder: Reminder): Promise<void> {
  const { locale: standard, timezone } = await getOrganisation(ctx);
  const all = await colleaguesWhoMay(ctx, 'privacy.manage');
  const own = all.filter(({ id }) => id === reminder.handlerId);
  for (const { id, email, locale } of own.length > 0 ? own : all) {
    const said = words(locale ?? (standard as Locale));
    const { reminder: mail, kinds: names } = said.privacy;
    const kind = kinds.find((one): one is RequestKind => one === reminder.kind) ?? 'access';
    const due = formatsFor(said.kit, locale ?? (standard as Locale), timezone).day(reminder.dueAt);
    await sendMail(ctx, {
      to: email,
      kind: 'request-reminder',
      personId: null,
      locale: locale ?? (standard as Locale),
      subject: mail.subject(names[kind], due),
      text: mail.text(reminder.day, `${ctx.outside.baseUrl}${urls.privacyRequest(reminder.publicId)}`),
      key: `request-reminder:${reminder.requestId}:${reminder.day}:${id}`,
      reference: reminder.publicId,
    });
  }
}
