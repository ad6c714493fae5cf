import { redirect } from 'react-router';
import { z } from 'zod';
import { listChannels } from '../../../listening/account.ts';
import { requires } from '../../../organisation/authority.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import {
  chooseRetention,
  oldestPastDate,
  retentionStanding,
  unchooseRetention,
} from '../../../privacy/retaining/retaining.ts';
import { retentionKeys } from '../../../privacy/retaining/retention.ts';
import { urls } from '../../../urls.ts';
import { useNetworkName } from '../../customers/network-name.ts';
import { again, type FormAnswer, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Age } from '../../ui/age.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { Act } from '../act.tsx';
import type { Route } from './+types/retention-page.ts';

const channel = z.string().max(100);

const shape = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('choose'),
    key: z.enum(retentionKeys),
    channel: channel.optional(),
    days: z.coerce.number().int().min(1).max(36_500),
    reason: z.string().trim().min(5).max(500),
  }),
  z.object({ act: z.literal('unchoose'), key: z.enum(retentionKeys), channel }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const [standing, channels] = await transact(ctx, 'legal', async (ctx) => [
    await retentionStanding(ctx),
    await listChannels(ctx),
  ]);
  const rows = standing.map(({ last, ...row }) => ({
    ...row,
    last: last && { ...last, at: last.at.toISOString() },
  }));
  return { rows, channels, oldest: oldestPastDate(standing) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    const chosen = form.value;
    await transact(ctx, 'legal', (ctx) =>
      chosen.act === 'choose' ? chooseRetention(ctx, chosen) : unchooseRetention(ctx, chosen),
    );
    return redirect(urls.retention(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function RetentionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { retention: words } = useWords().privacy;
  const networkName = useNetworkName();
  const { rows, channels, oldest } = loaderData;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="mb-5">
        <Figure oldest={oldest} ran={rows.some(({ last }) => last !== null)} />
      </div>
      <Kinds rows={rows} answer={actionData} />
      <div className="mt-6 max-w-xl">
        <Act act="choose" label={words.change} answer={actionData}>
          <Select
            name="key"
            label={words.kind}
            answer={actionData}
            options={rows.map(({ key }) => ({ value: key, label: words.keys[key].name }))}
          />
          {channels.length > 1 && (
            <Select
              name="channel"
              label={words.channel}
              hint={words.channelHint}
              answer={actionData}
              options={[
                { value: '', label: words.allChannels },
                ...channels.map((value) => ({ value, label: networkName(value) })),
              ]}
            />
          )}
          <Field name="days" type="number" min={1} max={36500} label={words.days} answer={actionData} />
          <Field name="reason" label={words.reason} hint={words.reasonHint} answer={actionData} />
        </Act>
      </div>
    </div>
  );
}

function Figure({ oldest, ran }: { oldest: number; ran: boolean }) {
  const { retention: words, days } = useWords().privacy;
  if (!ran) return <Notice tone="info" title={words.figureNever} />;
  return (
    <Notice tone={oldest === 0 ? 'done' : 'attention'} title={`${words.figure}: ${days(oldest)}`}>
      {oldest === 0 ? words.figureGood : words.figureBad}
    </Notice>
  );
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

function Kinds({ rows, answer }: { rows: Row[]; answer: FormAnswer | undefined }) {
  const { retention: words, days } = useWords().privacy;
  const { number } = useFormats();
  const figure = (key: 'due' | 'removed' | 'remaining' | 'held', label: string) => ({
    key,
    label,
    figures: true,
    wideOnly: key !== 'remaining',
    cell: (row: Row) => (row.last ? number(row.last[key]) : '–'),
  });
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'kind',
          label: words.kind,
          heading: true,
          cell: (row) => (
            <span className="my-1.5 block">
              {words.keys[row.key].name}
              <span className="block text-sm font-normal text-soft">{words.keys[row.key].from}</span>
            </span>
          ),
        },
        {
          key: 'kept',
          label: words.kept,
          cell: (row) => (
            <span className="my-1.5 block">
              <span className="whitespace-nowrap">{days(row.days)}</span>
              {row.days !== row.defaultDays && (
                <span className="block text-sm text-soft">
                  {words.standard(days(row.defaultDays))}. {row.reason}
                </span>
              )}
              {row.channels.map((one) => (
                <Channel key={one.channel} of={row.key} channel={one} answer={answer} />
              ))}
            </span>
          ),
        },
        figure('due', words.due),
        figure('removed', words.removed),
        figure('remaining', words.left),
        figure('held', words.held),
        {
          key: 'last',
          label: words.last,
          wideOnly: true,
          cell: (row) => (row.last ? <Age at={row.last.at} /> : words.never),
        },
      ]}
    />
  );
}

interface ChannelProps {
  of: Row['key'];
  channel: Row['channels'][number];
  answer: FormAnswer | undefined;
}

/** A channel with a time of its own, and the way back. */
function Channel({ of, channel: { channel, days: n, reason }, answer }: ChannelProps) {
  const { retention: words, days } = useWords().privacy;
  const networkName = useNetworkName();
  return (
    <span className="mt-1 block text-sm text-soft">
      {networkName(channel)}: <span className="whitespace-nowrap">{days(n)}</span>. {reason}
      <Act act="unchoose" label={words.unchoose} tone="quiet" hidden={{ key: of, channel }} answer={answer} />
    </span>
  );
}
