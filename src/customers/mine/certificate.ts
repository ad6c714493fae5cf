import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { formatsFor } from '../../platform/format.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { words } from '../../platform/words.ts';
import { confirmErasure } from '../../privacy/erasing/asking.ts';
import { getErasure } from '../../privacy/erasing/erasure.ts';
import { namedPlaces } from '../../privacy/erasing/naming.ts';
import { notifyOfErasure, takeCertificate } from '../../privacy/erasing/notifying.ts';
import { addressOf, localeOf } from './mine.ts';

/** Whether, after this erasure, somebody can be told that it was done. Runs under `legal`. */
export async function mayTell(ctx: Context, personIds: readonly string[]): Promise<boolean> {
  return ctx.outside.smtp !== null && (await addressOf(ctx, personIds)) !== undefined;
}

/**
 * The scope was seen and is right, whoever says so: it goes after so many days, and the certificate goes to the newest
 * address that is proven to be theirs, in their own language.
 */
export async function confirmAndTell(
  ctx: Context,
  { id, days }: { id: string; days: number },
): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    await confirmErasure(ctx, id, days);
    const { personIds } = await getErasure(ctx, id);
    const address = await addressOf(ctx, personIds);
    if (!address || !ctx.outside.smtp) return;
    await notifyOfErasure(ctx, id, { address, locale: await localeOf(ctx, personIds) });
  });
}

/**
 * After an erasure: the certificate goes to the address it was asked from, as the last that we do with it. Two who come
 * here for one event send one mail.
 */
export async function mailCertificate(ctx: Context, event: Event): Promise<void> {
  const told = await takeCertificate(ctx, event.subjectId ?? '0');
  if (!told) return;
  const { certificate, hash, publicId, address, locale } = told;
  const { mail, privacy, kit } = words(locale);
  const on = formatsFor(kit, locale, 'UTC').day(certificate.verifiedAt);
  const { subject, text, line } = mail.certificate;
  const gone = certificate.places.map(({ place, erased }) => ({ place, n: erased }));
  const lines = namedPlaces(gone, privacy.places).map(({ name, n }) => line(name, n));
  await sendMail(ctx, {
    to: address,
    kind: 'certificate',
    personId: null,
    reference: publicId,
    key: `certificate:${publicId}`,
    subject,
    text: text(lines.join('\n'), on, `${publicId} ${hash}`),
    locale,
  });
}
