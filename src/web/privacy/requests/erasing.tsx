import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { Act } from '../act.tsx';
import type { RequestView } from './request-view.ts';

type ErasureView = NonNullable<RequestView['erasure']>;

const atWork = new Set(['proven', 'frozen', 'running', 'verified']);
const takesBack = new Set(['received', 'proven', 'shown', 'cooling']);

/** How far an erasure is: what there is, the time to think, and in the end the proof. */
export function Erasing({ erasure, answer }: { erasure: ErasureView; answer: FormAnswer | undefined }) {
  const words = useWords().privacy.erasure;
  const { day } = useFormats();
  const { state, scope, coolingUntil, held, certificate } = erasure;
  return (
    <Card
      title={words.title}
      aside={<Badge tone={held ? 'neutral' : 'water'}>{held ? words.heldBadge : words.states[state]}</Badge>}
    >
      {atWork.has(state) && !held && <p className="mb-3">{words.waiting}</p>}
      {held && <p className="mb-3">{words.held}</p>}
      {state === 'cooling' && !held && coolingUntil && (
        <p className="mb-3">{words.coolingUntil(day(coolingUntil))}</p>
      )}
      {scope && !certificate && <Scope scope={scope} />}
      {certificate && <Proof certificate={certificate} hash={erasure.hash} />}
      <div className="mt-4 space-y-3">
        {state === 'shown' && (
          <Act act="erase" label={words.confirm} tone="attention" answer={answer}>
            <Field
              name="days"
              type="number"
              min={0}
              max={14}
              defaultValue="7"
              label={words.cooling}
              hint={words.coolingHint}
              answer={answer}
            />
            <p className="mb-3 text-sm text-soft">{erasure.tells ? words.tells : words.tellsNobody}</p>
          </Act>
        )}
        {takesBack.has(state) && <Act act="keep" label={words.withdraw} tone="quiet" answer={answer} />}
      </div>
    </Card>
  );
}

function Scope({ scope }: { scope: NonNullable<ErasureView['scope']> }) {
  const { places, erasure: words } = useWords().privacy;
  const { number } = useFormats();
  return (
    <Table
      caption={words.scope}
      rows={scope.filter(({ mode }) => mode !== 'keep')}
      rowKey={(row) => row.place}
      columns={[
        { key: 'place', label: words.place, heading: true, cell: (row) => places[row.place] ?? row.place },
        { key: 'rows', label: words.rows, figures: true, cell: (row) => number(row.rows) },
        { key: 'mode', label: words.mode, wideOnly: true, cell: (row) => words.modes[row.mode] },
      ]}
    />
  );
}

function Proof({ certificate, hash }: Pick<ErasureView, 'certificate' | 'hash'>) {
  const { places, erasure: words } = useWords().privacy;
  const { number } = useFormats();
  const rows = certificate?.places.filter(({ mode, erased }) => mode !== 'keep' && erased > 0) ?? [];
  return (
    <>
      <Table
        caption={words.certificate}
        rows={rows}
        rowKey={(row) => row.place}
        columns={[
          { key: 'place', label: words.place, heading: true, cell: (row) => places[row.place] ?? row.place },
          { key: 'erased', label: words.erased, figures: true, cell: (row) => number(row.erased) },
          { key: 'left', label: words.left, figures: true, cell: (row) => number(row.left) },
        ]}
      />
      <p className="mt-3 text-sm text-soft">
        {words.hash}: <code className="break-all">{hash}</code>
      </p>
    </>
  );
}
