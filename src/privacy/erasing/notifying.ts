import type { Context, Locale } from '../../platform/context.ts';
import type { Certificate } from './erasure.ts';

/** An address and a language, for one last mail. */
export interface Notify {
  address: string;
  locale: Locale;
}

/** Where the certificate goes when all is gone; kept with the erasure until then, and nowhere else. Runs under `legal`. */
export async function notifyOfErasure(ctx: Context, id: string, { address, locale }: Notify): Promise<void> {
  await ctx.database
    .updateTable('erasure')
    .set({ notify_address: address, notify_locale: locale })
    .where('public_id', '=', id)
    .execute();
}

export interface CertificateToTell extends Notify {
  publicId: string;
  certificate: Certificate;
  hash: string;
}

/**
 * The certificate of an erasure that ended, with where it goes; given once, for the address is struck out here. Nothing
 * when nobody is to be told.
 */
export async function takeCertificate(
  ctx: Context,
  erasureId: string,
): Promise<CertificateToTell | undefined> {
  const row = await ctx.database
    .selectFrom('erasure')
    .select(['public_id', 'certificate', 'certificate_hash', 'notify_address', 'notify_locale'])
    .where('id', '=', erasureId)
    .where('state', '=', 'certified')
    .forUpdate()
    .executeTakeFirst();
  if (!row?.notify_address) return undefined;
  await ctx.database
    .updateTable('erasure')
    .set({ notify_address: null, notify_locale: null })
    .where('id', '=', erasureId)
    .execute();
  return {
    publicId: row.public_id,
    certificate: row.certificate as unknown as Certificate,
    hash: row.certificate_hash ?? '',
    address: row.notify_address,
    locale: (row.notify_locale ?? 'nl') as Locale,
  };
}
