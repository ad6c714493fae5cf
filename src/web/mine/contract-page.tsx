import { cameOfAge, openMine } from '../../customers/mine/mine.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/contract-page.ts';
import { contractView, type PurposeView } from './contract-view.ts';
import { answerDecision } from './deciding.ts';
import { me } from './me.ts';
import { Press } from './press.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { ctx } = me(context);
  return openMine(ctx, async (ctx, mine) => ({
    ...(await contractView(ctx, mine)),
    ofAge: (await cameOfAge(ctx, mine.members))?.toISOString() ?? null,
  }));
}

export function action({ request, context }: Route.ActionArgs) {
  return answerDecision(me(context).ctx, request, 'mine/contract');
}

export default function ContractPage({ loaderData, actionData }: Route.ComponentProps) {
  const { mine, careful } = useWords();
  const { contract } = mine;
  const { day } = useFormats();
  const { version, publishedAt, promises, rows, ofAge } = loaderData;
  const asked = rows.filter(
    ({ act, basis, state }) => basis === 'consent' || act !== null || state === 'ask',
  );
  const fixed = rows.filter((row) => !asked.includes(row));
  return (
    <>
      <PageHeader title={contract.title} lead={contract.lead} />
      {ofAge && (
        <div className="mb-5">
          <Notice tone="done" title={careful.own.ofAge(day(ofAge))}>
            {careful.own.ofAgeWhat}
          </Notice>
        </div>
      )}
      <Form answer={actionData}>{null}</Form>
      <div className="space-y-5">
        <Card title={contract.choices}>
          <List rows={asked} />
        </Card>
        <Card title={contract.fixed}>
          <p className="mb-2 text-soft">{contract.fixedWhy}</p>
          <List rows={fixed} />
        </Card>
        <Card title={contract.promises}>
          <ul className="list-disc space-y-1 pl-5">
            {promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
        </Card>
      </div>
      <p className="mt-5 text-sm text-soft">{contract.version(version, day(publishedAt))}</p>
    </>
  );
}

function List({ rows }: { rows: readonly PurposeView[] }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {rows.map((row) => (
        <Purpose key={row.purpose} row={row} />
      ))}
    </ul>
  );
}

function Purpose({ row }: { row: PurposeView }) {
  const { mine, customers } = useWords();
  const { contract } = mine;
  const { day, list } = useFormats();
  const { state, decidedAt, retentionMonths, recipients } = row;
  const on = state === 'allowed';
  const names = customers.contract.purposes as Readonly<Record<string, string>>;
  const name = names[row.purpose] ?? row.sentence;
  return (
    <li className="grid gap-x-4 gap-y-2 py-4 sm:grid-cols-[1fr_auto]">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-base">{name}</h3>
          <Badge tone={on ? 'water' : 'neutral'} icon={on ? 'check' : 'cross'}>
            {contract.states[state]}
          </Badge>
        </div>
        <p className="mt-1">{contract.sentence(row.sentence)}</p>
        <p className="mt-1 text-sm text-soft">
          {contract.bases[row.basis as keyof typeof contract.bases]}.{' '}
          {decidedAt ? contract.since(day(decidedAt)) : contract.fromStart}{' '}
          {retentionMonths === null ? contract.keptAlways : contract.kept(retentionMonths)}
          {recipients.length > 0 && ` ${contract.recipients(list(recipients))}`}
          {state === 'ask' && ` ${contract.asked}`}
        </p>
      </div>
      {row.act && (
        <div className="flex flex-col items-start gap-2 self-center sm:items-end">
          <Press purpose={row.purpose} act={row.act} from={state} of={name} />
          {row.mayAsk && <Press purpose={row.purpose} act="ask" of={name} />}
        </div>
      )}
    </li>
  );
}
