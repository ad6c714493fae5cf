import { sql } from 'kysely';
import { may } from '../../organisation/authority.ts';
import { getEmployeeActor } from '../../organisation/employees.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { Refusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import type { Run } from './performing.ts';

interface Colleague {
  id: string;
  email: string;
  locale: Locale | null;
}

/**
 * A colleague hears by mail that a rule wants them to look. The mail names the rule and leads there; nothing of the
 * customer stands in it. Who may not read it there hears nothing.
 * @throws Refusal `not-found.employee`, `forbidden.action`
 */
export async function notify(ctx: Context, { id, rule, found }: Run, employee: string): Promise<boolean> {
  const rows = await sql<Colleague & { departmentId: string | null }>`
    select e.id, e.email, e.locale, (select department_id from queue where id = ${found.queueId}) as "departmentId"
    from employee e where e.public_id = ${employee} and e.left_at is null`.execute(ctx.database);
  const [colleague] = rows.rows;
  if (!colleague) throw new Refusal('not-found.employee', { id: employee });
  const actor = await getEmployeeActor(ctx, colleague.id);
  if (!may(actor, 'inbox.read', colleague.departmentId))
    throw new Refusal('forbidden.action', { action: 'inbox.read' });
  const locale = colleague.locale ?? (await getOrganisation(ctx)).locale;
  const { mail } = words(locale).ruling;
  await sendMail(ctx, {
    to: colleague.email,
    kind: 'rule-notice',
    personId: null,
    locale,
    subject: mail.subject(rule.name),
    text: mail.text(rule.name, `${ctx.outside.baseUrl}/conversations/${found.publicId}`),
    key: `rule:${id}:${colleague.id}`,
    reference: found.publicId,
  });
  return true;
}
