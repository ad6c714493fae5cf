import { findColleagues } from './organisation/employees.ts';
import { getOrganisation } from './organisation/organisation.ts';
import type { Context, Locale } from './platform/context.ts';
import { type Formats, formatsFor } from './platform/format.ts';
import { sendMail } from './platform/mail/mail.ts';
import { type Catalogue, words } from './platform/words.ts';

export interface ToColleagues {
  readonly kind: string;
  readonly employeeIds: readonly string[];
  /** Nobody gets two mails for one key. */
  readonly key: string;
  readonly publicId: string;
}

export interface InTheirWords {
  readonly said: Catalogue;
  readonly formats: Formats;
  readonly locale: Locale;
}

/** One mail to each of these colleagues, in their own language. In a transaction with a purpose. */
export async function mailColleagues(
  ctx: Context,
  { kind, employeeIds, key, publicId }: ToColleagues,
  write: (of: InTheirWords) => { subject: string; text: string },
): Promise<void> {
  const { locale: standard, timezone } = await getOrganisation(ctx);
  for (const { id, email, locale: own } of await findColleagues(ctx, employeeIds)) {
    const locale: Locale = own ?? standard;
    const said = words(locale);
    const mail = write({ said, locale, formats: formatsFor(said.kit, locale, timezone) });
    await sendMail(ctx, {
      ...{ to: email, kind, personId: null, locale, ...mail },
      ...{ key: `${key}:${id}`, reference: publicId },
    });
  }
}
