import { data } from 'react-router';
import { z } from 'zod';
import { passwordMinutes } from '../../../organisation/entering/password-minutes.ts';
import { sendPasswordLink } from '../../../organisation/entering/resetting.ts';
import { changeColleague, mostCapacity } from '../../../organisation/staff/changing.ts';
import { getColleague } from '../../../organisation/staff/colleague.ts';
import { endRole, giveRole } from '../../../organisation/staff/granting.ts';
import { type Invited, inviteAgain } from '../../../organisation/staff/inviting.ts';
import { leave } from '../../../organisation/staff/leaving.ts';
import { listDepartments } from '../../../organisation/staff/overview.ts';
import { roles, spokenLanguages } from '../../../organisation/staff/role.ts';
import type { Context } from '../../../platform/context.ts';
import { urls } from '../../../urls.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act, Facts } from '../../privacy/act.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { kept, manager } from '../managing.ts';
import type { Route } from './+types/colleague-page.ts';
import { ChangeForm } from './change-form.tsx';
import { InvitationLink, linkIn } from './invitation-link.tsx';
import { Roles } from './roles.tsx';

const where = { role: z.enum(roles), department: z.string().max(200) };
const acts = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('change'),
      name: z.string().trim().min(1).max(200),
      department: z.string().max(200),
      skills: z.string().max(1500),
      capacity: z.literal('').or(z.coerce.number().int().min(1).max(mostCapacity)).optional(),
    })
    .catchall(z.string()),
  z.object({ act: z.literal('give'), ...where }),
  z.object({ act: z.literal('end'), ...where }),
  z.object({ act: z.literal('invite') }),
  z.object({ act: z.literal('password') }),
  z.object({ act: z.literal('leave') }),
]);
type Given = z.infer<typeof acts>;

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { id: _, ...colleague } = await getColleague(ctx, params.id);
  const departments = await listDepartments(ctx);
  return { colleague, departments: departments.map(({ key, name }) => ({ key, name })) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await readForm(request, acts);
  if (!form.ok) return again(form.answer);
  try {
    const invited = await perform(ctx, params.id, form.value);
    if (invited?.link) return data<FormAnswer & { invited?: Invited }>({ invited }, { status: 201 });
    return kept(form.value.act === 'leave' ? urls.organisation() : urls.colleague(params.id));
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

async function perform(ctx: Context, id: string, given: Given): Promise<Invited | undefined> {
  if (given.act === 'invite') return inviteAgain(ctx, id);
  if (given.act === 'password') return sendPasswordLink(ctx, id);
  if (given.act === 'leave') await leave(ctx, id);
  else if (given.act === 'change') {
    const { name, department, skills, capacity, act: _, ...rest } = given;
    const spoken: Readonly<Record<string, unknown>> = rest;
    const languages = spokenLanguages.filter((one) => spoken[`language.${one}`] !== undefined);
    const change = {
      ...{ name, department: department || null, languages, skills: skills.split(/[,;\n]/) },
      ...(capacity !== undefined && { capacity: capacity === '' ? null : capacity }),
    };
    await changeColleague(ctx, id, change);
  } else {
    const change = { role: given.role, department: given.department || null };
    await (given.act === 'give' ? giveRole : endRole)(ctx, id, change);
  }
  return undefined;
}

export default function ColleaguePage({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation: words, password } = useWords();
  const { colleague, departments } = loaderData;
  const link = linkIn(actionData);
  const back = (
    <LinkButton to={urls.organisation()} tone="quiet" size="small" icon="previous">
      {words.colleagues.title}
    </LinkButton>
  );
  return (
    <div className="max-w-4xl">
      <PageHeader title={colleague.name} lead={colleague.email} aside={back} />
      {link && <InvitationLink link={link} forPassword={colleague.signsIn} />}
      <div className="space-y-5">
        <Presence colleague={colleague} />
        {colleague.leftAt === null && (
          <Card title={words.colleague.change}>
            <ChangeForm colleague={colleague} departments={departments} answer={actionData} />
          </Card>
        )}
        <Roles colleague={colleague} departments={departments} answer={actionData} />
        {colleague.leftAt === null && (
          <div className="flex flex-wrap items-start gap-3">
            {colleague.signsIn ? (
              <Act act="password" label={password.colleague.send} answer={actionData}>
                <p className="mb-3 text-soft">{password.colleague.why(passwordMinutes)}</p>
              </Act>
            ) : (
              <Act act="invite" label={words.colleague.inviteAgain} answer={actionData} />
            )}
            <Act act="leave" label={words.colleague.leave} tone="quiet" answer={actionData}>
              <p className="mb-3 text-soft">{words.colleague.leaveWhy}</p>
            </Act>
          </div>
        )}
      </div>
    </div>
  );
}

function Presence({ colleague }: Pick<Route.ComponentProps['loaderData'], 'colleague'>) {
  const words = useWords().organisation.colleague;
  const password = useWords().password.colleague;
  const { day, moment } = useFormats();
  const { createdAt, leftAt, signsIn, invitedUntil, passwordLinks } = colleague;
  const lineOf = ({ askedBy, madeAt, madeBy, usedAt }: (typeof passwordLinks)[number]) =>
    `${password.by[askedBy](moment(madeAt), madeBy ?? '')} ${usedAt ? password.used(moment(usedAt)) : password.unused}`;
  const entry = signsIn
    ? words.signsIn
    : invitedUntil
      ? words.invitedUntil(day(invitedUntil))
      : words.notInvited;
  return (
    <Facts
      facts={[
        [words.since, day(createdAt)],
        leftAt ? [words.left, day(leftAt)] : null,
        leftAt ? null : [words.entry, entry],
        passwordLinks.length > 0 ? [password.links, passwordLinks.map(lineOf).join('\n')] : null,
      ]}
    />
  );
}
