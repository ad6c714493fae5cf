import { z } from 'zod';
import { may, requires } from '../../organisation/authority.ts';
import {
  type Answers,
  answerCulture,
  newestRound,
  openRound,
  readCulture,
  validDays,
} from '../../pilots/culture/asking.ts';
import { items } from '../../pilots/culture/items.ts';
import { asInstant } from '../../platform/clock.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/culture-page.ts';

const shape = z.looseObject({ act: z.enum(['open', 'answer']) });

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  const round = await newestRound(ctx);
  const culture = await readCulture(ctx);
  return {
    round: round && {
      open: round.open,
      mine: round.mine,
      answered: round.answered,
      closesAt: round.closesAt.toISOString(),
    },
    profile: culture.profile,
    n: culture.n,
    validUntil: culture.asked
      ? asInstant(culture.asked)
          .add({ hours: 24 * validDays })
          .toString()
      : null,
    departments: culture.byDepartment,
    mayManage: may(ctx.actor, 'pilot.manage'),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  return doForm(request, shape, async (typed) => {
    if (typed.act === 'open') await openRound(ctx);
    else
      await answerCulture(
        ctx,
        Object.fromEntries(items.map((item) => [item, Number(typed[item])])) as Answers,
      );
    return urls.culture();
  });
}

export default function CulturePage({ loaderData, actionData }: Route.ComponentProps) {
  const { culture: words } = useWords().pilots;
  const { day } = useFormats();
  const { round, mayManage } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-5">
        {round?.open && (
          <Card>
            <p>
              {words.open(day(round.closesAt))} {words.answered(round.answered)}
            </p>
            {round.mine ? (
              <p className="mt-2 font-medium">{words.mine}</p>
            ) : (
              <Questions answer={actionData} />
            )}
          </Card>
        )}
        <Result loaded={loaderData} />
        {mayManage && !round?.open && (
          <Act act="open" label={words.ask} answer={actionData}>
            <p className="mb-3 text-soft">{words.askLead}</p>
          </Act>
        )}
      </div>
    </div>
  );
}

function Questions({ answer }: { answer: Route.ComponentProps['actionData'] }) {
  const { pilots } = useWords();
  const { culture: words } = pilots;
  const own = answer?.given?.act === 'answer' ? answer : undefined;
  return (
    <Form answer={own} className="mt-4">
      <input type="hidden" name="act" value="answer" />
      {items.map((item) => (
        <fieldset key={item} className="mb-5">
          <legend className="mb-1.5 font-medium">{pilots.items[item]}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {([1, 2, 3, 4, 5] as const).map((value) => (
              <label key={value} className="inline-flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name={item}
                  value={value}
                  defaultChecked={own?.given?.[item] === String(value)}
                  className="size-4 accent-water"
                />
                {words.values[value]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="mb-4 text-sm text-soft">{words.anonymous}</p>
      <Button tone="primary">{words.submit}</Button>
    </Form>
  );
}

function Result({
  loaded: { profile, n, validUntil, departments },
}: {
  loaded: Route.ComponentProps['loaderData'];
}) {
  const { pilots } = useWords();
  const { culture: words } = pilots;
  const { day, number } = useFormats();
  const write = (value: number | undefined) => (value === undefined ? '–' : number(value, 1));
  return (
    <Card title={words.result}>
      {!profile ? (
        <p className="text-soft">{n > 0 ? words.tooFew(n) : words.none}</p>
      ) : (
        <>
          <Table
            caption={words.caption}
            hideCaption
            wide
            rows={items.map((item) => ({ item }))}
            rowKey={(row) => row.item}
            columns={[
              { key: 'item', label: pilots.fit.item, heading: true, cell: (row) => pilots.items[row.item] },
              {
                key: 'all',
                label: `${words.all} (${n})`,
                figures: true,
                cell: (row) => write(profile[row.item]),
              },
              ...departments.map((group) => ({
                key: group.name,
                label: `${group.name} (${group.n})`,
                figures: true,
                cell: (row: { item: (typeof items)[number] }) => write(group.profile[row.item]),
              })),
            ]}
          />
          {validUntil && <p className="mt-3 text-sm text-faint">{words.validUntil(day(validUntil))}</p>}
        </>
      )}
    </Card>
  );
}
