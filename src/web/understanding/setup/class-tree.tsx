import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Card } from '../../ui/card.tsx';
import { Indented } from '../classes.tsx';
import type { SetupView } from './setup-view.ts';

/** The classes as they fall under each other, each leading to where it can be changed; and those that were. */
export function ClassTree({ view }: { view: SetupView }) {
  const { classes: words } = useWords().heads;
  const explained = { fixed: words.fixed, intent: words.intentOnly, open: words.lead }[view.shape];
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-soft">{view.classes.length === 0 ? words.none : explained}</p>
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {view.classes.map((one) => (
          <li key={one.key} className="py-2">
            <Indented depth={one.depth}>
              <ClassName head={view.head} one={one} />
            </Indented>
          </li>
        ))}
      </ul>
      {view.gone.length > 0 && <Gone gone={view.gone} />}
    </Card>
  );
}

function ClassName({ head, one }: { head: string; one: SetupView['classes'][number] }) {
  const { classes: words } = useWords().heads;
  const { list } = useFormats();
  if (one.isPole) return <span className="text-soft">{one.name}</span>;
  return (
    <>
      <Link to={urls.headClass(head, one.key)} className="link" aria-label={words.change(one.name)}>
        {one.name}
      </Link>
      {one.words.length > 0 && (
        <span className="block text-sm text-faint wrap-anywhere">
          {list(one.words.slice(0, 8))}
          {one.words.length > 8 && ' …'}
        </span>
      )}
    </>
  );
}

function Gone({ gone }: Pick<SetupView, 'gone'>) {
  const { classes: words } = useWords().heads;
  return (
    <details className="mt-4">
      <summary className="link text-sm">{words.gone}</summary>
      <ul className="mt-2 text-sm text-soft">
        {gone.map(({ key, name, into }) => (
          <li key={key}>{into === null ? words.goneDeleted(name) : words.goneInto(name, into)}</li>
        ))}
      </ul>
    </details>
  );
}
