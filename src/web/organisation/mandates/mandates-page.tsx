import { z } from 'zod';
import { listChannels } from '../../../listening/account.ts';
import { dateHere } from '../../../organisation/mandates/holding.ts';
import { type Right, rights } from '../../../organisation/mandates/mandate.ts';
import { endMandate, giveMandate, release } from '../../../organisation/mandates/mandating.ts';
import { readMatrix } from '../../../organisation/mandates/matrix.ts';
import { listDepartments } from '../../../organisation/staff/overview.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { doForm, manager } from '../managing.ts';
import type { Route } from './+types/mandates-page.ts';
import { Filter } from './filter.tsx';
import { GivenMandates } from './given.tsx';
import { MandateFields } from './mandate-fields.tsx';
import { Matrix } from './matrix.tsx';
import { hasRight, isHeld, linesOf } from './matrix-view.ts';
import { topicNames } from './topics.ts';

const date = z.iso.date();
const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('give'),
    employee: z.string().min(1).max(60),
    channel: z.string().max(100),
    topic: z.string().max(100),
    right: z.enum(rights),
    fromOn: date,
    untilOn: date.or(z.literal('')),
  }),
  z.object({ act: z.literal('end'), id: z.string().max(60) }),
  z.object({ act: z.literal('release'), employee: z.string().max(60) }),
]);

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { locale } = pageContext(context);
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 200) ?? '';
  const now = ctx.clock.now();
  const today = await dateHere(ctx, now);
  const on = date.safeParse(asked('on')).data ?? today;
  const right = rights.find((one) => one === asked('right')) ?? '';
  const filter = { department: asked('department'), channel: asked('channel'), right, on };
  const rows = await readMatrix(ctx, { department: filter.department || undefined });
  const channels = await listChannels(ctx);
  const shown = channels.filter((one) => !filter.channel || one === filter.channel);
  const lines = linesOf(rows, shown, { at: now, on });
  return {
    today,
    filter,
    channels,
    shown,
    topics: await topicNames(ctx, locale),
    departments: (await listDepartments(ctx)).map(({ key, name }) => ({ key, name })),
    colleagues: rows.map(({ publicId, name }) => ({ publicId, name })),
    lines: lines.filter((line) => right === '' || hasRight(line, right as Right)),
    given: rows.flatMap(({ name, mandates }) =>
      mandates.map((one) => ({ ...one, name, holds: isHeld(one, { at: now, on: today }) })),
    ),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'give') {
      const { act: _, channel, topic, untilOn, ...rest } = given;
      await giveMandate(ctx, {
        ...rest,
        channel: channel || null,
        topic: topic || null,
        untilOn: untilOn || null,
      });
    } else if (given.act === 'end') await endMandate(ctx, given.id);
    else await release(ctx, given.employee);
    return urls.mandates();
  });
}

export default function MandatesPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().mandates;
  const { lines, shown, topics, given, colleagues, filter } = loaderData;
  const giving = actionData?.given?.act === 'give' ? actionData : undefined;
  const inMatrix = colleagues.filter(({ publicId }) =>
    lines.some((line) => line.publicId === publicId && line.inMatrix),
  );
  return (
    <div className="max-w-6xl">
      <PageHeader title={words.title} lead={words.lead} />
      {given.length === 0 && (
        <div className="mb-5">
          <Notice tone="info" title={words.nobodyYet}>
            {words.nobodyYetNext}
          </Notice>
        </div>
      )}
      <Filter {...loaderData} />
      {lines.length === 0 || shown.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Matrix lines={lines} channels={shown} topics={topics} on={filter.on} />
      )}
      <div className="mt-6 grid max-w-3xl gap-2">
        <Act act="give" label={words.give} tone="primary" answer={giving}>
          <MandateFields {...loaderData} answer={giving} />
        </Act>
        {inMatrix.length > 0 && (
          <Act act="release" label={words.release} answer={undefined}>
            <p className="mb-3 text-soft">{words.releaseWhy}</p>
            <Select
              name="employee"
              label={words.colleague}
              options={inMatrix.map(({ publicId, name }) => ({ value: publicId, label: name }))}
            />
          </Act>
        )}
      </div>
      {given.length > 0 && <GivenMandates rows={given} topics={topics} />}
    </div>
  );
}
