import type { ReactNode } from 'react';
import { namedPlaces } from '../../privacy/erasing/naming.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { CsrfField } from '../ui/form.tsx';

interface ErasingProps {
  erasure: {
    publicId: string;
    state: string;
    scope: readonly { place: string; mode: string; rows: number; reason?: string; until?: string }[] | null;
    coolingUntil: string | null;
  } | null;
  fresh: boolean;
}

/** Being forgotten: first what stands where, then how long to think it over, then it goes. */
export function Erasing({ erasure, fresh }: ErasingProps) {
  const { erase } = useWords().mine.rights;
  const { day } = useFormats();
  if (!erasure) {
    return (
      <Card title={erase.title}>
        <p className="mb-3">{erase.what}</p>
        <Act right="erase" disabled={!fresh}>
          {erase.ask}
        </Act>
      </Card>
    );
  }
  const { publicId, state, scope, coolingUntil } = erasure;
  const mayStop = ['received', 'proven', 'shown', 'cooling'].includes(state);
  return (
    <Card title={erase.title}>
      <p className="mb-3 font-medium">
        {state === 'cooling' && coolingUntil
          ? erase.cooling(day(coolingUntil))
          : (erase.states as Readonly<Record<string, string>>)[state]}
      </p>
      {scope && <Scope rows={scope} />}
      {state === 'shown' && (
        <form method="post" className="mt-4 max-w-xs">
          <CsrfField />
          <input type="hidden" name="id" value={publicId} />
          <Field
            name="days"
            type="number"
            min={0}
            max={14}
            label={erase.days}
            hint={erase.daysHint}
            defaultValue={7}
          />
          <Button tone="attention" name="right" value="erase-confirm" disabled={!fresh}>
            {erase.confirm}
          </Button>
        </form>
      )}
      {mayStop && (
        <div className="mt-4">
          <Act right="erase-withdraw" id={publicId}>
            {erase.withdraw}
          </Act>
        </div>
      )}
    </Card>
  );
}

function Act({
  right,
  id,
  disabled = false,
  children,
}: {
  right: string;
  id?: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <form method="post">
      <CsrfField />
      {id && <input type="hidden" name="id" value={id} />}
      <Button name="right" value={right} disabled={disabled}>
        {children}
      </Button>
    </form>
  );
}

function Scope({ rows }: { rows: NonNullable<NonNullable<ErasingProps['erasure']>['scope']> }) {
  const { mine, privacy } = useWords();
  const { number } = useFormats();
  const { erase } = mine.rights;
  const going = rows.filter(({ mode }) => mode !== 'keep').map(({ place, rows: n }) => ({ place, n }));
  const gone = namedPlaces(going, privacy.places);
  const kept = rows.filter(({ mode, rows: n }) => mode === 'keep' && n > 0);
  return (
    <>
      <p>{erase.goes(gone.reduce((sum, { n }) => sum + n, 0))}</p>
      <details className="mt-2">
        <summary className="link inline-flex py-1">{erase.goesList}</summary>
        <ul className="mt-1 list-disc pl-5">
          {gone.map(({ name, n }) => (
            <li key={name}>
              {name}: <span className="figures">{number(n)}</span>
            </li>
          ))}
        </ul>
      </details>
      {kept.length > 0 && (
        <>
          <p className="mt-2">{erase.stays}</p>
          <ul className="list-disc pl-5">
            {kept.map(({ place, rows: n, reason, until }) => (
              <li key={place}>
                {erase.keptLine(n, reason ?? '')} {until && erase.until(until)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
