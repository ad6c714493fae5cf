import { sql } from 'kysely';
import { colleaguesWhoMay } from '../../organisation/employees.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { words } from '../../platform/words.ts';

/** Switches an endpoint off by itself, and tells by mail who arranges such things. Once for each time. */
export async function disable(ctx: Context, endpointId: string, why: 'failing' | 'gone'): Promise<void> {
  const at = asDate(ctx.clock.now());
  const off = await sql<{ publicId: string; name: string }>`
    update webhook_endpoint set disabled_at = ${at}, disabled_why = ${why}
    where id = ${endpointId} and disabled_at is null returning public_id as "publicId", name`.execute(
    ctx.database,
  );
  const [endpoint] = off.rows;
  if (!endpoint) return;
  await ctx.emit([
    {
      verb: 'webhook.switched-off',
      subject: { kind: 'webhook_endpoint', id: endpointId },
      data: { endpoint: endpoint.publicId, why },
    },
  ]);
  await transact(ctx, 'security', async (ctx) => {
    const { locale: standard } = await getOrganisation(ctx);
    for (const { id, email, locale: own } of await colleaguesWhoMay(ctx, 'organisation.manage')) {
      const locale = own ?? standard;
      const { mail } = words(locale).webhooks;
      await sendMail(ctx, {
        to: email,
        kind: 'webhook-off',
        personId: null,
        locale,
        subject: mail.subject(endpoint.name),
        text: mail[why](endpoint.name, `${ctx.outside.baseUrl}/organisation/webhooks/${endpoint.publicId}`),
        key: `webhook-off:${endpointId}:${at.toISOString()}:${id}`,
        reference: endpoint.publicId,
      });
    }
  });
}
