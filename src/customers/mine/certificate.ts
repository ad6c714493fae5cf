import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { words } from '../../platform/words.ts';
import { takeCertificate } from '../../privacy/erasing/notifying.ts';

/**
 * After an erasure: the certificate goes to the address it was asked from, as the last that we do with it. Two who come
 * here for one event send one mail.
 */
export async function mailCertificate(ctx: Context, event: Event): Promise<void> {
  const told = await takeCertificate(ctx, event.subjectId ?? '0');
  if (!told) return;
  const { certificate, hash, publicId, address, locale } = told;
  const { subject, text } = words(locale).mail.certificate;
  const erased = certificate.places.reduce((sum, place) => sum + place.erased, 0);
  await sendMail(ctx, {
    to: address,
    kind: 'certificate',
    personId: null,
    reference: publicId,
    key: `certificate:${publicId}`,
    subject,
    text: text(erased, certificate.verifiedAt.slice(0, 10), `${publicId} ${hash}`),
    locale,
  });
}
