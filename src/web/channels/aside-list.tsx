import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CsrfField } from '../ui/form.tsx';
import type { ChannelView } from './channel-page.tsx';
import { Problem } from './steps.tsx';

/** What could not be read or stored: read it once more, or throw it away. */
export function AsideList({ aside }: Pick<ChannelView, 'aside'>) {
  const { aside: words } = useWords().channels;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-soft">{words.lead}</p>
      <ul className="divide-y divide-line">
        {aside.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <p className="min-w-0 break-words">
              <Problem said={one.reason} />
              <span className="block text-sm text-soft">
                <Moment at={one.at} /> · {words.bytes(one.bytes)}
              </span>
            </p>
            <form method="post" className="flex gap-2">
              <CsrfField />
              <input type="hidden" name="aside" value={one.id} />
              {one.bytes > 0 && (
                <Button size="small" name="act" value="aside-again">
                  {words.again}
                </Button>
              )}
              <Button size="small" tone="quiet" name="act" value="aside-drop">
                {words.drop}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
