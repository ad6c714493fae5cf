import { z } from 'zod';
import {
  answerRemark,
  listRemarks,
  type RemarkKind,
  remark,
  remarkKinds,
} from '../../../journey/remarking/remark.ts';
import { findSubject } from '../../../journey/remarking/subjects.ts';
import { may } from '../../../organisation/authority.ts';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/remarks-page.ts';

const words = z.string().trim().min(3).max(2000);
const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('say'),
    kind: z.enum(remarkKinds),
    about: z.string().min(1).max(200),
    said: words,
  }),
  z.object({ act: z.literal('mend'), id: z.string().min(3), answer: words }),
  z.object({ act: z.literal('keep'), id: z.string().min(3), answer: words }),
]);

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = reader(context);
  const kind = remarkKinds.find((one) => one === url.searchParams.get('kind'));
  const about = url.searchParams.get('about') ?? '';
  const asked = kind ? { kind, about, name: (await getSubject(ctx, kind, about)).name } : null;
  const rows = [];
  for (const { byId, madeAt, ...one } of await listRemarks(ctx)) {
    const subject = await findSubject(ctx, one.kind, one.about);
    const mine = ctx.actor.kind === 'employee' && ctx.actor.employeeId === byId;
    if (mine || may(ctx.actor, 'journey.manage'))
      rows.push({ ...one, name: subject?.name ?? one.about, at: madeAt.toISOString() });
  }
  return { asked, rows, steers: may(ctx.actor, 'journey.manage') };
}

async function getSubject(ctx: Context, kind: RemarkKind, about: string) {
  const subject = await findSubject(ctx, kind, about);
  if (!subject) throw new Refusal('not-found.remark', { id: about });
  return subject;
}

export function action({ context, request }: Route.ActionArgs) {
  return doForm(request, acts, async (given) => {
    if (given.act === 'say') {
      const ctx = reader(context);
      await getSubject(ctx, given.kind, given.about);
      await remark(ctx, given);
    } else {
      await answerRemark(steerer(context), given.id, { mended: given.act === 'mend', answer: given.answer });
    }
    return urls.remarks();
  });
}

export default function RemarksPage({
  loaderData: { asked, rows, steers },
  actionData,
}: Route.ComponentProps) {
  const { remarks: words } = useWords();
  const open = rows.filter(({ mended }) => mended === null);
  const done = rows.filter(({ mended }) => mended !== null);
  return (
    <div className="max-w-3xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      {asked && (
        <Card title={words.about(words.kinds[asked.kind], asked.name)}>
          <Form answer={actionData}>
            <input type="hidden" name="act" value="say" />
            <input type="hidden" name="kind" value={asked.kind} />
            <input type="hidden" name="about" value={asked.about} />
            <Textarea name="said" label={words.said} rows={4} maxLength={2000} answer={actionData} />
            <Button tone="primary">{words.send}</Button>
          </Form>
        </Card>
      )}
      <Card title={words.open}>
        {open.length === 0 && <p className="text-soft">{words.none}</p>}
        <Remarks rows={open} steers={steers} answer={actionData} />
      </Card>
      {done.length > 0 && (
        <Card title={words.done}>
          <Remarks rows={done} steers={false} answer={undefined} />
        </Card>
      )}
    </div>
  );
}

type Shown = Route.ComponentProps;

function Remarks({
  rows,
  steers,
  answer,
}: {
  rows: Shown['loaderData']['rows'];
  steers: boolean;
  answer: Shown['actionData'];
}) {
  const { remarks: words } = useWords();
  const { day } = useFormats();
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ publicId, kind, name, said, by, at, mended, answer: given }) => (
        <li key={publicId} className="py-3">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{words.about(words.kinds[kind], name)}</span>
            {mended !== null && <Badge>{mended ? words.mended : words.kept}</Badge>}
          </p>
          <p className="max-w-prose break-words whitespace-pre-line">{said}</p>
          <p className="text-sm text-faint">{words.by(by, day(at))}</p>
          {given && <p className="mt-1 max-w-prose whitespace-pre-line text-soft">{given}</p>}
          {steers && (
            <div className="mt-2 grid items-start gap-2 sm:grid-cols-2">
              {(['mend', 'keep'] as const).map((act) => (
                <Act key={act} act={act} label={words[act]} hidden={{ id: publicId }} answer={answer}>
                  <Textarea name="answer" label={words.answer} rows={2} maxLength={2000} />
                </Act>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
