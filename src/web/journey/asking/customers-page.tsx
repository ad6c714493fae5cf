import { z } from 'zod';
import { wilson, z95 } from '../../../insights/statistics.ts';
import { surveyResult } from '../../../insights/surveying/figures.ts';
import { customerItems } from '../../../insights/surveying/item.ts';
import { closeSurvey, leftOut, listSurveys, openSurvey } from '../../../insights/surveying/survey.ts';
import { may } from '../../../organisation/authority.ts';
import { openForAnybody, readSwitchedOn } from '../../../pilots/doors.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/customers-page.ts';

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), wanted: z.coerce.number().int(), closes: z.iso.date() }),
  z.object({ act: z.literal('close'), round: z.string().max(60) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const surveys = await listSurveys(ctx);
  const closed = surveys.find(({ closedAt }) => closedAt !== null);
  const result = closed ? await surveyResult(ctx, closed.id) : null;
  const sayings = new Map<string, string>(customerItems.map((item) => [item.code, item[ctx.locale]]));
  return {
    rounds: surveys.map(({ id: _, openedAt: __, drawnAt, closedAt, ...round }) => ({
      ...round,
      drawn: drawnAt !== null,
      closedAt: closedAt?.toISOString() ?? null,
    })),
    result: result?.map((item) => ({ ...item, saying: sayings.get(item.code) ?? null })) ?? null,
    isOn: openForAnybody(await readSwitchedOn(ctx), ctx.clock.now()).has('survey.feedback'),
    steers: may(ctx.actor, 'journey.manage'),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'open') await openSurvey(ctx, { wanted: given.wanted, closesOn: given.closes });
    else await closeSurvey(ctx, given.round);
    return urls.customerSurvey();
  });
}

type Shown = Route.ComponentProps['loaderData'];

/** What customers say of the relation, on figures only; and the round in which they are asked. */
export default function CustomersPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().customerSurvey;
  const { rounds, result, isOn, steers } = loaderData;
  const running = rounds.find(({ closedAt }) => closedAt === null);
  const closed = rounds.find(({ closedAt }) => closedAt !== null);
  const own = (act: string) => (actionData?.given?.act === act ? actionData : undefined);
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      {rounds.length === 0 && <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>}
      {!isOn && <p className="max-w-prose">{words.off}</p>}
      {running && <Running round={running} steers={steers} answer={own('close')} />}
      {closed && <Closed round={closed} result={result} />}
      {steers && !running && (
        <div className="max-w-md print:hidden">
          <Act act="open" label={words.open} tone="primary" answer={own('open')}>
            <p className="mb-3 text-soft">{words.openLead}</p>
            <Field
              name="wanted"
              inputMode="numeric"
              label={words.wanted}
              hint={words.wantedHint}
              defaultValue="500"
              answer={own('open')}
            />
            <Field name="closes" type="date" label={words.closesOn} answer={own('open')} />
          </Act>
        </div>
      )}
    </div>
  );
}

function Running({
  round,
  steers,
  answer,
}: {
  round: Shown['rounds'][number];
  steers: boolean;
  answer: Route.ComponentProps['actionData'];
}) {
  const words = useWords().customerSurvey;
  const { day } = useFormats();
  return (
    <Card title={words.running(day(`${round.closesOn}T12:00:00Z`))}>
      <State round={round} />
      {steers && (
        <div className="mt-3">
          <Act act="close" label={words.close} hidden={{ round: round.publicId }} answer={answer} />
        </div>
      )}
    </Card>
  );
}

function State({ round }: { round: Shown['rounds'][number] }) {
  const words = useWords().customerSurvey;
  const { number } = useFormats();
  if (!round.drawn) return <p>{words.drawing}</p>;
  const left = leftOut.filter((why) => (round.leftOut?.[why] ?? 0) > 0);
  return (
    <>
      <p>{words.state(round.answered, round.asked)}</p>
      {round.waiting > 0 && <p className="text-soft">{words.waiting(round.waiting)}</p>}
      {left.length > 0 && (
        <p className="mt-1 text-soft">
          {words.leftOut}:{' '}
          {left.map((why) => `${number(round.leftOut?.[why] ?? 0)} ${words.why[why]}`).join(', ')}.
        </p>
      )}
    </>
  );
}

function Closed({ round, result }: { round: Shown['rounds'][number]; result: Shown['result'] }) {
  const words = useWords().customerSurvey;
  const { day, percent } = useFormats();
  return (
    <Card title={words.closed(day(round.closedAt ?? ''))}>
      <State round={round} />
      {result === null ? (
        <p className="mt-2">{words.tooFew}</p>
      ) : (
        <div className="mt-3">
          <Table
            caption={words.title}
            hideCaption
            wide
            rows={result}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'item',
                label: words.item,
                heading: true,
                cell: ({ saying }) => <span className="my-2 block min-w-56">{saying ?? words.both}</span>,
              },
              {
                key: 'agree',
                label: words.agree,
                figures: true,
                cell: ({ k, n }) => {
                  if (n === 0) return '–';
                  const { low, high } = wilson(k, n, z95);
                  return (
                    <>
                      {percent(k / n)}
                      <span className="block text-sm text-faint">
                        {words.between(percent(low), percent(high))}
                      </span>
                    </>
                  );
                },
              },
              { key: 'n', label: words.of, figures: true, cell: ({ n }) => n },
            ]}
          />
          <p className="mt-3 text-sm text-soft">
            {words.counts} {words.dataCounts}
          </p>
        </div>
      )}
    </Card>
  );
}
