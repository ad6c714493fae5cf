import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import type { GrantView } from './grant-view.ts';
import { scopeWords } from './scope-words.ts';
import { wordFor } from './writing.ts';

/** What Polder does here at all: the running grants with their scope. */
export function SwitchedOn({ grants }: { grants: readonly GrantView[] }) {
  const { switched } = useWords().journey;
  return (
    <Card title={switched.title}>
      <p className="max-w-prose text-soft">{switched.lead}</p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {grants.map((grant) => (
          <GrantItem key={grant.key} grant={grant} />
        ))}
      </ul>
    </Card>
  );
}

function GrantItem({ grant }: { grant: GrantView }) {
  const { switched, scope } = useWords().journey;
  const formats = useFormats();
  const name = Object.hasOwn(switched.grants, grant.key) ? wordFor(switched.grants, grant.key) : grant.name;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="text-base">{name}</h3>
        <Badge>{switched.basis[grant.basis]}</Badge>
        <span className="text-sm text-faint">{switched.since(formats.day(grant.since))}</span>
      </div>
      <p className="mt-0.5 max-w-prose">{grant.sentences.join(' ')}</p>
      <p className="mt-0.5 text-sm text-soft">
        {switched.scope} {scopeWords(scope, grant, formats)}
      </p>
    </li>
  );
}
